"""The organogram that bodies of the UK publish: senior posts by name and reference, junior posts in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from orgraph.model import Classification, Mention, Quantity, Status, Text, Unstated
from orgraph.tables._contacts import contacts
from orgraph.tables._dates import dated, days_of
from orgraph.tables._row import Row, Statement, decimal, figure, is_word, kind_of
from orgraph.tables._row import reference as bare
from orgraph.tables._units import Units

Days = Mapping[str, str]
_NO_REFERENCE = ("blank", "not_disclosed", "no_reference", "top")  # words that name no post, whoever holds it
_NO_POST = "0"  # the reference of people who are paid and hold no post


def fits(fields: Set[str]) -> bool:
    """Whether a table has the columns of senior posts, of junior posts, or of both."""
    senior = {"post_reference", "senior_reference"} <= fields
    junior = {"reporting_senior", "posts_in_fte"} <= fields
    return senior or junior


def uk_organogram(rows: Iterable[Row]) -> Iterator[Statement]:
    """Posts, groups of posts, lines, units, grades and FTE of a return.

    What it reads:
        The senior table, the junior table, or both stacked in one sheet, with one row of headings or each with
        its own, under any name that their columns have had since 2011. A senior row is a post with its
        incumbent. A junior row is a group of posts, measured in FTE: it is no person, and nobody's span of
        control counts it. `XX` in the place of a superior makes a senior post a top post; a junior group
        under `XX` is under nobody. In a stacked sheet that does not say which rows are which, one without
        reference and name is junior.

    Example:
        Post Unique Reference DWP8, Reports to Senior Post DWP202.

    Must not read:
        The reference `0` is no post. `N/D`, `N/A` and an empty cell are no names and no figures; a post
        whose name is Eliminated is kept, and marked as one that is no more.

    Known misses:
        Contacts: only cells in their columns that hold none are kept, as flaws. The date of a return where
        only its file name says it.
    """
    listed = list(rows)
    units, days = Units(), days_of(listed, day_first=True)
    for row in listed:
        yield from _junior(row, units, days) if _is_junior(row) else _senior(row, units, days)


def _is_junior(row: Row) -> bool:
    layer = row.text("layer").lower()
    if layer:
        return "jun" in layer
    if row.text("post_reference"):
        return False
    return row.filled("posts_in_fte", "generic_title", "reporting_senior") is not None or not row.text("name")


def _senior(row: Row, units: Units, days: Days) -> Iterator[Statement]:
    reference = bare(row.text("post_reference"))
    known = reference != _NO_POST and kind_of(reference, *_NO_REFERENCE) is None
    field = row.filled("title", "generic_title")
    title = row.text(field or "title")
    post = Mention(
        kind="position",
        text=title or reference or "(no title)",
        start=row.place,
        end=row.place,
        reference=reference if known else None,
    )
    if title:
        yield row.says(post, "title", Text(text=title), field or "title")
    if known:
        yield row.says(post, "position_number", Text(text=reference), "post_reference")
    yield from _holder(row, post)
    yield from contacts(row, post)
    yield from _common(row, post, units, days)
    yield from _superior(row, post, may_be_top=True)
    if row.has("fte"):
        status: Status = "vacant" if is_word("vacant", row.text("name")) else "unspecified"
        yield row.says(post, "staff", figure(row.text("fte"), "fte", status=status), "fte")
    cost = decimal(row.text("salary_cost"))
    if cost is not None and cost > 0:
        money = Quantity(
            measure="budget", low=cost, high=cost, category="salary", currency="GBP", label="Salary Cost of Reports"
        )
        yield row.says(post, "money", money, "salary_cost")


def _junior(row: Row, units: Units, days: Days) -> Iterator[Statement]:
    named = row.filled("generic_title", "title")
    title = row.text(named or "title")
    post = Mention(kind="position", text=title or "(no title)", start=row.place, end=row.place)
    if title:
        yield row.says(post, "title", Text(text=title), named or "title")
    yield from _common(row, post, units, days)
    yield from _superior(row, post, may_be_top=False)
    fields = ("posts_in_fte", "fte")  # a stacked sheet may have one column for both kinds of rows, or two
    field = row.filled(*fields) or next((field for field in fields if row.has(field)), None)
    if field is not None:
        yield row.says(post, "seats", figure(row.text(field), "fte"), field)


def _holder(row: Row, post: Mention) -> Iterator[Statement]:
    """Who holds the post, or that nobody does, or that it is no more."""
    name = row.text("name")
    if not name or not row.has("name"):
        return
    state = kind_of(name, "eliminated", "vacant")
    if state is not None:
        yield row.says(post, "post_status", Text(text=state), "name")
    elif kind_of(name, "blank", "not_disclosed") is None:
        yield row.says(post, "incumbent", Text(text=name), "name")


def _common(row: Row, post: Mention, units: Units, days: Days) -> Iterator[Statement]:
    code = row.text("grade")
    if kind_of(code, "blank", "not_disclosed") is None:
        yield row.says(post, "classification", Classification(code=code, group=code), "grade")
    yield from units.of(row, post)
    yield from dated(row, post, days)
    low, high = decimal(row.text("pay_floor")), decimal(row.text("pay_ceiling"))
    if low and high:
        pay = Quantity(
            measure="budget", low=low, high=high, scope="seat", category="salary", currency="GBP", label="Pay of a post"
        )
        yield row.says(post, "money", pay, "pay_floor")


def _superior(row: Row, post: Mention, *, may_be_top: bool) -> Iterator[Statement]:
    fields = ("senior_reference", "reporting_senior")
    field = row.filled(*fields) or next((field for field in fields if row.has(field)), None)
    if field is not None:
        yield row.says(post, "reports_to", _line(row.text(field), may_be_top), field)


def _line(text: str, may_be_top: bool) -> Mention | Unstated:
    """The post that a reference names, or why there is none."""
    if may_be_top and is_word("top", text):
        return Unstated(reason="top", text=text)
    if text == _NO_POST or kind_of(text, *_NO_REFERENCE):
        return Unstated(reason="missing", text=text)
    return Mention(kind="position", text=text, reference=bare(text))
