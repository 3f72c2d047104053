"""One item of a list of posts or teams: its title, classification, multiplicity and staff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import msgspec

from orgraph.extract._codes import Code, codes
from orgraph.extract._grades import in_brackets
from orgraph.extract._kinds import unit_kind
from orgraph.extract._numbers import NUMBER, WORD, Number, number, repairs_of
from orgraph.extract._plurals import PLURALS, singular
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._staff import Staff, staff
from orgraph.model import Mention, Quantity, Repair, Text
from orgraph.text import Span, squeeze
from orgraph.titles import initials


class Seats(NamedTuple):
    """How many identical posts stand in one box, and the repairs that read it."""

    quantity: Quantity
    repairs: tuple[Repair, ...] = ()


class Item(NamedTuple):
    """A post or team in a list: where its heading stands, and what the heading says."""

    mention: Mention
    span: Span
    code: Code | None
    seats: Seats | None
    plural: bool
    staff: Staff | None


_LEAD = re.compile(
    r"(?:[\s*_\"'>:;,.-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]\s"
    r"|(?:and|et|the|le ou la|la ou le|un ou une|une ou un|le|la|les|un|une|an|a"
    r"|shared|vacant|new|also|namely|notably|ceux|celui|celle|celles|du|de la)\s"
    r"|(?:de plus|en outre|par ailleurs),?\s|l')+",
    re.I,
)
_LONGEST_HEADING = 700  # characters of an item's heading, its brackets included
_LONGEST_TITLE = 220
_BRACKET = re.compile(r"\(([^()\n]{0,90})\)|\[([^\[\]\n]{0,40})\]|\(([^()\n]{0,90})[}\]]")
_POSTS = (
    r"\s*(?:(?:casual|seasonal|temporary|permanent|vacant|(?:full|part)[- ]time)\s*)?(?:positions?|postes?|posts?)?\s*$"
)
_TIMES = re.compile(
    rf"^\s*(?P<n>{NUMBER}|{WORD})\s*(?:(?:x\b)?{_POSTS}|x\s(?=[A-Z]{{2}}))|\bx\s?(?P<m>[0-9OIl]{{1,3}}){_POSTS}",
    re.I,
)
_FROM_TO = re.compile(rf"\s*(?:from|de)\s+({NUMBER}|{WORD})\s+(?:to|à|a)\s+({NUMBER}|{WORD}){_POSTS}", re.I)
# What follows the heading of an item and is no part of it.
_ASIDE = re.compile(
    r"(?<!\s)\s++(?:and|et)\s++indirect"
    r"|(?<![\s,]),?+\s++(?:within|in\s+addition\s+to|as\s+well\s+as)\s"
    r"|(?<![\s,]),?+\s++(?:located|based|situ[ée]e?s?)\s+(?:in|at|à|au)\s"
    r"|(?<![\s,]),?+\s++(?:responsables?\s+d|respons[ai]ble\s+for(?!\s+an?\s+(?:staff|team)\s+of\b)"
    r"|accountable\s+for|charg[ée ]{1,2}s?\s+d)"
)
_PER = re.compile(r"\d{1,3}\s+(?:per|in\s+each)\s")  # "(2 per region)"
# Behind the level of a post: "Clerk (CR-04), 4", "Clerks (CR-04) in Wharfton and Saltby".
_NO_FIELD = re.compile(r"\d+|(?:in|at|across|throughout|from)\s.*", re.S)
# The words that lead from a title to its staff: "with a team of", "équipe de".
_CARRIER = re.compile(
    r"(?<![\s,])[\s,]*+(?:\b(?:with|et\s+(?:son|sa)|and\s+(?:his|her|its|their)|leading|heading|supervising|managing|avec|dirigeant|responsables?|(?:of|d')?\s*each"
    r"|chacune?)\b[^,;()\n]{0,20})?(?:\b(?:an?|d'une?|une?)\s+)?(?:\b(?:team|staff|équipe|equipe|effectif)\s+(?:of|de)\s*"
    r"|\b(?:an?|une?|with|avec|and|(?:supported|assisted)\s+by)\s*)(?:approximately|about|environ)?\s*$"
)
_MEASURE = re.compile(r"FTEs?|WTE|ETP|PYs?|[Pp]erson[- ]years?")  # "Direct reports: 3 FTEs" names no post
_PEOPLE = re.compile(r"(?:[\w-]+\s){1,3}(?:staff|personnel)", re.I)
_DANGLING = re.compile(
    r"(?<!\s)(?:\s*+[;,]\s*+(?:and|or|et|ou)|\s++(?:each|chacune?))$"
)  # what joins an item to the next
_VACANT = re.compile(r"(?:Vacante?s?|Proposed|Proposée?)\s*[-:]\s*", re.I)
_TRAILING = re.compile(r"\s+x\s?(?P<n>\d{1,3})(?:\s+(?:positions?|postes?|posts?))?(?=[\s:*]*$|\s*\()")
_LEADING = re.compile(
    rf"(?:(?:(?P<between>between)\s+|(?:from|approximately|about|some)\s+)?(?P<n>{NUMBER}|{WORD})(?:\s*\({NUMBER}\))?"
    rf"(?:\s?(?(between)and|(?:-|to|or))\s?(?P<high>{NUMBER}|{WORD})(?:\s*\({NUMBER}\))?)?\s*(?:x\s+)?"
    rf"|(?P<many>(?:a )?number (?:[\[(][^\[\]()]{{0,60}}[\])]\s)?of|several|plusieurs)\s+)"
    r"(?:other\s+)?"
    rf"(?:positions? of )?(?:(?:(?:full|part)[- ]time|permanent|temporary|seasonal|subordinate)\s+)?(?=[A-ZÀ-Þa-zà-þ])",
    re.I,
)
CLAUSE = re.compile(r"(?<!\s)\s++(?:who|which|that|each|of\s++(?:whom|which)|qui|dont)\s")
_PLACES = re.compile(r"\([^()]*(?:,| and | et )[^()]*\)$")
_NEXT_PLACE = re.compile(r",\s*(?:and\s|et\s)?|\s(?:and|et)\s")


def item(reading: Reading, start: int, end: int) -> Item | None:
    """The item whose heading lies between two offsets; None where it names no post and no unit."""
    view = reading.view
    start, end = _trimmed(view, start, end)
    leading, start = _leading_count(reading, start, end)
    whole, (trailing, end) = end, (None, end) if leading else _trailing_count(view, start, end)
    # Where a damaged code or figure stands is no part of the title, whether or not its value may be repaired.
    code = next(codes(view, start, whole), None) or in_brackets(view, start, whole)
    figure = next(staff(view, start, whole), None)
    pieces, times = _title_pieces(view, start, _before_clause(view, start, end), code, figure)
    text = _title(view, pieces)
    if not text or len(text) > _LONGEST_TITLE or _MEASURE.fullmatch(text) or not re.search(r"[A-Za-zÀ-ÿ]{2}", text):
        return None
    seats = times or leading or trailing
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
    text = squeeze(" ".join(squeeze(view[a:b]) for a, b in pieces)).strip(" ,;:.-*_&(")
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


def _leading_count(reading: Reading, start: int, end: int) -> tuple[Seats | None, int]:
    """A multiplicity before the title ("four Regional Directors") and where the title starts."""
    match = _LEADING.match(reading.view, start, end)
    if match is None or match["many"]:
        return (None, match.end()) if match else (None, start)
    value = number(match["n"], match.start("n"))
    if value is None or value.value < 1 or value.value != int(value.value):
        return None, start
    high = number(match["high"], match.start("high")) if match["high"] else value
    return (_seats(value, high), match.end()) if high and high.value >= value.value else (None, start)


def _seats(low: Number, high: Number) -> Seats:
    return Seats(Quantity(measure="count", low=low.value, high=high.value), repairs_of(low, high))


def _trailing_count(view: str, start: int, end: int) -> tuple[Seats | None, int]:
    """A multiplicity behind the title ("Analyst x3") and where the title ends."""
    match = _TRAILING.search(view, start, end)
    if match is None:
        return None, end
    behind = Decimal(match["n"])
    return Seats(Quantity(measure="count", low=behind, high=behind)), match.start()


def _title_pieces(
    view: str, start: int, end: int, code: Code | None, figure: Staff | None
) -> tuple[list[tuple[int, int]], Seats | None]:
    """The heading without its brackets of code, staff, count or acronym; and the count found there."""
    brackets = list(_BRACKET.finditer(view, start, end))
    counts = (b for b in brackets if figure is None or not figure.span.start < b.start() < figure.span.end)
    times = [seats for bracket in counts if (seats := _seats_in(bracket)) is not None]
    cuts = [bracket.span() for bracket in brackets if _is_no_title(view, start, bracket, code, figure)]
    carrier = _CARRIER.search(view, start, figure.span.start) if figure and figure.span.start < end else None
    cuts += [carrier.span()] if carrier else []
    for attribute in (code, figure):
        if attribute and attribute.span.start < end and not any(a <= attribute.span.start < b for a, b in cuts):
            before = view[start : attribute.span.start].rstrip()
            before = before[:-1].rstrip() if before[-1:] in ("-", ",", ":") else before
            cuts.append((start + len(before), attribute.span.end))
    pieces, done = [], start
    for a, b in (*sorted(cuts), (end, end)):
        words = view[done:a].strip(" ,;:.-*_") if a > done else ""
        if words and (done == start or not _NO_FIELD.fullmatch(words)):
            pieces.append(_tight(view, done, a))
        done = max(done, b)
    return pieces or [(start, start)], times[-1] if times else None


def _seats_in(bracket: re.Match[str]) -> Seats | None:
    """The count that a bracket holds: "(3 positions)", "(from 2 to 4)"."""
    inside, place = _inside(bracket), bracket.start() + 1
    if (spread := _FROM_TO.fullmatch(inside)) is not None:
        low, high = (number(spread[end], place + spread.start(end)) for end in (1, 2))
        return _seats(low, high) if low and high and low.value <= high.value else None
    if (count := _TIMES.search(inside)) is not None:
        name = "n" if count["n"] else "m"
        value = number(count[name], place + count.start(name))
        return _seats(value, value) if value else None
    return None


def _is_no_title(view: str, start: int, bracket: re.Match[str], code: Code | None, figure: Staff | None) -> bool:
    """Whether a bracket says something about the post: how many, which level, how long; or gives its initials."""
    inside = _inside(bracket)
    return (
        inside[:1].islower()  # "(fixed term of two years)"
        or _PER.match(inside) is not None
        or bool(_FROM_TO.fullmatch(inside) or _TIMES.search(inside))
        or _says_attribute(bracket, code, figure)
        or _is_rank_acronym(view[max(start, bracket.start() - 120) : bracket.start()], inside)
    )


def _inside(bracket: re.Match[str]) -> str:
    return next(group for group in bracket.groups() if group is not None)


def _says_attribute(bracket: re.Match[str], code: Code | None, figure: Staff | None) -> bool:
    """Whether a bracket holds the classification or the staff, with whatever else stands in it."""
    spans = [attribute.span for attribute in (code, figure) if attribute is not None]
    return any(bracket.start() <= span.start and span.end <= bracket.end() + 2 for span in spans)


def _is_rank_acronym(before: str, inside: str) -> bool:
    return 1 < len(inside) <= 6 and inside.isupper() and inside == initials(before)


def _before_open_bracket(view: str, start: int, end: int) -> int:
    """The end, or the place of a bracket that never closes: what follows it is not the heading."""
    opened = view.rfind("(", start, end)
    return opened if opened > start and not re.search(r"[)}\]]", view[opened:end]) else end


def _tight(view: str, start: int, end: int) -> tuple[int, int]:
    text = view[start:end]
    left = len(text) - len(text.lstrip(" \t\n*_"))
    kept = text.strip(" \t\n*_")
    return start + left, start + left + len(kept)
