"""Which property holds which field of which record; writing and reading both go by these tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import fields

from orgraph.evidence import Excerpt
from orgraph.model import Claim, Classification, Mention, Quantity, Repair, Source, Unresolved, Unstated
from orgraph.rdf.names import DCTERMS, IDENTIFIER, LABEL, OA, SCHEMA, XSD, Literal, Node, whole
from orgraph.record import Record
from orgraph.terms import OGR, SKOS

Properties = list[tuple[str, Node]]
Description = Mapping[str, Sequence[Node]]

_SILENT: Final = (None, False, "", -1)  # defaults that say nothing: a field that holds its own is not written
_ALWAYS: Final = object()  # equal to no value


class Table(dict[str, str]):
    """The property of each field of one kind of record, and a quick way to all its values."""

    def __init__(self, kind: type[Record], properties: Mapping[str, str]) -> None:
        super().__init__(properties)
        defaults = {field.name: field.default for field in fields(kind)}
        silent = (defaults[name] if defaults[name] in _SILENT else _ALWAYS for name in self)
        self.rows: Final = tuple(zip(self.values(), silent, strict=True))
        self._get: Final = attrgetter(*self)

    def values_of(self, record: Record) -> tuple[Any, ...]:
        """The values of the fields, in the order of the table."""
        found = self._get(record)
        return found if len(self) > 1 else (found,)  # an attrgetter of one name gives no tuple


SOURCE: Final = Table(
    Source,
    {
        "source": LABEL,
        "id": IDENTIFIER,
        "kind": OGR + "sourceKind",
        "language": DCTERMS + "language",
        "encoding": OGR + "encoding",
    },
)
CLAIM: Final = Table(Claim, {"id": IDENTIFIER, "modality": OGR + "modality"})
SUBJECT_MENTION: Final = Table(
    Mention,
    {
        "kind": OGR + "subjectKind",
        "text": OGR + "subjectText",
        "start": OGR + "subjectStart",
        "end": OGR + "subjectEnd",
        "reference": OGR + "subjectReference",
    },
)
OBJECT_MENTION: Final = Table(
    Mention,
    {
        "kind": OGR + "objectKind",
        "text": OGR + "objectText",
        "start": OGR + "objectStart",
        "end": OGR + "objectEnd",
        "reference": OGR + "objectReference",
    },
)
EVIDENCE: Final = Table(
    Excerpt,
    {
        "quote": OA + "exact",
        "before": OA + "prefix",
        "after": OA + "suffix",
        "start": OA + "start",
        "end": OA + "end",
        "line": OGR + "line",
        "column": OGR + "column",
        "header": OGR + "header",
        "sheet": OGR + "sheet",
        "page": OGR + "page",
        "rule": OGR + "rule",
    },
)
REPAIR: Final = Table(
    Repair,
    {
        "raw": OGR + "raw",
        "repaired": OGR + "repaired",
        "start": OA + "start",
        "end": OA + "end",
        "rule": OGR + "rule",
    },
)
QUANTITY: Final = Table(
    Quantity,
    {
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
    },
)
CLASSIFICATION: Final = Table(
    Classification,
    {
        "code": SKOS + "notation",
        "group": OGR + "group",
        "level": OGR + "level",
        "qualifier": OGR + "qualifier",
        "basis": OGR + "basis",
    },
)
UNSTATED: Final = Table(Unstated, {"text": LABEL, "reason": OGR + "reason"})
UNRESOLVED: Final = Table(Unresolved, {"reason": OGR + "reason"})


def write(record: Record, table: Table) -> Properties:
    """The properties of a record: a literal for each field that says something."""
    return [
        (iri, literal(value))
        for (iri, silent), value in zip(table.rows, table.values_of(record), strict=True)
        if value != silent
    ]


def read(description: Description, table: Table) -> dict[str, str]:
    """The fields that a description holds, as text that the record parses; the inverse of `write`."""
    return {name: description[iri][0].value for name, iri in table.items() if description.get(iri)}


def literal(value: str | bool | int | Decimal) -> Literal:
    """A value as a literal; numbers in their shortest exact form.

    >>> literal(Decimal("8.50")).value, literal(Decimal("1E+6")).value, literal(True).value
    ('8.5', '1000000', 'true')
    """
    if isinstance(value, str):
        return Literal(whole(value))
    if isinstance(value, bool):
        return Literal(str(value).lower(), XSD + "boolean")
    if isinstance(value, Decimal) and abs(value.adjusted()) > 99:  # 1E+999999 would fill a megabyte with zeros
        return Literal(f"{value:E}", XSD + "double")
    return _number(value)


@lru_cache(maxsize=4096)
def _number(value: int | Decimal) -> Literal:
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return Literal(text, XSD + ("decimal" if "." in text else "integer"))
