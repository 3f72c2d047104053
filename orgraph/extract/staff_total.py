"""The staff of the position's area, as its Dimensions state it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._dimensions import dimensions, label, scope
from orgraph.extract._grids import YEAR, cells
from orgraph.extract._lexicon import alternation, loose, table
from orgraph.extract._numbers import NUMBER, WORD, first_column, number, repairs_of, second_column
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._staff import Staff, measure, staff
from orgraph.extract._staff_told import staff_told
from orgraph.model import Quantity
from orgraph.text import Span

_UNIT = (
    r"(?:(?P<fte>FTE(?:'?s)?(?:\s+(?:count|complement|supervised|managed))?|WTE|ETP"
    r"|(?:full|whole)[- ]time\s+equivalents?(?:\s+positions?)?"
    rf"|{loose('équivalents')}?\s(?:[àa]\s)?temps\s(?:plein|complet))"
    rf"|(?P<years>person[- ]years?|PYs?|{loose('années-personnes')})"
    r"|(?P<people>(?:number\s+of\s+)?employees(?:\s+supervised)?"
    r"|(?:human\s+resources|ressources\s+humaines)(?=[*_]{0,2}\s?:)|personnel|workforce|people(?:\s+managed)?|(?:number\s+of\s+)?positions(?=[*_]{0,2}\s?:)|staff"
    r"(?:\s+complement)?|headcount|(?:nombre\s+d')?employ[ée ]s|effectifs?(?:\s+tota(?:l|ux))?))"
)
_LABELLED = re.compile(
    rf"\b{_UNIT}\b(?:\s?\((?:(?P<aside>FTEs?|WTE|ETP)|[^()\n]{{0,40}})\))?"
    r"(?:\s+(?:19|20|2O)[0-9OIl]{2}\s?[-/]\s?[0-9OIl]{2,4}(?=\s?[:(])(?:\s?\([^()\n]{0,40}\))?)?"
    r"(?:\s+(?:of|in|de|du|d')\s?[^:\d\n*]{1,48}(?=\s?:))?(?:\s?(?:/|&|and|et)\s?(?:(?:salary|operating)\s)?budget(?=[*_]{0,2}\s?:))?[*_]{0,2}\s{0,4}[:|=-]?[*_]{0,2}\s{0,3}"
    r"(?:[a-z]+-[a-z]+\s\((?=\d))?(?:from\s+|de\s+|(?P<between>between\s+|entre\s+))?"
    rf"(?P<around>(?:approximately\s|approx\.?\s|about\s|environ\s|\+/-\s|~)\s*)?(?P<low>{NUMBER}|{WORD})(?P<plus>\s?\+(?!\s?[/\d]))?"
    rf"(?:\s?\((?P<low_place>[^()\n]{{1,40}})\))?(?:\s?(?(between)(?:and|et|-)|(?:-|to|à|a|et))\s?(?P<high>{NUMBER}|{WORD})"
    rf"(?:\s?\((?P<high_place>[^()\n]{{1,40}})\))?)?",
    re.I,
)
# "26 Indeterminates 21 Terms" are parts of the staff, each with its own figure.
_TENURE = re.compile(
    r"\s+(?:indeterminates?|terms?|casuals?|permanents?|full-time|seasonal|students?)\b[^.;:\n]{0,24}?[0-9OIl]+\s+"
    r"(?:terms?|casuals?|temporar|part-time|seasonal|students?|contract)",
    re.I,
)
_FTE_BEHIND = re.compile(r"\s?(?:FTE|WTE|ETP)")
_NUMBER_FIRST = re.compile(rf"(?P<low>{NUMBER})\s+(?:Number\s+of\s+)(?P<years>person[- ]years?)", re.I)
_MANAGES = re.compile(
    r"\b(?:manages|supervises|leads|oversees|g[èe ]re|dirige|encadre|supervise"
    r"|human\s+resources|ressources\s+humaines)(?:\s(?:an?|une?))?$",
    re.I,
)
# Behind parts: "40 indeterminate and 6 term, for a total of 46".
_WHOLE = re.compile(
    rf"[^.;:\n]{{1,80}}?\b(?:(?:for\s+)?a\s+total\s+of|totall?ing|in\s+all|soit|pour\s+un\s+total\s+de|total\s?[:=])\s+(?P<low>{NUMBER})(?=\s*(?:[.;,)\n]|$))",
    re.I,
)
# Whose people a figure counts that has no label: at the start of its line, or behind a budget ("and a staff of 74").
_NO_LABEL = re.compile(
    r"[\s*_-]*(?:an?|une?)?\s*$|.{0,80}(?:\bbudget|\bdollars|\$)[^;:|\n]{0,40}\s(?:and|with|et|avec)\s+(?:an?|une?)\s$",
    re.I,
)
# Heads of a table's columns and rows: of staff; of a row that is the position's whole.
_OF_STAFF = re.compile(
    rf"(?:(?:total|number\s+of|nombre\s+d[e'])\s?)?{_UNIT}(?:\s?\((?P<aside>FTEs?|WTE|ETP)\))?", re.I
)
_TOTAL = re.compile(r"(?:grand\s+)?total(?:\s+g[ée ]n[ée ]ral)?|all|ensemble", re.I)
_VALUE = re.compile(rf"[\s*_]*(?P<low>{NUMBER})(?:\s?(?:-|to|à)\s?(?P<high>{NUMBER}))?[\s*_]*")
_NEAR = 140  # characters before a figure that may say whose it is
_OF_OTHERS = re.compile(r"\s+(?:of|in|from|at|du|de|des|d')\b", re.I)  # "46 employees of the provinces"
_ENDS = re.compile(r"\s*(?:[;,.)(/|]|$|(?:and|et)\s+(?:an?|une?)\s)", re.M)
_A_POST = re.compile(r"(?:The|Le|La)\s+[A-Z]")  # "The Deputy Minister leads ..."
_UNIT_WORD = alternation(word for words in table("units").values() for word in words)
# "The Directorate has 46 employees": the unit is called by its kind alone, and so the position's own.
_OWN_HAS = re.compile(
    rf"^(?:the|this|our|its|la|le|l'|cette|ce|notre)\s?(?:{_UNIT_WORD}|position|incumbent|poste|titulaire)"
    r"\s+(?:has|have|employs|is\s+staffed\s+by|comprises"
    rf"|consists\s+of|is\s+made\s+up\s+of|compte|dispose\s+d['e]|comprend"
    rf"|est\s+compos[ée ]{{1,2}}e?\s+d['e]|emploie|possède)(?:\s?(?:an?|une?))?$",
    re.I,
)
# Dot leaders as a scan reads them, no word of any language; the digits behind them may be dots, too.
_LEADERS = re.compile(r"([a-hj-vx-z])\1\1")


def staff_total(reading: Reading) -> Iterator[Statement]:
    """The staff of the position's area, as its Dimensions state it.

    What it reads: "FTEs: 15", "Engagement Division FTEs: 15", "ETP : 287,7", "46 WTE", "Équivalents temps plein :
    de 12 à 15", "From 17 (N.L.) to 56 (Ontario)" with its places, "116 Number of person years", two columns under
    the names of two kinds of unit; outside Dimensions, a field ("Team size: 14"), else "an assigned staff of
    eight", "the Director leads a team of 20 employees", "oversees 20 employees", "is responsible for an agency with
    approximately 20 employees". A figure whose label names a containing unit, a wider body or indirect staff is
    context; one of several kinds of employment is a part.
    Example: "**Engagement Division FTEs:** 15".
    Must not read: the staff of a listed report; salaries; a fiscal year; a virtual team; a figure behind dot
    leaders that a scan took for letters.
    Known misses: figures in columns whose heads a scan has flattened.
    """
    found = False
    for body in dimensions(reading):
        for statement in _in(reading, body):
            found = True
            yield statement
    if not found:
        for figure in staff_told(reading):
            yield Statement(SELF, "staff", figure.quantity, (figure.span,), figure.repairs)


def _in(reading: Reading, body: Span) -> Iterator[Statement]:
    done = body.start
    for match in sorted(_candidates(reading, body), key=lambda m: m.start()):
        if match.start() < done:
            continue
        figure = _figure(reading, body, match)
        if figure is not None:
            done = figure.span.end
            yield from _whole(reading, body, figure)
            if _LEADERS.search(figure.quantity.label or ""):
                continue
            yield Statement(SELF, "staff", figure.quantity, (figure.span,), figure.repairs)
            yield from _wider(reading, body, match)
    yield from _in_columns(reading, body)
    for figure in staff(reading.view, *body, repair=reading.repair):
        text = label(reading, body, figure.span.start)
        if (
            figure.span.start >= done
            and not _LEADERS.search(text)
            and (figure.quantity.measure != "headcount" or _is_of_position(reading, body, figure.span, text))
        ):
            quantity = replace(figure.quantity, label=text or None, scope=scope(reading, body, text, figure.span.start))
            yield Statement(SELF, "staff", quantity, (figure.span,), figure.repairs)


def _in_columns(reading: Reading, body: Span) -> Iterator[Statement]:
    """The figures of a table below a head that names staff, in rows that name no part of the area."""
    for cell in cells(reading.view, body):
        head = _OF_STAFF.fullmatch(cell.column)
        value = _VALUE.fullmatch(reading.view, *cell.span) if head else None
        if (
            head is None
            or value is None
            or not (not cell.row or YEAR.fullmatch(cell.row) or _TOTAL.fullmatch(cell.row))
        ):
            continue
        low = number(value["low"], value.start("low"), repair=reading.repair)
        high = number(value["high"], value.start("high"), repair=reading.repair) if value["high"] else low
        if low is not None and high is not None and high.value >= low.value:
            quantity = Quantity(
                measure=measure(head.groupdict()),
                low=low.value,
                high=high.value,
                label=f"{cell.column} {cell.row}".strip(),
                step=low.step,
            )
            yield Statement(
                SELF,
                "staff",
                quantity,
                (Span(value.start("low"), value.end("high") if value["high"] else value.end("low")),),
                repairs_of(low, high),
            )


def _whole(reading: Reading, body: Span, parts: Staff) -> Iterator[Statement]:
    """The sum that a text itself states behind the parts of a staff."""
    match = _WHOLE.match(reading.view, parts.span.end, body.end) if parts.quantity.scope == "part" else None
    value = number(match["low"], match.start("low"), repair=reading.repair) if match else None
    if match is not None and value is not None:
        quantity = replace(parts.quantity, low=value.value, high=value.value, step=value.step, scope="own")
        yield Statement(SELF, "staff", quantity, (Span(*match.span("low")),), repairs_of(value))


def _is_of_position(reading: Reading, body: Span, span: Span, text: str) -> bool:
    """Whether people without a label are the position's: it manages them, its unit has them, or they open a line."""
    line = max(body.start, reading.view.rfind("\n", 0, span.start) + 1)
    before = reading.view[max(line, span.start - _NEAR) : span.start]
    behind = reading.view[span.end : span.end + _NEAR]
    if _OF_OTHERS.match(behind):
        return False
    if _MANAGES.search(text):
        start = clause_start(reading, span.start)
        return not _A_POST.match(text) or subject_end(reading, start, span.start) is not None
    return bool(_OWN_HAS.search(text) or (_NO_LABEL.fullmatch(before) and _ENDS.match(behind)))


def _candidates(reading: Reading, body: Span) -> Iterator[re.Match[str]]:
    for pattern in (_NUMBER_FIRST, _LABELLED):
        yield from pattern.finditer(reading.view, *body)


def _figure(reading: Reading, body: Span, match: re.Match[str]) -> Staff | None:
    groups = match.groupdict()
    view = reading.view
    printed = first_column(groups["low"], view[max(body.start, match.start() - 60) : match.start("low")])
    low = number(printed, match.start("low"), repair=reading.repair)
    high = number(groups["high"], match.start("high"), repair=reading.repair) if groups.get("high") else low
    if groups["low"] == "O" and view[match.end("low") : match.end("low") + 2].strip()[:1] == "&":
        return None  # "FTE" at the end of a line, "O&M" at the start of the next
    if low is None or high is None or high.value < low.value or _is_money(reading.view, match):
        return None
    before = label(reading, body, match.start())
    own = re.sub(rf"\s*(?:{NUMBER}).*$", "", match[0].split(":")[0].strip("* ")) if match.re is _LABELLED else match[0]
    text = f"{before} {own}".strip(" |")
    quantity = Quantity(
        measure="fte" if _FTE_BEHIND.match(view, match.end()) else measure(groups),
        low=low.value,
        high=None if groups.get("plus") else high.value,
        scope="part" if _TENURE.match(view, match.end()) else scope(reading, body, text, match.start()),
        label=text or None,
        step=low.step,
        approximate=bool(groups.get("around")),
        low_place=groups.get("low_place") if groups.get("high") else None,
        high_place=groups.get("high_place"),
    )
    repairs = repairs_of(low, high)
    return Staff(quantity, Span(*match.span()), repairs)


def _wider(reading: Reading, body: Span, match: re.Match[str]) -> Iterator[Statement]:
    """The figure of the second of two columns, which stand under the names of two kinds of unit."""
    before = reading.view[max(body.start, match.start() - 60) : match.start("low")]
    column = second_column(match["low"], before)
    value = number(column[1], match.end("low") - len(column[1]), repair=reading.repair) if column else None
    if column is None or value is None:
        return
    text = f"{column[0]} FTEs"
    quantity = Quantity(
        measure=measure(match.groupdict()),
        low=value.value,
        high=value.value,
        scope=scope(reading, body, text, match.start()),
        label=text,
        step=value.step,
    )
    yield Statement(
        SELF, "staff", quantity, (Span(match.end("low") - len(column[1]), match.end("low")),), repairs_of(value)
    )


def _is_money(view: str, match: re.Match[str]) -> bool:
    return bool(re.match(r"\s?(?:[MKB]\b|\$|k\$|million|billion)", view[match.end() : match.end() + 10]))
