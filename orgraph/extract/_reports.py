"""The words that lead in a list of reports, where they are of the position's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._dimensions import kinds_led
from orgraph.extract._dimensions import leads as leads_unit
from orgraph.extract._labels import label_of
from orgraph.extract._lead_ins import (
    AS_REPORTS,
    BELOW,
    COUNTS,
    CUED,
    DIRECT,
    FOLLOWING,
    FRENCH,
    FUNCTIONALLY,
    FUNCTIONS,
    HAS,
    HAS_UNDER,
    HAS_UNITS,
    MANAGES,
    MANAGES_FR,
    MANAGES_THESE,
    NARROW,
    OWN_TEAM,
    OWN_UNIT,
    OWNER,
    PLACED,
    PLURAL,
    REACH,
    REPORTING,
    SUPERVISES,
    VARIES,
)
from orgraph.extract._list_place import Lead, bounded, opens_field, with_list
from orgraph.extract._reading import Reading
from orgraph.extract._subject import STAND_IN
from orgraph.extract._superior import begins_superior, is_superior, superiors
from orgraph.extract._titles import only_titles, phrase_end, title_at
from orgraph.extract._units import header_units
from orgraph.text import Span, squeeze
from orgraph.titles import canonical, rank, scanned

# Whose reports these are, the subject of the sentence says; of the others, the words behind the verb.
_OF_SENTENCE = (
    HAS,
    AS_REPORTS,
    COUNTS,
    DIRECT,
    MANAGES,
    MANAGES_FR,
    MANAGES_THESE,
    SUPERVISES,
    OWN_TEAM,
    HAS_UNDER,
    HAS_UNITS,
)
_BEHIND_VERB = (REPORTING, FOLLOWING, PLURAL, FUNCTIONS, FRENCH, PLACED, BELOW)
_THEIRS = re.compile(r"\b(?:their|whose|other)\s+$")  # "owners and their direct reports"
_COPULA = re.compile(
    r"(?:'s\s+(?:direct\s+)?(?:supervision|authority|direction|responsibility)\b)?+"
    r"\s*+(?:and\s+their\s+(?:[a-z]+\s+){1,3})?+,?+\s*+(?:\([^()\n]{0,160}\)\s*+)?"
    r"(?P<are>\b(?:(?:there\s+)?(?:are|is)|includes?|comprises?|consists?\s+of|sont|comprennent|incluent)\b|:"
    r"|(?=\*{0,2}:|as\s+follows\b)|(?=\d)|(?=(?:namely|specifically|i\.e\.)\s?:?)|(?=\.\s+They\s+are\b)|(?<=\n)(?=\*\s)|$)",
    re.I,
)
_WITH_DUTY = re.compile(
    r"^\*[ \t]+\*{0,2}(?P<title>[A-Z][^\n*:]{3,200}?)(?::\*{0,2}|\*\*:?|,)[ \t]+(?:is[ \t]+)?"
    r"(?:responsible|accountable)[ \t]+for\b",
    re.M,
)
_MOST = 200  # lead-ins of one description; what has more of them is none
_LONGEST_BOSS = 320


@lru_cache(maxsize=8)
def leads(reading: Reading) -> tuple[Lead, ...]:
    """Every lead-in of a list of the position's reports, in order."""
    found = sorted(
        {
            lead
            for cues, patterns in CUED
            for pattern in patterns
            for lead in islice(_of_pattern(reading, pattern, cues), _MOST)
        }
    )
    return tuple(lead for lead in bounded(reading, found[:_MOST]) if lead.own) or tuple(_unled(reading))


def _unled(reading: Reading) -> Iterator[Lead]:
    """Bullets of posts with duties, which nothing leads in, in the part about the structure: peers have no duties."""
    for section in reading.sections:
        duties = list(_WITH_DUTY.finditer(reading.view, *section.body)) if section.kind == "structure" else []
        if len(duties) > 1 and not any(label_of(duty["title"]) for duty in duties):
            start = duties[0].start()
            yield Lead(Span(start, start + 1), Span(start, start), start, section.body.end, strict=True)


def _of_pattern(reading: Reading, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[Lead]:
    for match in reading.matches(pattern, cues, *NARROW.get(pattern, REACH)):
        yield from _lead(reading, match)


def _lead(reading: Reading, match: re.Match[str]) -> Iterator[Lead]:
    end = match.end()
    if match.re in _BEHIND_VERB:
        boss_end, copula = _boss(reading, end)
        boss = squeeze(reading.view[end:boss_end])
        if not _starts(reading, match):
            return
        if not _is_subject(reading, boss, colon=copula is not None and copula["are"] == ":"):
            yield from _of_another(reading, match, copula)
            return
        if not _leads_in(reading, match, boss, copula):
            return
        end = copula.end() if copula else boss_end
    elif not _is_own(reading, match):
        return
    yield with_list(reading, match, end)


def _is_own(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a lead-in that names no superior behind its verb is of the position's own reports."""
    if match.re in _OF_SENTENCE and _is_of_another(reading, match.start()):
        return False
    if match.re in (HAS, OWN_TEAM) and match["boss"] is not None:
        boss = title_at(reading.view, match.start("boss"), min(len(reading.view), match.start("boss") + _LONGEST_BOSS))
        return boss is not None and _is_subject(reading, squeeze(reading.view[slice(*boss)]))
    if match.re is DIRECT:
        if _THEIRS.search(reading.view, max(0, match.start() - 12), match.start()):
            return False
        if match["below"] and not _heads_line(reading.view, match):
            return False
        return all(_is_subject(reading, boss) for boss in _named(reading.view, match))
    if match.re is OWN_UNIT:
        return match["unit"].lower() in ("team", *kinds_led(reading)) or _heads_called(reading, match["unit"])
    return match.re is not VARIES or reading.subject.is_self(f"le {match['who']}")


def _heads_called(reading: Reading, noun: str) -> bool:
    """Whether a noun stands for the unit that the position leads: it ends its name, or begins the title's field."""
    units = header_units(reading)
    name, _, last = units[-1].mention.text.rpartition(" ") if units else ("", "", "")
    titles = [title.text for title in reading.subject.names]
    called = last.lower() == noun.lower() and any(leads_unit(title, name) for title in titles)
    return called or any(f", {noun.lower()} " in f"{title.lower()} " for title in titles)


def _heads_line(view: str, match: re.Match[str]) -> bool:
    """Whether a lead-in that fills its line stands above a line of titles: "Direct Reports" over "Clerk, Driver"."""
    below = view[match.end() : view.find("\n", match.end()) % (len(view) + 1)]
    return opens_field(view, match.start()) and only_titles(below.strip())


def _starts(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words may lead in a list where they stand."""
    if match.re in (FRENCH, PLACED):
        return _opens_list(reading, match) and not FUNCTIONALLY.match(reading.view, match.end())
    return not match.groupdict().get("also")


def _leads_in(reading: Reading, match: re.Match[str], boss: str, copula: re.Match[str] | None) -> bool:
    """Whether what stands between the superior and the list leads it in."""
    view, are = reading.view, None if copula is None else copula["are"]
    if _OTHER.search(view, max(0, match.start() - 40), match.end()) and not reading.subject.is_self(boss):
        return False
    if match.re is REPORTING:
        return copula is not None and _starts_clause(view, match, copula)
    if match.re is BELOW:
        if copula is None or are not in ("are", "include", ":"):
            return False
        return bool(match["what"]) or _starts_clause(view, match, copula)
    if match.re is PLACED:
        return are == ":"
    return match.re is not PLURAL or (are is not None and are not in ("is", "sont"))


def _of_another(reading: Reading, match: re.Match[str], copula: re.Match[str] | None) -> Iterator[Lead]:
    """The lead-in of another post's reports, where it opens its line: the list before it ends there."""
    line = reading.view.rfind("\n", 0, match.start()) + 1
    if copula is not None and copula["are"] == ":" and not reading.view[line : match.start()].strip():
        end = copula.end()
        yield Lead(Span(match.start(), end), Span(end, end), end, len(reading.view), own=False)


def _opens_list(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a French lead-in starts its sentence: "deux analystes relèvent" may end a list of its own."""
    start = clause_start(reading, match.start())
    return reading.view[match.start()].isupper() or (
        bool(match["what"]) and not re.search(r"\w", reading.view[start : match.start()])
    )


def _is_of_another(reading: Reading, verb: int) -> bool:
    """Whether the sentence is about another post: "The Director General has five direct reports"."""
    start = clause_start(reading, verb)
    other = title_at(reading.view, start, verb, french=reading.french)
    if other is None:
        return False
    above = begins_superior(reading, squeeze(reading.view[slice(*other)]))
    return above or subject_end(reading, start, verb) is None


def _named(view: str, match: re.Match[str]) -> list[str]:
    """Whose direct reports they are: "direct reports to the X", "The X's direct reports"."""
    owner = OWNER.search(view[max(0, match.start() - 100) : match.start()])
    return [squeeze(boss) for boss in (match["boss"], owner and owner["owner"]) if boss]


def _boss(reading: Reading, start: int) -> tuple[int, re.Match[str] | None]:
    """Where the name of the superior ends: the subject's own title if it stands there, else the phrase."""
    view, stop = reading.view, min(len(reading.view), start + 240)
    phrase = phrase_end(view, start, stop, french=reading.french)
    stand_in = STAND_IN.match(view, start, stop)
    own = stand_in.end() if stand_in else reading.subject.end_at(view, start)
    more = _AND.match(view, phrase, stop)  # "the CFO and ADM": one post
    both = phrase_end(view, more.end(), stop, french=reading.french) if more else None
    for end in (own, phrase, both):
        if end is not None and (copula := _COPULA.match(view, end, min(len(view), end + 240))) is not None:
            return end, copula
    return own or phrase, None


_AND = re.compile(r"\s+and\s+(?=[A-Z])")
_OTHER = re.compile(r"\b[Oo]ther\s+(?:\w+\s+){0,3}report")


def _is_subject(reading: Reading, boss: str, *, colon: bool = False) -> bool:
    """Whether the list is of the subject's own reports.

    The words name the subject; or, since a description lists its own reports, they name its rank,
    or a scan has damaged them, and they are not the superior's title.
    """
    if any(scanned(boss) == scanned(superior.text) for superior in superiors(reading)):
        return False
    if reading.subject.is_self(boss):
        return True
    if not boss or is_superior(reading, boss):
        return False
    own = [rank(name.text) for name in reading.subject.names]
    acronyms = [name.text for name in reading.subject.acronyms]
    damaged = reading.french and colon  # a scan of French loses too many letters to compare titles
    return damaged or any(boss.startswith(a) for a in acronyms) or any(_begins(boss, known) for known in own if known)


def _begins(boss: str, own: str) -> bool:
    """Whether a superior's title begins with the rank; a higher one goes on: "Director General" is no "Director"."""
    key = canonical(boss)
    return key.startswith(own) and not re.match(r"\s?general", key[len(own) :])


def _starts_clause(view: str, match: re.Match[str], copula: re.Match[str]) -> bool:
    """A list is led in at the start of a sentence, a heading or a bullet; not "positions reporting to".

    A scan may have lost the full stop before it: then the capital and the verb tell.
    """
    start = match.start()
    if view[start] in "RDAU" and copula["are"] in ("are", "include", "comprise"):
        return True
    before = view[max(0, start - 24) : start].rstrip(" \t")
    return (
        not before
        or bool(re.search(r"(?:[.:;!?)]|\n|#|[*_]{1,2}|[A-Z]{3,}|-)$", before))
        or "structure" in before.lower()
    )
