"""The table that every HR system exports: a row a person or a vacant post, with an id and the manager's id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Final

from orgraph.model import Mention, Quantity, Status, Text, Unstated, Value
from orgraph.tables._dates import dated, days_of
from orgraph.tables._governing import is_above_all
from orgraph.tables._lexicon import Field
from orgraph.tables._row import Row, Statement, decimal, figure, grade, is_word, kind_of
from orgraph.tables._row import row as again
from orgraph.tables._ties import MANAGERS, Tie, best, name, spelled
from orgraph.tables._ties import remarks as told
from orgraph.tables._units import FIELDS, Units, by_containment

_PLAIN: Final = {"grade": "classification", "location": "location", "job_code": "job_code"}
_STATES: Final = ("vacant", "planned", "eliminated", "former", "filled", "acting", "on_leave", "fixed_term")
_LIVE: Final[dict[str, Status]] = {"vacant": "vacant", "planned": "planned"}
_ADDED: Final = re.compile(r" [-–—] | \(")
_LONGEST: Final = 200  # characters of a cell in which a state is looked for
_PARTS: Final = 2  # a percentage that is no greater is written as a part of one
_MOSTLY: Final = 0.9  # share of filled cells from which an empty one is a gap
_SEATS: Final = 0.8  # share of distinct numbers from which they are of posts: a few may be shared, not most


def fits(fields: Set[Field]) -> bool:
    """Whether a table names posts or people, and their managers or units."""
    who = fields & {"title", "name", "first_name", "last_name"}
    where = fields & {*MANAGERS, "id", "position_number", "unit_path", "fte", "fte_percent", *FIELDS}
    return bool(who and where)


def hr_table(rows: Iterable[Row]) -> Iterator[Statement]:
    """Posts, incumbents, lines, units, grades and FTE of an HR table.

    What it reads:
        A row is a post: its title, its number, who holds it or that it is vacant, its unit from the
        outermost column to the innermost, its grade, FTE, status and place. The manager may be given
        by id, position number, address, name or title: the pair of columns whose values agree most is taken.
        An empty manager, one that is the row itself, or a body that governs the whole (Board of Directors) makes
        a top post. Several rows of one position
        number are one post that is shared. A row further down that names other columns begins a table of its own.

    Example:
        Employee ID 107, Manager ID 103, Job Title Programmer.

    Must not read:
        A manager who has no row is known by the id only. A number that most rows share is of the work,
        not of a post. People whose status says that they have left,
        and posts that are eliminated, are kept and marked, and count nowhere. Sums, headings of sections
        and notes at the foot are no posts; `orgraph map` names their rows.

    Known misses:
        Two managers in one cell. Dotted lines, unless a column of that name has ids of the table.
    """
    listed = _with_job_codes(list(rows))
    order = by_containment(listed)
    units, tie = Units(order), best(listed)
    gaps = sorted(field for field in order if _is_mostly_filled(listed, field))
    days = days_of(listed)
    dotted = tie is not None and bool(listed) and "functional_manager" in listed[0].columns
    references = {tie.reference(row) for row in listed} - {""} if tie and dotted else set()
    for row in listed:
        post = _post(row, tie)
        state, told = _state(row)
        yield from _identity(row, post)
        yield from _holder(row, post, state, told)
        yield from units.of(row, post)
        yield from (
            row.says(post, "in_unit", Unstated(reason="missing", text=row.text(field)), field)
            for field in gaps
            if is_word("blank", row.text(field))
        )
        yield from _figures(row, post, state)
        yield from dated(row, post, days)
        if tie:
            yield row.says(post, "reports_to", _superior(row, tie), tie.manager)
            yield from _dotted(row, post, tie, references) if dotted else ()


def remarks(rows: Iterable[Row]) -> Iterator[str]:
    """What a person should know of how the table was understood."""
    listed = list(rows)
    rows = _with_job_codes(listed)
    if rows is not listed:
        yield "position_number: most numbers are of several rows, so they are job codes"
    yield from told(rows)


def _with_job_codes(rows: list[Row]) -> list[Row]:
    """The rows with their position numbers as job codes, where most of the numbers are of several rows.

    Many tables number the work and call it the position. Where superiors are named by that number it is the post's.
    """
    numbers = [number for row in rows if (number := row.text("position_number"))]
    if not numbers or any(row.text("manager_position") for row in rows) or len(set(numbers)) >= _SEATS * len(numbers):
        return rows
    columns = {field: column for field, column in rows[0].columns.items() if field != "position_number"}
    columns.setdefault("job_code", rows[0].columns["position_number"])
    return [again(row.number, row.place, row.cells, columns) for row in rows]


def _post(row: Row, tie: Tie | None) -> Mention:
    reference = (tie.reference(row) if tie else "") or row.text("position_number") or row.text("id")
    title = row.text("title")
    return Mention(
        kind="position",
        text=title or name(row) or reference or "(no title)",
        start=row.place,
        end=row.place,
        reference=reference or None,
    )


def _identity(row: Row, post: Mention) -> Iterator[Statement]:
    if title := row.text("title"):
        yield row.says(post, "title", Text(text=title), "title")
    if number := row.text("position_number"):
        yield row.says(post, "position_number", Text(text=number), "position_number")
    for field, predicate in _PLAIN.items():
        text = row.text(field)
        if text and not is_word("blank", text):
            value: Value = grade(text) if field == "grade" else Text(text=text)
            yield row.says(post, predicate, value, field)


def _holder(row: Row, post: Mention, state: str | None, told: Field) -> Iterator[Statement]:
    """Who holds the post, and what the row says of its state."""
    if state is not None and state != "filled":
        yield row.says(post, "post_status", Text(text=state.replace("_", " ")), told)
    holder = name(row)
    field = row.filled("name", "first_name", "last_name")
    named = _state_of(holder) != "vacant" and kind_of(holder, "blank", "not_disclosed") is None
    if holder and field and state != "former" and named:
        yield row.says(post, "incumbent", Text(text=holder), field)


def _state(row: Row) -> tuple[str | None, Field]:
    """The state of the post, and the field that tells it: that of the status, else what stands for a name."""
    state = _state_of(row.text("status"))
    if state in (None, "filled") and is_word("yes", row.text("vacant")):
        return "vacant", "vacant"
    if state in (None, "filled") and kind_of(row.text("tenure"), "fixed_term"):
        return "fixed_term", "tenure"
    if state is not None:
        return state, "status"
    named = _state_of(row.text("name"))
    return (named if named in ("vacant", "eliminated") else None), "name"


def _state_of(text: str) -> str | None:
    """The state that a text names, whatever it adds: `Vacant (advertised)`, `Inactive - Payroll Eligible`."""
    return kind_of(_ADDED.split(text[:_LONGEST], maxsplit=1)[0], *_STATES)


def _figures(row: Row, post: Mention, state: str | None) -> Iterator[Statement]:
    field = row.filled("fte", "fte_percent")
    if field:
        text = row.text(field)
        if field == "fte_percent" and (decimal(text) or 0) > _PARTS:
            text += "%"
        yield row.says(post, "staff", figure(text, "fte", status=_LIVE.get(state or "", "unspecified")), field)
    low, high = decimal(row.text("pay_floor")), decimal(row.text("pay_ceiling"))
    if low and high:
        pay = Quantity(measure="budget", low=low, high=high, scope="seat", category="salary", label="Pay of a post")
        yield row.says(post, "money", pay, "pay_floor")


def _superior(row: Row, tie: Tie) -> Mention | Unstated:
    """The post above: nobody where the cell is empty, names the row itself, or a body of which nobody is a row."""
    text, named = row.text(tie.manager), tie.superior(row)
    nobody = named not in tie.known and (kind_of(text, "blank", "no_reference", "no_superior") or is_above_all(text))
    if nobody or named in tie.own(row):
        return Unstated(reason="top", text=text)
    return Mention(kind="position", text=text, reference=named)


def _dotted(row: Row, post: Mention, tie: Tie, references: Set[str]) -> Iterator[Statement]:
    text = row.text("functional_manager")
    reference = spelled(tie.key, text)
    if reference in references and reference != post.reference:
        value = Mention(kind="position", text=text, reference=reference)
        yield row.says(post, "functional_line_to", value, "functional_manager")


def _is_mostly_filled(rows: Sequence[Row], field: Field) -> bool:
    filled: Callable[[Row], bool] = lambda row: not is_word("blank", row.text(field))  # noqa: E731
    counts = Counter(map(filled, rows))
    return counts[False] > 0 and counts[True] >= _MOSTLY * len(rows)
