"""Keep the claims of each text in a folder, by its content: what did not change is not extracted again.

An entry is found by a hash of the document, its name, the settings and the rules themselves: after any
change of a rule, nothing old is found. An entry that cannot be read is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from sys import intern
from typing import Final

from msgspec import DecodeError, ValidationError, msgpack
from msgspec.structs import replace

from orgraph.errors import BadCache
from orgraph.evidence import Evidence, Excerpt
from orgraph.model import Claim, Document, Mention

_READERS: Final = ("extract", "read", "evidence.py", "model.py", "record.py", "terms.py", "text.py", "titles.py")
_ENCODER = msgpack.Encoder(decimal_format="string")
_DECODER = msgpack.Decoder(tuple[Claim, ...])


def cached(
    folder: str, document: Document, make: Callable[[Document], tuple[Claim, ...]], settings: str
) -> tuple[Claim, ...]:
    """The claims of a document: those kept in the folder, or made and kept. BadCache if the folder cannot be used."""
    entry = _entry(Path(folder), document, settings)
    try:
        kept = _kept(entry)
        if kept is not None:
            return compact(kept, document)
        claims = make(document)
        entry.parent.mkdir(parents=True, exist_ok=True)
        waiting = entry.with_name(f".{entry.name}.{os.getpid()}")
        waiting.write_bytes(_ENCODER.encode(claims))
        waiting.replace(entry)
    except OSError as problem:
        raise BadCache(f"{folder}: cannot be used as a cache: {problem.strerror or problem}") from problem
    return claims


def compact(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """Decoded claims that share what the claims of one document have in common, as freshly made ones do."""
    mentions: dict[Mention, Mention] = {}
    places: dict[Excerpt, Excerpt] = {}  # several claims rest on one place

    def shared(mention: Mention) -> Mention:
        return mentions.setdefault(mention, mention)

    def found(evidence: Evidence) -> Evidence:
        assert isinstance(evidence, Excerpt)  # tables are not kept
        own = replace(evidence, document=document.id, source=document.source, rule=intern(evidence.rule))
        return places.setdefault(own, own)

    return tuple(
        replace(
            claim,
            subject=shared(claim.subject),
            predicate=intern(claim.predicate),
            value=shared(claim.value) if isinstance(claim.value, Mention) else claim.value,
            evidence=tuple(map(found, claim.evidence)),
        )
        for claim in claims
    )


def _kept(entry: Path) -> tuple[Claim, ...] | None:
    try:
        return _DECODER.decode(entry.read_bytes())
    except (FileNotFoundError, DecodeError, ValidationError):
        return None


def _entry(folder: Path, document: Document, settings: str) -> Path:
    content = "\x1f".join((document.id, document.source, document.kind, settings, rules_version()))
    key = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / key[:2] / f"{key[2:40]}.claims"


@cache
def rules_version() -> str:
    """A hash of everything that decides what is read from a document."""
    home = Path(__file__).parent
    parts = [home / name for name in _READERS]
    files = [path for part in parts for path in ([part] if part.is_file() else sorted(part.rglob("*")))]
    digest = hashlib.sha256()
    for path in files:
        if path.suffix in (".py", ".toml"):
            digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
