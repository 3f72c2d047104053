"""Read a file of decisions: TOML that people write by hand, checked field by field, every part with its place."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from orgraph.decision import Decision, Decisions, Named, Verdict
from orgraph.errors import BadDecisions
from orgraph.evidence import Excerpt
from orgraph.model import Source
from orgraph.terms import TERMS
from orgraph.text import Lines, Span

NAME: Final = "decisions.toml"
RULE: Final = "decision"  # the rule of every claim that rests on one
_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\][^\n]*$", re.MULTILINE)
_LARGEST = 4 * 2**20

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Name(_Row):
    name: Line
    source: Line | None = None


Name = Line | _Name


class _Several(_Row):
    verdict: Literal["same", "different"]
    of: Annotated[list[Name], Field(min_length=2)]
    who: Line
    why: Line


class _Said(_Row):
    verdict: Literal["value", "reject", "preferred"]
    of: Name
    predicate: Literal[tuple(sorted(set(TERMS) - {"decided"}))]  # type: ignore[valid-type]
    value: Line
    source: Line | None = None
    who: Line
    why: Line


_ROW: TypeAdapter[_Several | _Said] = TypeAdapter(Annotated[_Several | _Said, Field(discriminator="verdict")])


def read_decisions(path: str) -> Decisions:
    """The decisions of a file. BadDecisions names the line of the first one that is not legal, and what would be."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data[:_LARGEST].decode("utf-8")
        tables = tomllib.loads(text)
    except OSError as problem:
        raise BadDecisions(f"{path}: {problem.strerror or problem}") from problem
    except ValueError as problem:
        raise BadDecisions(f"{path}: {problem}") from problem
    if len(data) > _LARGEST:
        raise BadDecisions(f"{path}: larger than {_LARGEST // 2**20} MiB")
    return decisions_of(text, tables, Path(path).as_posix())


def decisions_of(text: str, tables: dict[str, Any], name: str) -> Decisions:
    """The decisions that the tables of a TOML text hold, with their places in it."""
    unknown = sorted(set(tables) - set(get_args(Verdict)))
    if unknown:
        raise BadDecisions(f"{name}: unknown table {unknown[0]!r}; one of: {', '.join(get_args(Verdict))}")
    id_ = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    source = Source(id=id_, source=name, kind="decisions", language="und", encoding="utf-8")
    rows = {verdict: iter(found if isinstance(found, list) else ()) for verdict, found in tables.items()}
    lines = Lines(text)
    found: list[Decision] = []
    for verdict, block in _blocks(text):
        row = next(rows.get(verdict, iter(())), None)
        if row is not None:
            place = f"{name}:{lines.place(block.start)[0]}: [[{verdict}]]"
            found.append(_decision(_checked(verdict, row, place), text, block, source, lines))
    if any(next(rest, None) is not None for rest in rows.values()) or len(found) != sum(map(len, tables.values())):
        raise BadDecisions(
            f"{name}: write each decision as a table of its own, under [[{'|'.join(get_args(Verdict))}]]"
        )
    return Decisions(source=source, all=tuple(found))


def _blocks(text: str) -> Iterator[tuple[str, Span]]:
    """Each heading of a decision, with the span up to the next."""
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        yield heading[1], Span(heading.start(), end)


def _checked(verdict: str, row: Any, place: str) -> _Several | _Said:
    try:
        return _ROW.validate_python({**(row if isinstance(row, dict) else {}), "verdict": verdict})
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(part) for part in first["loc"] if part not in get_args(Verdict))
        raise BadDecisions(f"{place} {field}: {first['msg']}") from problem


def _decision(row: _Several | _Said, text: str, block: Span, source: Source, lines: Lines) -> Decision:
    places: dict[str, int] = defaultdict(lambda: block.start)

    def named(name: str | _Name, inside: str | None = None) -> Named:
        said, within = (name.name, name.source) if isinstance(name, _Name) else (name, inside)
        start = text.find(said, places[said], block.end)
        places[said] = start + len(said) if start >= 0 else block.end
        start = max(start, block.start)
        return Named(text=said, start=start, end=min(start + len(said), block.end), source=within)

    several = row.of if isinstance(row.of, list) else [row.of]
    return Decision(
        verdict=row.verdict,
        of=tuple(map(named, several)),
        who=row.who,
        why=row.why,
        evidence=_evidence(text, block, source, lines),
        predicate=row.predicate if isinstance(row, _Said) else None,
        value=named(row.value, row.source) if isinstance(row, _Said) else None,
    )


def _evidence(text: str, block: Span, source: Source, lines: Lines) -> Excerpt:
    """The line that says why, and what stands around it in its table."""
    why = re.compile(r"^[ \t]*why[ \t]*=[^\n]*", re.MULTILINE).search(text, block.start, block.end)
    start, end = why.span() if why else block
    start, end = end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
    line, column = lines.place(start)
    return Excerpt(
        document=source.id,
        source=source.source,
        start=start,
        end=end,
        line=line,
        column=column,
        quote=text[start:end],
        before=text[max(block.start, start - 240) : start],
        after=text[end : min(block.end, end + 60)],
        rule=RULE,
    )
