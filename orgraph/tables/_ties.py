"""How the rows of a table name the managers of one another: by number, id, address or name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgraph.tables._lexicon import Field
from orgraph.tables._naming import unaccented
from orgraph.tables._row import Row
from orgraph.tables._row import reference as bare

MANAGERS: Final[tuple[Field, ...]] = ("manager_position", "manager_id", "manager", "manager_email", "manager_name")
_KEYS: Final[tuple[Field, ...]] = ("position_number", "id", "email", "name", "title")
_USUAL: Final = {
    "manager_position": "position_number",
    "manager_id": "id",
    "manager_email": "email",
    "manager_name": "name",
}
_ASIDE = re.compile(r"\s*[(\[][^()\[\]0-9]{1,40}[)\]]\s*$")  # (On Leave)
_NAME_AND_ID = re.compile(r"[^()]+\(([A-Za-z0-9-]*[0-9])\)")
_WHOLE = re.compile(r"([0-9]{1,15})\.0")


class Tie(NamedTuple):
    """The column that names managers, the key of the rows that it holds, and how many distinct values agree."""

    manager: Field
    key: Field
    agree: int
    named: int
    known: frozenset[str]

    @property
    def share(self) -> float:
        """Of the managers that the column names, how many the key knows."""
        return self.agree / self.named

    def reference(self, row: Row) -> str:
        """The key of a row, as managers are named by it; none where several rows have one title."""
        key = _key(row, self.key)
        return key if self.key != "title" or key in self.known else ""

    def superior(self, row: Row) -> str:
        """The key of the manager that a row names."""
        return spelled(self.key, row.text(self.manager))

    def own(self, row: Row) -> set[str]:
        """What would name the row itself as its manager."""
        return {self.reference(row), spelled(self.key, row.text("id"))} - {""}


def best(rows: Sequence[Row]) -> Tie | None:
    """The pair of columns that agree most; of equals the first: numbers go before names."""
    return _best(_ties(rows))


def remarks(rows: Sequence[Row]) -> Iterator[str]:
    """Which column names the managers, and which do not, with how many values agree."""
    ties = _ties(rows)
    chosen = _best(ties)
    for tie in ties:
        if tie == chosen:
            yield f"{tie.manager}: {tie.agree} of {tie.named} agree with {tie.key}"
        elif chosen and tie.manager != chosen.manager and tie.key == _USUAL.get(tie.manager):
            yield f"{tie.manager}: {tie.agree} of {tie.named} agree with {tie.key}; not taken"


def name(row: Row) -> str:
    """The name of the person: of a name and a family name that does not repeat it, both."""
    last, first, given = row.text("last_name"), row.text("first_name"), row.text("name")
    if given and first and not last and not any(mark in given for mark in " ,"):
        last, given = given, ""  # one word beside a first name is the family name
    given = given or first
    if last and last.casefold() not in given.casefold().split():
        return f"{given} {last}".strip()
    return given


def spelled(key: Field, text: str) -> str:
    """A key in the one spelling that both columns are brought to.

    The words of a name are put in order, for some write the family name first; what stands in parentheses
    after a name is its id.

    >>> spelled("name", "Lee,  Ann"), spelled("email", "Ann@Example.org"), spelled("id", "107.0"), spelled("id", "007")
    ('ann lee', 'ann@example.org', '107', '007')
    >>> spelled("name", "Ann Lee (On Leave)"), spelled("id", "Ann Lee (007)")
    ('ann lee', '007')
    >>> spelled("name", "LEROY Élise") == spelled("name", "Elise Leroy")
    True
    """
    if key == "name":
        return _in_order(text)
    if key in ("email", "title"):
        return text.casefold()
    if text.isalnum():  # most ids are, and those that are not may be more than an id
        return text
    text = bare(text)
    named = _NAME_AND_ID.fullmatch(text)
    if named:
        return named[1]
    whole = _WHOLE.fullmatch(text)  # what a numeric column with gaps becomes in a conversion
    return whole[1] if whole else text


@lru_cache(maxsize=65536)
def _in_order(text: str) -> str:
    last, mark, first = _ASIDE.sub("", text).partition(",")
    return " ".join(sorted(unaccented(f"{first} {last}" if mark else last).split()))


def _best(ties: Sequence[Tie]) -> Tie | None:
    return max(ties, key=lambda tie: tie.share, default=None)


def _ties(rows: Sequence[Row]) -> list[Tie]:
    columns = rows[0].columns if rows else {}
    keys = {key: known for key in _KEYS if (key == "name" or key in columns) and (known := _known(rows, key))}
    found = []
    for manager in filter(columns.__contains__, MANAGERS):
        texts = {row.text(manager) for row in rows} - {""}
        for key, known in keys.items() if texts else ():
            named = {spelled(key, text) for text in texts}
            found.append(Tie(manager, key, len(named & known), len(named), known))
    return found


def _known(rows: Sequence[Row], key: Field) -> frozenset[str]:
    """What managers may be named by. A title names somebody only where one row has it."""
    counts = Counter(_key(row, key) for row in rows)
    return frozenset(text for text, count in counts.items() if text and (key != "title" or count == 1))


def _key(row: Row, key: Field) -> str:
    return spelled(key, name(row) if key == "name" else row.text(key))
