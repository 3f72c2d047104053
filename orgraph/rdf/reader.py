"""Read RDF back into a roster: the inverse of the writers, and a door for W3C ORG from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path

from orgraph.errors import UnreadableSource
from orgraph.evidence import Excerpt
from orgraph.model import BoundClaim, Claim, Date, Entity, Mention, Roster, Source, Text, Unresolved, Value
from orgraph.rdf import fields
from orgraph.rdf.formats import FORMATS, of_name
from orgraph.rdf.names import BASE, DCTERMS, FOAF, IDENTIFIER, IN_DOCUMENT, LABEL, RDF, Literal, Names, Node, identifier
from orgraph.rdf.parse import Descriptions, one, parse, parts, typed
from orgraph.rdf.plain import read_plain
from orgraph.rdf.values import read_value
from orgraph.record import parsed
from orgraph.terms import OGR, ORG, TERMS, Term

_KINDS = {OGR + "Position": "position", ORG + "OrganizationalUnit": "unit"}
_TERMS = {
    (term.iri, kind): term
    for term in TERMS.values()
    for kind in (("position", "unit") if term.subject == "any" else (term.subject,))
}


def read_rdf(data: bytes | Path, name: str | None = None, format: str = "ttl") -> Roster:
    """The roster that RDF holds; `name` is what messages call it, and the ending of a file says its format.

    What has documents and claims gives back what was written. In anything else, every triple of
    W3C ORG becomes a claim that quotes the triple. A file that says nothing is an UnreadableSource.
    """
    name = name or (str(data) if isinstance(data, Path) else f"<{FORMATS[format].name}>")
    if isinstance(data, Path):
        format = of_name(data) or format
        data = _bytes(data, name)
    descriptions = parse(data, name, format)
    try:
        if any(typed(descriptions, OGR + type_) for type_ in ("SourceDocument", "Claim")):
            return _Reader(descriptions).roster()
        source = Source(
            id=f"sha256:{sha256(data).hexdigest()}",
            source=name,
            kind=FORMATS[format].name.lower(),
            language="und",
            encoding="utf-8",
        )
        roster = read_plain(descriptions, source)
    except ValueError as error:
        raise UnreadableSource(name, " ".join(str(error).split())) from error
    if not roster.entities:
        raise UnreadableSource(name, "holds no organization: no position and no unit of W3C ORG")
    return roster


def holds_claims(path: Path) -> bool:
    """Whether a file names the class of claims: what we write does, and what others write hardly."""
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return any(data.find(name) >= 0 for name in (b"ogr:Claim", f"{OGR}Claim".encode()))
    except (OSError, ValueError):  # an empty file cannot be mapped
        return False


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSource(name, error.strerror or str(error)) from error


class _Reader:
    """The records that the descriptions of one file hold."""

    def __init__(self, descriptions: Descriptions) -> None:
        self._all = descriptions
        self._entities = dict(self._find_entities())
        self._sources = {iri: self._source(iri) for iri in typed(descriptions, OGR + "SourceDocument")}

    def roster(self) -> Roster:
        claims = [self._bound(iri) for iri in typed(self._all, OGR + "Claim")]
        return Roster(
            sources=tuple(self._sources.values()),
            entities=tuple(sorted(self._entities.values(), key=lambda entity: entity.id)),
            claims=tuple(sorted(claims, key=lambda bound: bound.subject)),
            unresolved=tuple(self._unresolved(iri) for iri in typed(self._all, OGR + "Unresolved")),
            base=self._base(),
            replaced=dict(sorted(self._replaced())),
        )

    def _replaced(self) -> Iterator[tuple[str, str]]:
        """Identifiers of earlier runs, each with the entity that took its place."""
        for iri, description in self._all.items():
            heirs = description.get(DCTERMS + "isReplacedBy", ()) if IDENTIFIER in description else ()
            for heir in heirs if iri not in self._sources else ():
                yield one(self._all, iri, IDENTIFIER).value, self._entity(heir).id

    def _base(self) -> str:
        """What the IRIs of the entities start with, where they agree and it is not the usual one."""
        bases = {iri.removesuffix(Names("").entity(entity.id)) for iri, entity in self._entities.items()}
        return bases.pop() if len(bases) == 1 and bases != {BASE} and not bases & set(self._entities) else ""

    def _find_entities(self) -> Iterator[tuple[str, Entity]]:
        for type_, kind in _KINDS.items():
            for iri in typed(self._all, type_):
                id_, label = one(self._all, iri, IDENTIFIER).value, one(self._all, iri, LABEL).value
                yield iri, parsed(Entity, {"id": id_, "kind": kind, "label": label})

    def _source(self, iri: str) -> Source:
        topic = self._all[iri].get(FOAF + "primaryTopic")
        subject = self._entity_id(topic[0]) if topic else None
        return parsed(Source, {**fields.read(self._all[iri], fields.SOURCE), "subject": subject})

    def _bound(self, iri: str) -> BoundClaim:
        subject, predicate = one(self._all, iri, RDF + "subject"), one(self._all, iri, RDF + "predicate")
        object_ = next(iter(self._all[iri].get(RDF + "object", ())), None)
        entity = self._entity(subject)
        if (predicate.value, entity.kind) not in _TERMS:
            raise ValueError(f"<{iri}>: <{predicate.value}> is no predicate of a {entity.kind}")
        claim = self._claim(iri, _TERMS[predicate.value, entity.kind], object_)
        end = self._entity(object_).id if object_ and isinstance(claim.value, Mention) else None
        rank = one(self._all, iri, OGR + "rank").value
        return parsed(BoundClaim, {"claim": claim, "subject": entity.id, "object": end, "rank": rank})

    def _claim(self, iri: str, term: Term, object_: Node | None) -> Claim:
        one(self._all, iri, OGR + "evidence")  # there is no claim without
        repairs = (
            fields.read(self._all.get(part, {}), fields.REPAIR) for part in parts(self._all, iri, OGR + "repair")
        )
        values = {
            **fields.read(self._all[iri], fields.CLAIM),
            "subject": fields.read(self._all[iri], fields.SUBJECT_MENTION),
            "predicate": term.name,
            "value": self._value(iri, term, object_),
            "repairs": tuple(repairs),
            "evidence": tuple(self._evidence(part) for part in parts(self._all, iri, OGR + "evidence")),
        }
        return parsed(Claim, values)

    def _value(self, iri: str, term: Term, object_: Node | None) -> Value:
        if OGR + "objectKind" in self._all[iri]:
            return parsed(Mention, fields.read(self._all[iri], fields.OBJECT_MENTION))
        if isinstance(object_, Literal):
            return Date(iso=object_.value) if term.object == "date" else Text(text=object_.value)
        if object_ is None:
            raise ValueError(f"<{iri}> has neither an object nor the mention of one")
        return read_value(self._all, object_.value)

    def _evidence(self, iri: str) -> Excerpt:
        document = one(self._all, iri, IN_DOCUMENT).value
        source = self._sources.get(document)
        named = self._all[iri].get(OGR + "sourceName")
        values = {
            **fields.read(self._all[iri], fields.EVIDENCE),
            "document": self._document_id(document),
            "source": named[0].value if named else source.source if source else "",
        }
        return parsed(Excerpt, values)

    def _unresolved(self, iri: str) -> Unresolved:
        values = {
            **fields.read(self._all[iri], fields.UNRESOLVED),
            "mention": fields.read(self._all[iri], fields.SUBJECT_MENTION),
            "document": self._document_id(one(self._all, iri, IN_DOCUMENT).value),
            "candidates": tuple(self._entity_id(node) for node in self._all[iri].get(OGR + "candidate", ())),
        }
        return parsed(Unresolved, values)

    def _entity(self, node: Node) -> Entity:
        if node.value not in self._entities:
            raise ValueError(f"<{node.value}> is no position and no unit, and a claim says it is")
        return self._entities[node.value]

    def _entity_id(self, node: Node) -> str:
        entity = self._entities.get(node.value)
        return entity.id if entity else identifier(node.value, "id")

    def _document_id(self, iri: str) -> str:
        source = self._sources.get(iri)
        return source.id if source else identifier(iri, "document")
