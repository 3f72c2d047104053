"""The Dimensions part: its extent, and the label and the owner of a figure in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._lexicon import alternation, table
from orgraph.extract._reading import Reading
from orgraph.extract._units import header_units
from orgraph.model import Mention, Scope
from orgraph.text import Span, squeeze
from orgraph.titles import canonical, field, initials, is_bare, rank, scanned, ungendered

_LABEL_START = re.compile(r"[\n;|]|(?<![A-Z])\.\s|\)\s(?=[A-Z])")
# A bracket of the label itself, with a figure in it: "Total budget (including $1M of grants): "
_ASIDE = re.compile(r"\s?\([^()\n]{0,60}\d[^()\n]{0,60}\)(?=[*_\s]{0,4}:[*_\s$]{0,6}\Z)")
_LINE_ABOVE = re.compile(
    r"(?:^|\n)(?P<label>[^\W\d][^\d\n.:;|]{3,60})\n$"
)  # a label that fills the line above its figure
_FIGURE = re.compile(
    r"(?<![A-Za-z])(?:\$\s?(?=[0-9OIl])|(?=[OIl.,]{0,12}\d|[OIl.,]{2}))[0-9OIl][0-9OIl.,]{0,14}"
    r"(?:\s[0-9OIl]{3}(?![A-Za-z0-9])){0,4}"
    r"\s?(?:[MKkBG]\b\s?\$?|[Mm]illions?\b|[Bb]illions?\b|FTEs?\b|ETP\b|dollars\b|\$|%)?(?=\s)"
    r"(?:\s?(?:de\s)?dollars\b|\sannually\b|\s(?:per|a)\s(?:year|annum)\b|\spar\s(?:an|année)\b)*"
)
_WIDER = re.compile(
    r"\b(?:department(?:al)?|government|minist(?:ry|ries|[èe]re|[ée]riel\w*)|portfolio|GO?C|canada|republic"
    r"|spending|revenues?|recover(?:y|ies|ed)|recouvrements?|recettes?|agency|agence|federal|province|statutory|flow-through"
    r"|national|branch|organi[sz]ation-wide|(?<!direct and )indirect(?:ly)?|functional(?:ly)?)\b"
    r"|direction\s+g[ée ]n[ée ]rale"
    r"|(?<!direct and )(?<!directs et )\bindirects?\b",
    re.I,
)
# Money that is paid, owed or held, and no budget; only a figure's own label says so.
_NO_BUDGET = re.compile(
    r"\b(?:annually|advised|processed|paid|claims|grants?|contributions?|loans?|benefits?|receivables?|assets|holdings|inventory|actifs|transfers?|subsidies|subventions?|prestations"
    r"|value(?!s?[- ](?:for|added)\b)|sales|exports|imports|savings|économies|authori[sz]e|financial\s+instructions"
    r"|signing\s+limits?)\b|^programs?$",
    re.I,
)
# The kind of unit that a rank leads where the header does not say: "Branch FTEs" of an assistant deputy minister.
_LED: Final = (
    (
        re.compile(r"(?:(?:senior|associate) )*assistant deputy minister|(?:\w+ )?vice president|chief \w+ officer"),
        ("branch", "sector"),
    ),
    (re.compile(r"director general|executive director"), ("directorate",)),
    (re.compile(r"directeur general"), ("branch",)),
    (re.compile(r"directeur"), ("directorate",)),
    (re.compile(r"(?:senior )?director$"), ("division",)),
)
_WIDE: Final = ("division", "directorate", "branch", "sector", "region", "department")  # from the part to the whole
_HEADED = re.compile(r"\b(?!SCOPE\b|PORTEE\b)([A-Z]{3,6})\s+DIMENSIONS\b")
_KIND_WORDS: Final = frozenset(
    word for words in table("units").values() for phrase in words for word in canonical(phrase).split()
)
_WORDS_OF: Final = {
    kind: re.compile(rf"\b(?:{alternation(words)})\b(?!\s+g[ée ]n[ée ]ral)", re.I)
    for kind, words in table("units").items()
}
_LEADS = re.compile(
    r"(?:(?:senior|associate|executive|assistant|deputy|regional|sous) )*(?:director|manager|chief|ceo$|head|directeur"
    r"|directrice|gestionnaire|chef|president|commissioner|deputy minister|ministre)"
)
# Chiefs of one function, who are alone in their rank and lead a part: "Chief Audit Executive".
_ONE_FUNCTION = re.compile(r"chief (?!executive|administrative|operating)\w+ (?:officer|executive)$")
_WORD = re.compile(r"\w+")
_YEARS = re.compile(r"\(?(?:19|20|2O)[0-9OIl]{2}\s?[-/]\s?[0-9OIl]{2,4}\)")  # "(2019-2020)" says of which year
# A body that is called by its kind alone, with a capital: "Budget du Service".
_THE_SERVICE = re.compile(r"\b(?:du|of\s+the)\s+Service\b")
_SHORT_LINE = 300  # a typed line, whose words all speak of the figures in it; a scanned page is longer
_PART = re.compile(
    r"\b(?:program(?:me)?s?|execution of|project|initiative|of which|litigation|publicity|publicit[ée])\b", re.I
)


def dimensions(reading: Reading) -> Iterator[Span]:
    """The bodies of the Dimensions parts, each within 6,000 characters."""
    for section in reading.sections:
        if section.kind == "dimensions":
            yield Span(section.body.start, min(section.body.end, section.body.start + 6000))


def label(reading: Reading, body: Span, start: int) -> str:
    """The words before a figure, back to the end of the figure or line before it."""
    low = max(body.start, start - 90)
    text = reading.view[low:start]
    text = re.sub(r"\|\s*$", "", text)  # the bar between the cells of a table
    text = _ASIDE.sub("", text)
    above = _LINE_ABOVE.search(text)
    text = above["label"] if above else text
    cuts = [m.end() for m in _LABEL_START.finditer(text)]
    text = text[cuts[-1] :] if cuts else text
    figures = [m.end() for m in _FIGURE.finditer(text)]
    text = text[figures[-1] :] if figures else text
    words = squeeze(re.sub(r"[*_:$]+", " ", _YEARS.sub(" ", text))).strip(" ,.-+/~(")
    return re.sub(r"\s*\b(?:from|approximately|de|environ)$", "", words, flags=re.I)


def scope(reading: Reading, body: Span, text: str, start: int, *, money: bool = False) -> Scope:
    """Whose figure it is: the position's own area, a part of it, or a wider body (context).

    The label decides; where it names nobody, what stands before the figure in a typed line.
    """
    line = max(body.start, reading.view.rfind("\n", 0, start) + 1)
    before = reading.view[line:start] if start - line < _SHORT_LINE else ""
    named = _owner(reading, text)
    if named is None and money and _NO_BUDGET.search(text):
        return "context"
    owner = named or _owner(reading, before) or _of_heading(reading, body, start)
    return owner or ("part" if _PART.search(text) else "own")


def _of_heading(reading: Reading, body: Span, start: int) -> Scope | None:
    """The owner that the heading names by an acronym: "ESDC DIMENSIONS" are not the position's, unless it leads it."""
    named = [match[1] for match in _HEADED.finditer(reading.view, max(0, body.start - 40), start)]
    if not named or any(named[-1] == acronym.text for acronym in reading.subject.acronyms):
        return None
    units = header_units(reading)
    led = bool(units) and initials(units[-1].mention.text) == named[-1] and heads(reading, units[-1].mention)
    return None if led else "context"


def _owner(reading: Reading, text: str) -> Scope | None:
    """The owner that words name: the own unit if the position heads it, else context; None for nobody."""
    units = header_units(reading)
    if _names_own_field(reading, text):
        return "own"
    key = f" {canonical(text)} "
    outer = [name for name in _outer_names(reading) if f" {name} " in key]
    for name in outer:
        key = key.replace(f" {name} ", "  ")
    if units and (f" {canonical(units[-1].mention.text)} " in key or units[-1].acronym in _WORD.findall(text)):
        return "own" if heads(reading, units[-1].mention) else "context"
    if units and not outer and _names(text, units[-1].kind):
        # "Branch FTEs" in the description of a post whose own unit is a branch, if its rank can lead one
        led = kinds_led(reading)
        unknown = (
            not led and units[-1].kind != "department"
        )  # a rank of which no kind of unit is known leads no ministry
        return "own" if unknown or units[-1].kind in led or heads(reading, units[-1].mention) else "context"
    if any(_names(text, unit.kind) for unit in units[:-1]):
        return "context"  # "Directorate FTEs" in the description of a post in a division of it
    if _THE_SERVICE.search(text):
        titles = [name.text for name in reading.subject.names]
        return "own" if any("service" in canonical(title).split() for title in titles) else "context"
    led = kinds_led(reading)
    if not outer and any(_names(text, kind) for kind in led):
        return "own"
    if led and any(_names(text, kind) for kind in _WIDE[_WIDE.index(led[0]) + 1 :]) and _told(reading, led):
        return "context"  # "Directorate FTEs" beside "Division FTEs" of a director
    return "context" if outer or _WIDER.search(text) else None


def _names_own_field(reading: Reading, text: str) -> bool:
    """Whether words name the field of the position's title where no unit of the header is called so."""
    if _NO_BUDGET.search(text):
        return False
    units = " ".join(scanned(unit.mention.text) for unit in header_units(reading))
    own = (field(ungendered(name.text)) for name in reading.subject.names)
    fields = {scanned(one) for one in own if " " in one}
    return any(one in scanned(text) and one not in units for one in fields)


def _told(reading: Reading, kinds: tuple[str, ...]) -> bool:
    """Whether the Dimensions name one of the kinds of unit."""
    return any(_names(reading.view[slice(*body)], kind) for body in dimensions(reading) for kind in kinds)


def _names(text: str, kind: str | None) -> bool:
    """Whether words name a kind of unit."""
    return kind is not None and _WORDS_OF[kind].search(text) is not None


def kinds_led(reading: Reading) -> tuple[str, ...]:
    """The kinds of unit that the rank of the position leads."""
    ranks = [str(rank(name.text)) for name in reading.subject.names]
    return next((kinds for pattern, kinds in _LED if any(pattern.match(own) for own in ranks)), ())


def heads(reading: Reading, unit: Mention) -> bool:
    """Whether a title of the position leads the unit: their fields agree, or the unit is named after the title."""
    own = canonical(unit.text)
    return any(
        _is_chief(name.text) or leads(name.text, unit.text) or canonical(name.text) in own
        for name in reading.subject.names
    )


def leads(title: str, unit: str) -> bool:
    """Whether a title of a head has the name of a unit as its field, the words for kinds of units apart."""
    same = _field(canonical(title), rank(title)) == _field(canonical(unit), "")
    return same and _LEADS.match(rank(title)) is not None


def _is_chief(title: str) -> bool:
    """Whether a title is an organization's only one of its rank: what it names no field of, it leads whole."""
    key = canonical(title)
    return key == rank(title) and not is_bare(title) and not _ONE_FUNCTION.match(key)


def _field(key: str, rank_of_title: str) -> list[str]:
    return [word for word in key.removeprefix(rank_of_title).split() if word not in _KIND_WORDS]


def _outer_names(reading: Reading) -> set[str]:
    names = [unit.mention.text for unit in header_units(reading)[:-1]]
    given = [unit.acronym.lower() for unit in header_units(reading)[:-1] if unit.acronym]
    return {*given, *(key for name in names for key in (str(canonical(name)), initials(name).lower()) if len(key) > 2)}
