"""A list of peers behind its lead-in: where it ends, its items, and what an item says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item, attributes
from orgraph.extract._lists import of_lines, of_reports
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._reports import leads
from orgraph.extract._self import SELF
from orgraph.model import Mention
from orgraph.text import Span

# What stands between a superior and the list of its reports.
COPULA = re.compile(
    r"\s*+,?+\s*+(?:(?:are|is|include|sont|soit|namely|[àa]\s+savoir)\b(?:\s+the\s+following)?\s*:?|:"
    r"|(?=[*_ ]*\n\s*\*\s))"
)
_BULLETED = re.compile(r"[\s:]*\n\s*(?:\*|\d{1,2}[.)])\s")


def behind(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """The posts behind a lead-in: bullets, a line each, or one sentence."""
    if _BULLETED.match(reading.view, start, min(stop, start + 24)):
        return of_reports(reading, start, stop)
    return iter(of_lines(reading, start, stop) or in_sentence(reading, start, stop))


_NEXT = re.compile(
    r"\b(?:Reporting\s+(?:directly\s+)?to|The\s+following\s+[\w\s]{0,40}?positions?|Direct\s+reports|Rel[èe ]vent\s+d"
    r"|Les\s+titulaires|The\s+\w+\s+leads)\b|\n[ \t]*+#",
    re.I,
)


def list_stop(reading: Reading, start: int) -> int:
    """The list ends where another list or another section starts."""
    stop = reading.section_end(start)
    following = _NEXT.search(reading.view, start, stop)
    stop = following.start() if following else stop
    return next((lead.span.start for lead in leads(reading) if start < lead.span.start < stop), stop)


def said_of_peer(found: Item, lead: Span) -> Iterator[Statement]:
    """What an item of a list of peers says besides its line."""
    yield Statement(SELF, "lists_peer", found.mention, (found.span, lead))
    yield from attributes(found)


def beside(found: Item, superior: Mention, lead: Span, *, inferred: bool = False) -> Iterator[Statement]:
    """What is said of a post beside the position, and that it reports to the same superior."""
    yield from said_of_peer(found, lead)
    yield Statement(found.mention, "reports_to", superior, (found.span, lead), inferred=inferred)
