"""One item of a list of posts or teams: its title, classification, multiplicity and staff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import msgspec

from orgraph.extract._codes import Code, codes
from orgraph.extract._grades import before_title, in_brackets
from orgraph.extract._kinds import unit_kind
from orgraph.extract._plurals import PLURALS, singular
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._seats import Seats, leading, trailing
from orgraph.extract._staff import Staff, staff
from orgraph.extract._title_pieces import title_pieces
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze


class Item(NamedTuple):
    """A post or team in a list: where its heading stands, and what the heading says."""

    mention: Mention
    span: Span
    code: Code | None
    seats: Seats | None
    plural: bool
    staff: Staff | None


_LEAD = re.compile(
    r"(?:[\s*_\"'>:;,.-]|[(\[]?(?:[0-9OIl]{1,2}|[a-zA-Z]|[ivx]{2,4})[.)\]]\s"
    r"|(?:and|et|the|le ou la|la ou le|un ou une|une ou un|le|la|les|un|une|an|a"
    r"|shared|vacant|new|(?:full|part)-time|also|namely|notably|ceux|celui|celle|celles|du|de la)\s"
    r"|(?:de plus|en outre|par ailleurs),?\s|(?:de )?l')+",
    re.I,
)
_LONGEST_HEADING = 700  # characters of an item's heading, its brackets included
_LONGEST_TITLE = 220
# What follows the heading of an item and is no part of it.
_ASIDE = re.compile(
    r"(?<!direct)(?<!directs)(?<!\s)\s++(?:and|et)\s++indirect"
    r"|(?<![\s,]),?+\s++(?:within|in\s+addition\s+to|as\s+well\s+as)\s"
    r"|(?<![\s,]),?+\s++(?:located|based|situ[ée]e?s?)\s+(?:in|at|à|au)\s"
    r"|(?<![\s,]),?+\s++(?:responsables?\s+d|respons[ai]ble\s+for(?!\s+an?\s+(?:staff|team)\s+of\b|\s+[0-9OIl]{1,4}\s+(?:employees|staff|FTEs?)\b)"
    r"|accountable\s+for|charg[ée ]{1,2}s?\s+d)"
    r"|(?<![\s,]),?+\s++(?:(?:led|headed|managed|directed|supervised)\s+by|under)\s+(?:an?|the|its)\s"
    r"|(?<![\s,]),?+\s++sont\s"
    r"|(?<![\s,]),?+\s++(?:dirig|g[ée ]r|supervis|encadr)[ée ]{1,2}e?s?\s+par\s"
)
_MEASURE = re.compile(r"FTEs?|WTE|ETP|PYs?|[Pp]erson[- ]years?")  # "Direct reports: 3 FTEs" names no post
_PEOPLE = re.compile(r"(?:[\w-]+\s){1,3}(?:staff|personnel)", re.I)
_DANGLING = re.compile(
    r"(?<!\s)(?:\s*+[;,]\s*+(?:and|or|et|ou)|\s++(?:each|chacune?))$"
)  # what joins an item to the next
_VACANT = re.compile(r"(?:Vacante?s?|Proposed|Proposée?)\s*[-:]\s*", re.I)
CLAUSE = re.compile(
    r"(?<!\s)\s++(?:who|which|that|each|neither|none|all\s++of\s++whom|of\s++(?:whom|which)|qui|dont)\s"
)
_PLACES = re.compile(r"\([^()]*(?:,| and | et )[^()]*\)$")
_NEXT_PLACE = re.compile(r",\s*(?:and\s|et\s)?|\s(?:and|et)\s")


def item(reading: Reading, start: int, end: int) -> Item | None:
    """The item whose heading lies between two offsets; None where it names no post and no unit."""
    view = reading.view
    start, end = _trimmed(view, start, end)
    before, start = leading(view, start, end)
    whole, (behind, end) = end, (None, end) if before else trailing(view, start, end)
    # Where a damaged code or figure stands is no part of the title, whether or not its value may be repaired.
    code = next(codes(view, start, whole), None) or in_brackets(view, start, whole) or before_title(view, start, whole)
    figure = next(staff(view, start, whole), None)
    pieces, times = title_pieces(view, start, _before_clause(view, start, end), code, figure)
    text = _title(view, pieces)
    if not text or len(text) > _LONGEST_TITLE or _MEASURE.fullmatch(text) or not re.search(r"[A-Za-zÀ-ÿ]{2}", text):
        return None
    seats = times or before or behind
    if seats is not None and _PEOPLE.fullmatch(text):
        return _group(reading, text, Span(pieces[0][0], pieces[-1][1]), seats)
    plural = bool(PLURALS.search(re.split(r",| of | for ", text)[0]))
    text = singular(_without_places(text, seats)) if seats is not None else text
    span = Span(pieces[0][0], pieces[-1][1])
    return Item(
        mention=Mention(kind="unit" if unit_kind(text) else "position", text=text, start=span.start, end=span.end),
        span=span,
        code=code if code and reading.accepts(code.repair) else None,
        seats=seats if seats and reading.accepts(*seats.repairs) else None,
        plural=plural,
        staff=figure if figure and reading.accepts(*figure.repairs) else None,
    )


def _without_places(text: str, seats: Seats) -> str:
    """The title without a bracket that names a place for each of its seats: "three Chiefs (North, East, West)"."""
    places = _PLACES.search(text)
    each = places is not None and len(_NEXT_PLACE.split(places[0])) == seats.quantity.low
    return text[: places.start()].rstrip() if places is not None and each else text


def _group(reading: Reading, text: str, span: Span, number_of: Seats) -> Item:
    """People who are named by what they do: "23 audit staff" is a team of that size, and no seat of that title."""
    size = msgspec.structs.replace(number_of.quantity, measure="headcount", step=Decimal(1))
    figure = Staff(size, span, number_of.repairs) if reading.accepts(*number_of.repairs) else None
    return Item(Mention(kind="unit", text=text, start=span.start, end=span.end), span, None, None, False, figure)


def _trimmed(view: str, start: int, end: int) -> tuple[int, int]:
    """The heading without its bullet or lead-in, and without what follows a heading."""
    end = min(end, start + _LONGEST_HEADING)
    lead = _LEAD.match(view, start, end)
    start = lead.end() if lead else start
    end = _before_open_bracket(view, start, end)
    aside = _ASIDE.search(view, start, end)
    end = aside.start() if aside else end
    vacant = _VACANT.match(view, start, end)
    return (vacant.end() if vacant else start), end


def _before_clause(view: str, start: int, end: int) -> int:
    """Where a clause about the post starts ("who leads ..."), if not inside brackets; else the end."""
    clause = CLAUSE.search(view, start, end)
    if clause is None or view.rfind("(", start, clause.start()) > view.rfind(")", start, clause.start()):
        return end
    return clause.start()


def _title(view: str, pieces: list[tuple[int, int]]) -> str:
    """The text of the pieces as one title."""
    text = squeeze(" ".join(squeeze(view[a:b]) for a, b in pieces)).strip(" ,;:.-*_&(|")
    text = _DANGLING.sub("", text)
    text = re.sub(r"\s+([,;:])", r"\1", re.sub(r",(?:\s*,)+", ",", text))
    return re.sub(r"\s+(?:positions?|postes?)$", "", text)


def statements(found: Item, lead: Span, subject: Mention, predicate: str = "reports_to") -> Iterator[Statement]:
    """What an item of a list of reports says: its line, kind, classification, seats and staff."""
    yield Statement(found.mention, predicate, subject, (found.span, lead))
    yield from attributes(found)


def attributes(found: Item) -> Iterator[Statement]:
    """What the heading of an item says besides its line."""
    kind = unit_kind(found.mention.text) or ("team" if found.mention.kind == "unit" else None)
    if kind is not None:
        yield Statement(found.mention, "unit_kind", Text(text=kind), (found.span,))
    if found.code is not None and kind is None:
        repairs = (found.code.repair,) if found.code.repair else ()
        yield Statement(found.mention, "classification", found.code.value, (found.code.span,), repairs)
    if found.seats is not None and kind is None:
        yield Statement(found.mention, "seats", found.seats.quantity, (found.span,), found.seats.repairs)
    if found.staff is not None:
        yield Statement(found.mention, "staff", found.staff.quantity, (found.staff.span,), found.staff.repairs)


def _before_open_bracket(view: str, start: int, end: int) -> int:
    """The end, or the place of a bracket that never closes: what follows it is not the heading."""
    opened = view.rfind("(", start, end)
    return opened if opened > start and not re.search(r"[)}\]]", view[opened:end]) else end
