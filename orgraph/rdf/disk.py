"""A store in a folder, for graphs that are asked often or do not fit in memory: filled whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orgraph.errors import UnreadableSource
from orgraph.rdf.formats import FORMATS, engine
from orgraph.rdf.guard import refuse_explosive
from orgraph.rdf.parse import parse_error
from orgraph.rdf.store import merge

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the engine puts into its folder; a folder with anything else in it is not ours to replace.
_OURS: Final = re.compile(
    r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+(\.dbtmp)?|\d+\.(sst|log|blob)"
)


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, and nothing but a store."""
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return {"CURRENT", "IDENTITY"} <= names and all(map(_OURS.fullmatch, names))


def fill(folder: Path, parts: Iterable[bytes], name: str, format: str = "ttl") -> None:
    """Make a folder the store of RDF that comes in pieces; a store that stood there is replaced.

    Raises UnreadableSource where the folder cannot be written, holds other things, or the RDF called `name` is broken.
    """
    try:
        if folder.exists() and not is_store(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise UnreadableSource(str(folder), "holds other things than a store; name a folder that is new or empty")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".orgraph-", dir=folder.parent) as waiting:
            made, old = Path(waiting) / "new", Path(waiting) / "old"
            _load(made, Path(waiting) / "data", parts, format)
            if folder.exists():
                folder.rename(old)
            made.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
    except SyntaxError as error:
        raise UnreadableSource(name, parse_error(error)) from error
    except OSError as error:
        raise UnreadableSource(str(folder), f"cannot be written: {error.strerror or error}") from error


def _load(made: Path, data: Path, parts: Iterable[bytes], format: str) -> None:
    import pyoxigraph

    with data.open("wb") as file:
        file.writelines(parts)
    store = pyoxigraph.Store(str(made))
    if format == "rdf":
        refuse_explosive(data.read_bytes())
    store.bulk_load(path=str(data), format=engine(format), base_iri="file:///")
    if FORMATS[format].dataset:
        merge(store)
    store.flush()
    del store  # closes it: a folder that is open cannot move everywhere
