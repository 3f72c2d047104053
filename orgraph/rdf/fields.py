"""Which property holds which field of which record; writing and reading both go by these tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from msgspec.structs import fields

from orgraph.model import Record
from orgraph.rdf.names import DCTERMS, IDENTIFIER, LABEL, OA, SCHEMA, XSD, Literal, Node, clean
from orgraph.terms import OGR, SKOS

Table = Mapping[str, str]
Properties = list[tuple[str, Node]]
Description = Mapping[str, Sequence[Node]]

SOURCE: Final[Table] = {
    "source": LABEL,
    "id": IDENTIFIER,
    "kind": OGR + "sourceKind",
    "language": DCTERMS + "language",
    "encoding": OGR + "encoding",
}
CLAIM: Final[Table] = {"id": IDENTIFIER, "modality": OGR + "modality"}
SUBJECT_MENTION: Final[Table] = {
    "kind": OGR + "subjectKind",
    "text": OGR + "subjectText",
    "start": OGR + "subjectStart",
    "end": OGR + "subjectEnd",
    "reference": OGR + "subjectReference",
}
OBJECT_MENTION: Final[Table] = {
    "kind": OGR + "objectKind",
    "text": OGR + "objectText",
    "start": OGR + "objectStart",
    "end": OGR + "objectEnd",
    "reference": OGR + "objectReference",
}
EVIDENCE: Final[Table] = {
    "quote": OA + "exact",
    "before": OA + "prefix",
    "after": OA + "suffix",
    "start": OA + "start",
    "end": OA + "end",
    "line": OGR + "line",
    "column": OGR + "column",
    "header": OGR + "header",
    "sheet": OGR + "sheet",
    "rule": OGR + "rule",
}
REPAIR: Final[Table] = {
    "raw": OGR + "raw",
    "repaired": OGR + "repaired",
    "start": OA + "start",
    "end": OA + "end",
    "rule": OGR + "rule",
}
QUANTITY: Final[Table] = {
    "label": LABEL,
    "measure": OGR + "measure",
    "low": SCHEMA + "minValue",
    "high": SCHEMA + "maxValue",
    "low_place": OGR + "lowPlace",
    "high_place": OGR + "highPlace",
    "approximate": OGR + "approximate",
    "step": OGR + "step",
    "status": OGR + "status",
    "scope": OGR + "scope",
    "category": OGR + "category",
    "currency": SCHEMA + "currency",
}
CLASSIFICATION: Final[Table] = {
    "code": SKOS + "notation",
    "group": OGR + "group",
    "level": OGR + "level",
    "qualifier": OGR + "qualifier",
    "basis": OGR + "basis",
}
UNSTATED: Final[Table] = {"text": LABEL, "reason": OGR + "reason"}
UNRESOLVED: Final[Table] = {"reason": OGR + "reason"}

_SILENT = (None, False, "", -1)  # defaults that say nothing: a field that holds its own is not written


def write(record: Record, table: Table) -> Properties:
    """The properties of a record: a literal for each field that says something."""
    return list(_properties(record, table))


def read(description: Description, table: Table) -> dict[str, str]:
    """The fields that a description holds, as text that the record parses; the inverse of `write`."""
    return {name: description[iri][0].value for name, iri in table.items() if description.get(iri)}


def literal(value: str | bool | int | Decimal) -> Literal:
    """A value as a literal; numbers in their shortest exact form.

    >>> literal(Decimal("8.50")).value, literal(Decimal("1E+6")).value, literal(True).value
    ('8.5', '1000000', 'true')
    """
    if isinstance(value, str):
        return Literal(clean(value))
    if isinstance(value, bool):
        return Literal(str(value).lower(), XSD + "boolean")
    if isinstance(value, int):
        return Literal(str(value), XSD + "integer")
    return _number(value)


def _properties(record: Record, table: Table) -> Iterator[tuple[str, Node]]:
    defaults = _defaults(type(record))
    for name, iri in table.items():
        value, default = getattr(record, name), defaults[name]
        if not (default in _SILENT and value == default):
            yield iri, literal(value)


@cache
def _defaults(kind: type[Record]) -> dict[str, object]:
    return {field.name: field.default for field in fields(kind)}


def _number(value: Decimal) -> Literal:
    if abs(value.adjusted()) > 99:  # 1E+999999 would fill a megabyte with zeros
        return Literal(f"{value:E}", XSD + "double")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return Literal(text, XSD + ("decimal" if "." in text else "integer"))
