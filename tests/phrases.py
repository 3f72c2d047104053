"""Pieces that texts of descriptions are made of, for tests that make texts: nothing here is a real description."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import orgraph.extract
import orgraph.read
from orgraph.text import HALF_A_PAIR

TITLES = (
    "Director, Policy", "Director General, Lamps and Bells", "Chief Executive Officer", "Manager",
    "the Director", "Sr. Advisor, Pay", "Assistant Deputy Minister", "Head of Design", "Clerk",
    "Directeur, Politiques", "directrice générale", "DG, Ops", "Team Lead, Pay", "Four Regional Managers",
    "Director (EX-OI)", "Chief of Staff", "O", "Director, ", "the Deputy Minister and the Clerk", "VP/CFO",
)  # fmt: skip
LABELS = (
    "Position Title:", "**Position Title:** ", "Job Title :", "TITRE DU POSTE:", "Reports To:",
    "Supervisor: 1848, ", "Position Number: ", "Level: ", "Classification: ", "Division:", "Branch: ",
    "Department: ", "Organization: ", "Location: ", "Effective Date: ", "NOC Code: ", "Job Code: ",
    "POSITION TITLE POSITION NUMBER LEVEL ", "Titre du superviseur : ", "Team: ",
)  # fmt: skip
HEADINGS = (
    "\n## Dimensions\n", "\nDIMENSIONS ", " ORGANIZATION STRUCTURE ", "\n# Director, Policy\n",
    "\n## Organization Structure\n", "\n### ", "\n#\n", "\nGeneral Accountability\n",
    "\nSTRUCTURE ORGANISATIONNELLE\n", "NATURE AND SCOPE", "\n**Dimensions:**\n",
)  # fmt: skip
CUES = (
    "is one of five positions reporting to the ", "one of ", "The others are: ", "The other two are ",
    "Reporting to the Director are: ", "reports to ", "reporting to the ", "has five direct reports: ",
    "Direct reports: ", "The following positions report to the ", "accountable to the ",
    "Relèvent du directeur : ", "l'un des cinq postes qui relèvent du ", "reports functionally to the ",
    "with a dotted line to the ", "there are no positions reporting to the ", "This position ", "the incumbent",
    "in addition to ", "assigned to the position of ", "Supervises: ", "is accountable for ",
    "We are looking for a ", "As a ", "functional supervision of the 3 ", "staff of ", "each responsible for",
)  # fmt: skip
NUMBERS = (
    "I5", "O", "l", "8 FTEs", "(8 FTEs)", "FTE: From 17 (N.L.) to 56 (Ontario)", "$IM", "$2.96M", "9 436 000 $",
    "970 k$", "1,795,538", "I,795,538.OO", "EX-OI(P)", "EXx-O2", "CS-05", "TBD", "April I8, 2O2O", "2011-05",
    "2O11-O5-31", "99999999999999999999", "0", "5 to 3", "five (5)", "a dozen", "several", "Planned 3 FTEs",
    "+/- 4O ETP", "12%", "$", "1.2.3.4", "FTEs: 15", "Salary: $1M", "31 février 2012", "13/45/2020", "٣", "²",
    "½",
)  # fmt: skip
MARKS = (
    "\n", "\n\n", "\r\n", "\r", "\t", "  ", " " * 300, "* ", "\n* ", "\n1. ", "- ", "• ", "**", "_", "|", "(",
    ")", "[", "]", "{", ";", ": ", ", ", ". ", ".", ", and the ", " and ", " et ", "'", "\u2019", '"', "«", "&",
    "/", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2060", "\u202e", "\u2066", "\u0085", "\u2028", "\x0b",
    "\x0c", "\x1b[31m", "\x7f", "e\u0301", "\u0130", "ß", "ﬁ", "\U0001f600", "Serviceâ€™s", "Ã‰tudes", "â€",
    "<script>", "]]>", "&amp;",
)  # fmt: skip
ALL = (*TITLES, *LABELS, *HEADINGS, *CUES, *NUMBERS, *MARKS)


def lexicon() -> tuple[str, ...]:
    """Every word and phrase of the word tables, and each in capitals, sorted."""
    folder = resources.files("orgraph.extract") / "lexicon"
    tables = (tomllib.loads(path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".toml"))
    words = {phrase for table in tables for phrase in _phrases(table)}
    return tuple(sorted(words | {word.upper() for word in words}))


def _phrases(value: Any) -> Iterator[str]:
    """The strings that a table holds, the keys of its words included ("five" = 5)."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (key for key, number in value.items() if isinstance(number, int))
        for part in value.values():
            yield from _phrases(part)
    elif isinstance(value, list):
        for part in value:
            yield from _phrases(part)


def patterns() -> tuple[re.Pattern[str], ...]:
    """Every pattern that a rule or a reader matches with, in the order of the modules."""
    found: dict[re.Pattern[str], None] = {}
    for package in (orgraph.extract, orgraph.read):
        for module in pkgutil.iter_modules(package.__path__):
            for value in vars(importlib.import_module(f"{package.__name__}.{module.name}")).values():
                held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                found |= dict.fromkeys(part for part in held if isinstance(part, re.Pattern))
    return tuple(pattern for pattern in found if pattern != HALF_A_PAIR)  # which no text can match
