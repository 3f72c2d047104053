"""JSON and JSON lines: a list of objects is a table, an object a row, a key a column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._decode import decode
from orgraph.read._table import one_sheet
from orgraph.text import HALF_A_PAIR

# Where directories keep their list: Microsoft Graph, SCIM, and what people call it.
_LISTS: Final = ("value", "Resources", "data", "items", "results", "employees", "users", "rows")
_DEEPEST: Final = 6


def objects(data: bytes, source: str) -> Document:
    """A document with one sheet; the keys of inner objects are joined by a full stop (`manager.id`)."""
    text, encoding = decode(data, source)
    records = list(_records(text.removeprefix("\ufeff"), source))
    flat = [dict(_cells(record)) for record in records]
    _refuse_half_pairs(flat, source)
    header = tuple(dict.fromkeys(key for record in flat for key in record))
    if not header:
        raise UnreadableSource(source, "no list of objects: a table in JSON is a list, and each object a row")
    rows = (header, *(tuple(record.get(key, "") for key in header) for record in flat))
    return one_sheet(data, source, encoding, rows)


def _records(text: str, source: str) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as problem:
        found = _lines(text, source, problem)
    if isinstance(found, dict):
        found = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), [found])
    if isinstance(found, list):
        yield from (record for record in found if isinstance(record, dict))


def _lines(text: str, source: str, problem: Exception) -> list[Any]:
    """One object a line; where the first line is none, the fault of the whole is the one to tell."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                found.append(json.loads(line, parse_float=str, parse_int=str))
        except (ValueError, RecursionError) as fault:
            told = problem if number == 1 else fault
            where = f"line {number}: " if number > 1 else ""
            raise UnreadableSource(source, f"no JSON: {where}{' '.join(str(told).split())}") from fault
    return found


def _refuse_half_pairs(flat: Iterable[dict[str, str]], source: str) -> None:
    """JSON can escape half of a surrogate pair, and no encoding can hold it: such a text could not be quoted."""
    for number, record in enumerate(flat, 1):
        for key, text in record.items():
            if found := HALF_A_PAIR.search(key + text):
                where = f"object {number}, {key!a}"
                raise UnreadableSource(source, f"{where}: {ascii(found[0])[1:-1]} is half of a surrogate pair, no text")


def _cells(record: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _cells(value, f"{before}{key}.", depth + 1)
        elif isinstance(value, list | dict):
            yield before + key, json.dumps(value, ensure_ascii=False)
        else:
            yield before + key, "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
