"""Read W3C ORG data that holds no claims: every triple becomes a claim whose evidence quotes the triple."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final, NamedTuple

from orgraph.evidence import Excerpt
from orgraph.model import BoundClaim, Claim, Date, Entity, Mention, Roster, Source, Text, Unresolved, Value
from orgraph.rdf.names import (
    ALT_LABEL,
    DCTERMS,
    FOAF,
    IDENTIFIER,
    LABEL,
    PREF_LABEL,
    SCHEMA,
    TYPE,
    Iri,
    Literal,
    Node,
    whole,
)
from orgraph.rdf.parse import Descriptions, typed
from orgraph.rdf.values import CLASSIFICATION, QUANTITY, read_value
from orgraph.record import parsed
from orgraph.terms import OGR, ORG, SKOS, TERMS, Term

_KINDS: Final = {
    ORG + "Post": "position",
    OGR + "Position": "position",
    ORG + "OrganizationalUnit": "unit",
    ORG + "FormalOrganization": "unit",
    ORG + "Organization": "unit",
}
_LABELS: Final = (PREF_LABEL, LABEL, DCTERMS + "title")
_NAMES: Final = (FOAF + "name", SCHEMA + "name", *_LABELS)  # of a person
# What a subject and a value must be that W3C ORG joins by these; data from elsewhere may leave the types out.
_ENDS: Final = {
    ORG + "postIn": ("position", "unit"),
    ORG + "hasPost": ("unit", "position"),
    ORG + "heldBy": ("position", None),
    ORG + "holds": (None, "position"),
    ORG + "unitOf": ("unit", "unit"),
    ORG + "hasUnit": ("unit", "unit"),
    ORG + "subOrganizationOf": ("unit", "unit"),
    ORG + "hasSubOrganization": ("unit", "unit"),
}
_ALIKE: Final = {
    ORG + "unitOf": "part_of",
    SKOS + "notation": "position_number",
    ORG + "hasSubOrganization": "part_of",
    ORG + "hasUnit": "part_of",
    ORG + "hasPost": "in_unit",
    ORG + "heldBy": "incumbent",
}
_TURNED: Final = {ORG + "hasSubOrganization", ORG + "hasUnit", ORG + "hasPost"}  # the object is the part
_PREDICATES: Final = {term.iri: term.name for term in TERMS.values() if term.iri != PREF_LABEL} | _ALIKE


class _Triple(NamedTuple):
    subject: str
    predicate: str
    object: Node

    @property
    def text(self) -> str:
        return f"{self.subject} {self.predicate} {self.object.value}"


def read_plain(descriptions: Descriptions, source: Source) -> Roster:
    """The roster of a file without claims; `source` is what evidence refers to."""
    return _Plain(descriptions, source).roster()


class _Plain:
    def __init__(self, descriptions: Descriptions, source: Source) -> None:
        self._all = descriptions
        self._source = source
        kinds = {iri: kind for type_, kind in reversed(_KINDS.items()) for iri in typed(descriptions, type_)}
        self._holders = _holders(descriptions)
        self._entities = dict(_entities(descriptions, _joined(descriptions) | kinds))

    def roster(self) -> Roster:
        claims = (claim for iri in self._entities for triple in self._triples(iri) for claim in self._claims(triple))
        return Roster(
            sources=(self._source,),
            entities=tuple(sorted(self._entities.values(), key=lambda entity: entity.id)),
            claims=tuple(sorted(claims, key=lambda bound: (bound.subject, bound.claim.predicate, bound.claim.id))),
            unresolved=tuple(self._unresolved()),
        )

    def _triples(self, iri: str) -> Iterator[_Triple]:
        for predicate, nodes in self._all.get(iri, {}).items():
            yield from (_Triple(iri, predicate, node) for node in dict.fromkeys(nodes))
        yield from (_Triple(iri, ORG + "heldBy", Iri(person)) for person in self._holders.get(iri, ()))

    def _claims(self, triple: _Triple) -> Iterator[BoundClaim]:
        subject = self._entities[triple.subject]
        if triple.predicate in (*_LABELS, ALT_LABEL):
            yield self._claim(triple, subject, _naming(triple, subject), Text(text=triple.object.value))
            return
        term = TERMS.get(_PREDICATES.get(triple.predicate, ""))
        object_ = self._entities.get(triple.object.value) if isinstance(triple.object, Iri) else None
        if triple.predicate in _TURNED and object_ is not None:
            subject, object_ = object_, subject
        if term is None or term.subject not in ("any", subject.kind):
            return
        if object_ is not None and term.object in ("any", object_.kind):
            yield self._claim(triple, subject, term.name, Mention(kind=object_.kind, text=object_.label), object_)
        elif (value := self._value(term, triple.object)) is not None:
            yield self._claim(triple, subject, term.name, value)

    def _value(self, term: Term, node: Node) -> Value | None:
        if isinstance(node, Literal):
            return Date(iso=node.value) if term.object == "date" else _text(term, node)
        if term.name == "incumbent":
            return Text(text=_label(self._all.get(node.value, {}), node.value, _NAMES))
        described = {"quantity": QUANTITY, "classification": CLASSIFICATION}.get(term.object, "")
        if Iri(described) in self._all.get(node.value, {}).get(TYPE, ()):
            return read_value(self._all, node.value)
        return None

    def _claim(
        self, triple: _Triple, subject: Entity, predicate: str, value: Value, object_: Entity | None = None
    ) -> BoundClaim:
        # A parser of triples tells no offsets: the quote is the triple, and the place is the file.
        place = {"document": self._source.id, "source": self._source.source, "line": 1, "column": 1}
        evidence = parsed(Excerpt, {**place, "start": -1, "end": -1, "quote": triple.text, "rule": "rdf"})
        claim = Claim(
            id=sha256(whole(f"{self._source.id} {predicate} {triple.text}").encode()).hexdigest()[:16],
            subject=Mention(kind=subject.kind, text=subject.label),
            predicate=predicate,
            value=value,
            evidence=(evidence,),
        )
        return BoundClaim(claim=claim, subject=subject.id, object=object_.id if object_ else None)

    def _unresolved(self) -> Iterator[Unresolved]:
        """Superiors and units that lines lead to and that the file does not describe as such."""
        lines = (triple for iri in self._entities for triple in self._triples(iri))
        for text in sorted({triple.object.value for triple in lines if self._leads_nowhere(triple)}):
            mention = Mention(kind="position", text=text)
            yield Unresolved(document=self._source.id, mention=mention, reason="the file does not describe it")

    def _leads_nowhere(self, triple: _Triple) -> bool:
        term = TERMS.get(_PREDICATES.get(triple.predicate, ""))
        return term is not None and term.is_edge and triple.object.value not in self._entities


def _joined(descriptions: Descriptions) -> dict[str, str]:
    """What stands at the ends of lines that W3C ORG draws only between posts and organizations."""
    found: dict[str, str] = {}
    for iri, description in descriptions.items():
        for predicate, (subject, object_) in _ENDS.items():
            nodes = [node.value for node in description.get(predicate, ()) if isinstance(node, Iri)]
            found |= dict.fromkeys(nodes, object_) if object_ else {}
            found |= {iri: subject} if nodes and subject else {}
    return found


def _holders(descriptions: Descriptions) -> dict[str, list[str]]:
    """For each post, who says to hold it."""
    found: dict[str, list[str]] = {}
    for iri, description in descriptions.items():
        for post in description.get(ORG + "holds", ()):
            found.setdefault(post.value, []).append(iri)
    return found


def _entities(descriptions: Descriptions, kinds: dict[str, str]) -> Iterator[tuple[str, Entity]]:
    taken: set[str] = set()
    for iri in sorted(kinds):
        description = descriptions.get(iri, {})
        stated = [node.value for node in description.get(IDENTIFIER, ())]
        id_ = next((id_ for id_ in stated if id_.startswith(f"{kinds[iri]}/")), _id(kinds[iri], iri))
        if id_ in taken:
            id_ = f"{id_}-{sha256(iri.encode()).hexdigest()[:8]}"
        taken.add(id_)
        yield iri, parsed(Entity, {"id": id_, "kind": kinds[iri], "label": _label(description, iri)})


def _id(kind: str, iri: str) -> str:
    _, _, rest = iri.partition(":")
    scope, _, path = rest.strip("/").partition("/")
    return "/".join((kind, *(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") or "x" for part in (scope, path))))


def _text(term: Term, node: Literal) -> Text | None:
    return Text(text=node.value) if term.object == "text" else None


def _label(description: dict[str, list[Node]], iri: str, names: tuple[str, ...] = _LABELS) -> str:
    """The preferred label, best without a language or in English; else the end of the IRI."""
    for predicate in names:
        if found := [node for node in description.get(predicate, ()) if isinstance(node, Literal)]:
            return min(found, key=lambda node: (node.language not in ("", "en"), node.language, node.value)).value
    return re.split(r"[/#:]", iri.rstrip("/#"))[-1]


def _naming(triple: _Triple, subject: Entity) -> str:
    """The predicate of a label: one that is not the chosen one is an alias."""
    if triple.object.value != subject.label or triple.predicate == ALT_LABEL:
        return "alias"
    return "title" if subject.kind == "position" else "unit_name"
