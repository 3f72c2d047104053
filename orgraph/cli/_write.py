"""Write outputs whole or not at all: first beside the target, then moved into place."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from errno import EISDIR
from pathlib import Path

import click

from orgraph.cli._options import UNREADABLE
from orgraph.record import Record
from orgraph.text import visible


def write_folder(folder: str, files: Mapping[str, Iterable[bytes]]) -> None:
    """Write every file of a folder, or none: they take their places only once all are complete."""
    try:
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name in files:
            if (target / name).is_dir():
                raise IsADirectoryError(EISDIR, f"a folder is in the place of {name}")
        with tempfile.TemporaryDirectory(prefix=".orgraph-", dir=target) as waiting:
            for name, parts in files.items():
                with (Path(waiting) / name).open("wb") as file:
                    file.writelines(parts)
            for name in files:
                (Path(waiting) / name).replace(target / name)
    except OSError as problem:
        _fail(folder, problem)


def write(output: str, parts: Iterable[bytes]) -> None:
    """Write one file, whole or not at all, or to standard output for `-`."""
    if output == "-":
        _to_standard_output(parts)
        return
    target = Path(output)
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with waiting.open("wb") as file:
            file.writelines(parts)
        waiting.replace(target)
    except OSError as problem:
        _fail(output, problem)
    finally:
        waiting.unlink(missing_ok=True)


def encoded(parts: Iterable[str]) -> Iterable[bytes]:
    """Text as UTF-8; what UTF-8 cannot hold is marked, never dropped."""
    return (part.encode("utf-8", "replace") for part in parts)


def json_lines(record: Record) -> bytes:
    """A record as JSON that people can read and compare line by line."""
    from msgspec import json

    return json.format(json.encode(record), indent=1) + b"\n"


def _to_standard_output(parts: Iterable[bytes]) -> None:
    stream = sys.stdout.buffer
    try:
        for part in parts:
            stream.write(part)
        stream.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough; nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(target: str, problem: OSError) -> None:
    click.echo(f"orgraph: {visible(target)}: cannot be written: {problem.strerror or problem}", err=True)
    sys.exit(UNREADABLE)
