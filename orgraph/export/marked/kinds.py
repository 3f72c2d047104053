"""The kinds of facts that a reader tells apart, and the predicates of each."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgraph.terms import TERMS


class Kind(NamedTuple):
    """A kind of facts: its name, the letter beside its marks, its colour in a terminal, what it holds."""

    name: str
    letter: str
    colour: str
    holds: str


IDENTITY: Final = Kind("identity", "I", "36", "titles, numbers, codes, dates, places")
UNITS: Final = Kind("units", "U", "35", "units, and what they are part of")
LINES: Final = Kind("lines", "L", "32", "reporting and functional lines")
PEERS: Final = Kind("peers", "P", "34", "posts beside the described one")
COUNTS: Final = Kind("counts", "C", "96", "stated numbers of posts")
STAFF: Final = Kind("staff", "S", "33", "people and FTEs")
MONEY: Final = Kind("money", "M", "31", "budgets and salaries")

# In the order of the legend. Where one quote holds facts of several kinds, the last of them colours the mark.
KINDS: Final = (IDENTITY, UNITS, LINES, PEERS, COUNTS, STAFF, MONEY)

_OTHERWISE = {
    "unit_name": UNITS,
    "unit_kind": UNITS,
    "in_unit": UNITS,
    "heads_unit": UNITS,
    "member_of": UNITS,
    "chairs": UNITS,
    "part_of": UNITS,
    "reports_to": LINES,
    "functional_line_to": LINES,
    "lists_peer": PEERS,
    "stated_peers": COUNTS,
    "stated_reports": COUNTS,
    "stated_teams": COUNTS,
    "seats": COUNTS,
    "staff": STAFF,
    "money": MONEY,
}

KIND_OF: Final = {predicate: _OTHERWISE.get(predicate, IDENTITY) for predicate in TERMS}
