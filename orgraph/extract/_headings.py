"""Posts that each head a stretch of prose, as "Manager, Nets (PM-06), 8 FTEs: sees to the nets" does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._codes import codes
from orgraph.extract._enumeration import LEAD_IN
from orgraph.extract._items import Item, item
from orgraph.extract._kinds import unit_kind
from orgraph.extract._lexicon import loose
from orgraph.extract._numbers import WORD, number, repairs_of
from orgraph.extract._reading import Reading
from orgraph.extract._staff import Staff, staff
from orgraph.extract._titles import HEAD_NOUN, phrase_end
from orgraph.model import Quantity
from orgraph.text import Span
from orgraph.titles import canonical

ACCOUNTABLE = r"(?:(?:is|are|who\s+is|who\s+are|each|and|also)\s+){0,2}(?:accountable|responsible)\b|"
RESPONSIBLE = ACCOUNTABLE + loose("qui est") + r"\b|" + loose("est responsable") + r"|who\s"
_AFTER_HEADING = re.compile(rf"\s*+(?:[:;-]\s|,?+\s*+(?:{RESPONSIBLE}))")
_STAFF_OF = r"(?:[Ss]taff\s++of|(?:[Ee]ffectif|[Pp]ersonnel)\s++de)"
_PERIOD_LIST = re.compile(
    rf"(?:{_STAFF_OF}\s++[0-9OIl]{{1,5}}"
    r"|(?<=[;,.]\s)[0-9OIl]{1,4}\s?(?:FTEs?|ETP|PYs?)"
    r"|(?<=:\s)(?:[0-9OIl]{1,4}|[Nn]o)\s(?:staff|employees|FTEs?))\s++(?=[A-Z])"
    r"|(?<=[.;:!)}])(?<!\bSt\.)\s++(?:-\s++)?(?:(?:and|et)\s++)?(?:\[[0-9OIl]{1,2}\]\s++)?(?:(?:[Tt]he|[Aa]n?|[Ll]e|[Ll]a|[Ll]es|une?)\s++)?(?=[A-ZÀ-Þ0-9])"
    rf"|(?<=[;:])\s++(?:(?:and|et)\s++)?(?=(?:{WORD}|\d)\s+[A-ZÀ-Þ(]|(?:[Ll]e|[Ll]a|[Uu]ne?|[Ll]es)\s+[a-zà-ÿ])"
    r"|(?<!\s)[ \t]*+\n\s*+(?=[A-ZÀ-Þ*])"
)
_ATTRIBUTES = re.compile(
    r"(?:\s*+\*{0,2}+[,:.-]?+\s*+[(\[][^()\[\]\n]{0,90}[)\]}]"
    rf"|\s*+[,-]?+\s*+-?+\s*+{_STAFF_OF}\s++[\w-]{{1,12}}(?:\s?-\s?\w{{1,4}})?"
    r"(?:\s++(?:FTEs?|ETP|employ\w{1,4}s|employees))?"
    r"|,?+\s++(?:(?:each\s++)?(?:with|and|(?:supported|assisted)\s++by|responsible\s++for|leading|managing|supervising)|avec"
    r"|who\s++(?:directs|leads|manages|has)|qui\s++(?:dirige|encadre))\s++(?:(?:an?|une?)\s++"
    r"(?:team|staff|équipe)\s++(?:of|de)\s++)?(?:(?:approximately|about|up\s++to|environ)\s++)?"
    r"[0-9OIl]{1,4}(?:\s?(?:-|to|à)\s?[0-9OIl]{1,4})?\s++(?:employees|employés|FTEs?|ETP|staff|people)\b"
    r"|,?+\s++who\s++(?:directs|leads|manages|has)\s++an?\s++(?:team|staff)\s++of\s++[0-9OIl]{1,4}\b"
    rf"|,?+\s++qui\s++(?:dirige|encadre|supervise|{loose('gère')})\s++une?\s++(?:{loose('équipe')}|effectif|personnel)\s++de\s++[0-9OIl]{{1,4}}\b"
    r"|\s*+[,-]?+\s*+[0-9OIl]{1,4}\s?(?:FTEs?|ETP|PYs?)\b)+"
)
# A title whose last words a scan or a typist left in small letters: "Science and insights services - staff of 45".
_LOWER_TAIL = re.compile(r"(?:\s[a-z]{3,14}){1,2}(?=\s?-\s?staff\s+of)")
# The ends of words whose accented letters a scan lost: "gestion int gr e (EX-O2)".
_ACCENT_LOST = re.compile(r"(?:\s[a-z]{1,3}){1,2}(?=\s?\([A-Z])")
# French fields go on in small letters: "Gestionnaire, Planification, rapports et suivi : ...".
_FIELD_ON = re.compile(r"(?:(?:\s?,|\s+et\b)\s+[a-zà-ÿ][a-zà-ÿ' -]{2,40}){1,3}(?=\s?[:(])")
_STAFF = re.compile(r"FTE|ETP|staff|team\s|quipe|effectif|personnel|employ|people")
_LAST_OF_LIST = re.compile(r";\s*(?:and|et)\s+(?:(?:the|an?|le|la|une?|l')\s*)?$")
_FOLLOWS = re.compile(r"\s+[A-ZÀ-Þ][\w-]*[a-zà-ÿ]")
_STOP = re.compile(r"\s*(?:\.(?=\s|$)|$)")
_NO_HEADING = re.compile(
    r"(?:(?:[0-9OIl]{1,4}\s?)?FTEs?|[0-9OIl]{1,4}\s(?:staff|employees)|[Nn]o\s+staff|ETP|PYs?|Staff\s+of|(?:Effectif|Personnel)\s+de|Each|All|Both|This|These|Further|Chacun|Tous)\b"
)
# Staff that follows the heading at once (": 12 FTE"), closes the description ("Staff of 54."), or stands in brackets.
_AT_ONCE = re.compile(
    rf"[\s:*,–-]{{1,8}}(?:de\s+)?(?=(?:{WORD}(?=\s)|[0-9OIl]{{1,6}}(?:[.,][0-9OIl]{{1,2}})?(?:\s?(?:-|to|à)\s?[0-9OIl]{{1,6}})?)"
    r"\s?(?:FTE|ETP|PY|employees\b|employés\b|staff\b|people\b|persons\b|resources\b))"
)
# "Manager, Nets - team of 6 menders": they are counted by what they do.
_TEAM_AT_ONCE = re.compile(
    r"[\s:*,-]{1,8}(?:an?\s|une\s)?(?P<team>(?:team\s+of|staff\s+of|[ée]quipe\s+de|effectif\s+de)\s+[0-9OIl]{1,4})(?=\s+[a-z]+s\b|\s*(?:[;,.)]|$))"
)
_CLOSING = re.compile(
    r"(?<=\s-\s)(?:[Ss]taff|FTEs?|[Hh]eadcount|[Ee]mployees)\s?:\s?[0-9OIl]{1,5}\b|"
    r"\b(?:has|with)\s+no\s+(?:staff|subordinates|FTEs?)\b|(?<=:\s)[Nn]o\s+staff\b|(?<=\s-\s)[Nn]o\s+(?:staff|subordinates|employees|FTEs?)\b|"
    r"(?<=\n)[ \t]{2,8}[*_]{0,2}(?:(?:[Tt]otal\s+|[Nn]umber\s+of\s+)?"
    r"(?:FTEs?|[Ss]taff|[Hh]eadcount|[Ee]mployees)|ETP|[Ee]ffectifs?)\s?:[*_]{0,2}\s?[0-9OIl]{1,5}\b|"
    r"(?<=[.;:,)]\s)(?:[Tt]otal\s+)?(?:(?:[Nn]umber\s+of\s+)?(?:FTEs?|[Ss]taff(?:\s+complement)?|[Ee]mployees)|[Tt]eam(?:\s+size)?|[Cc]omplement)\s?:\s?[0-9OIl]{1,5}(?:\s?FTEs?)?\b|"
    r"(?<=[;,.]\s)[0-9OIl]{1,4}\s?(?:FTEs?|ETP|PYs?)\b|(?<=[.;:]\s)(?:Staff(?:\s+of\s+|\s?:\s?)|(?:Effectif|Personnel)\s+(?:de\s+|:\s?))[0-9OIl]{1,5}(?:\s?(?:FTEs?|ETP))?\b"
    r"|\b(?:[Ww]ith|through|via|[Ll]ead(?:s|ing)|(?:[Mm]anag|[Ss]upervis|[Oo]verse)(?:es|ing|eing)|[Dd]irect(?:s|ing)|[Hh]ead(?:s|ing)|(?:supported|assisted)\s+by|responsible\s+for)"
    r"\s+an?\s+(?:staff|team)\s+of\s+(?:(?:approximately|about|from|between)\s+)?[0-9OIl]{1,5}(?:\s?(?:-|to)\s?[0-9OIl]{1,5})?\b"
    rf"|\b(?:[Ll]ead(?:s|ing)|(?:[Mm]anag|[Ss]upervis|[Oo]verse)(?:es|ing|eing)|[Dd]irect(?:s|ing)|responsible\s+for|(?:has|in)\s+charge\s+of)\s+"
    rf"(?:\d{{1,3}}\s+(?:[\w-]+\s+){{1,4}}and\s+)?(?:[0-9OIl]{{1,3}}|{WORD})\s+(?:FTEs?|employees|staff|people)\b(?!\s+(?:in|of|at|across)\s)"
    r"|\bwith\s+(?:the\s+(?:support|help|assistance)\s+of\s+)?[0-9OIl]{1,3}\s+(?:full-time\s+|permanent\s+)?(?:FTEs?|employees|staff)(?=\s*(?:[.;)]|\n|$))"
    rf"|\b(?:(?:[Dd]irige|[Ss]upervise|[Ee]ncadre|{loose('gère')})(?:nt)?\s|(?:(?:à|avec)\s+l'(?:aide|appui)|au\s+moyen|[Cc]ompte|avec)\s?(?:d')?)"
    rf"(?:une?\s+(?:{loose('équipe')}|effectif|personnel)\s+(?:de\s+|d')(?:environ\s+)?[0-9OIl]{{1,4}}\b|[0-9OIl]{{1,4}}\s+(?:{loose('employés')}|personnes|ETP|subalternes|{loose('subordonnés')}))"
    r"|[(\[](?:[Ss]taff(?:\s+of\s+|\s?:\s?)[^()\[\]]{1,16}|[^()\[\]]{1,12}(?:FTEs?|ETP))[)\]]"
)
# "who supervises eight tellers": they are counted by what they do.
_WHO_LEADS = re.compile(
    rf"[\s,;:*-]{{0,6}}(?:each\s+of\s+whom|who|which|and)?\s*(?:supervises|leads|manages|directs|has\s+charge\s+of)\s+(?P<low>[0-9OIl]{{1,3}}|{WORD})"
    r"\s+(?!teams?\b|units?\b|sections?\b|divisions?\b|projects?\b|program|branches\b|offices\b|centres\b)(?:[a-z-]+\s+){0,2}[a-z]{3,}s(?=\s*(?:[;.,)]|$)|\s+(?:and|who|in|at)\b)"
)


def run_on(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Headings inside prose: a title at the start of a sentence, then its brackets, then a duty or colon."""
    view = reading.view
    starts = [start, *(m.end() for m in _PERIOD_LIST.finditer(view, start, stop))]
    headings: list[tuple[int, int]] = []
    for begin in starts:
        end = _heading_end(reading, begin, stop) if not headings or begin >= headings[-1][1] else None
        while end is not None:
            headings.append((begin, end))
            begin = end  # the next may follow at once: "Director, Nets (EX-01) 40 FTE Director, Boats (EX-01) 22 FTE"
            end = _heading_end(reading, begin, stop) if _FOLLOWS.match(view, end, stop) else None
    known: set[str] = set()
    for (begin, end), (following, _) in pairwise([*headings, (stop, stop)]):
        found = item(reading, begin, end)
        if found is not None and not _comes_again(view, begin, found, known):
            known.add(canonical(found.mention.text))
            yield with_trailing_staff(reading, found, end, following)


def _comes_again(view: str, begin: int, found: Item, known: set[str]) -> bool:
    """Whether a sentence goes on about a post: "Clerk (CR-04): The Clerk is responsible for the books"."""
    again = canonical(found.mention.text) in known and not (found.code or found.seats or found.staff)
    return again and view[max(0, begin - 4) : begin].lower() in ("the ", " le ", " la ")


def _heading_end(reading: Reading, begin: int, stop: int) -> int | None:
    """Where the heading that starts at `begin` ends; None where no heading starts there."""
    view = reading.view
    lead = LEAD_IN.match(view, begin, stop)
    here = lead.end() if lead else begin
    end = phrase_end(view, here, stop, french=reading.french)
    title = view[here:end]
    if end - here < 4 or _NO_HEADING.match(title) or _NO_HEADING.match(view, begin, stop):
        return None
    more = _FIELD_ON.match(view, end, stop) if reading.french else None
    end = more.end() if more else end
    tail = (_ACCENT_LOST if reading.french else _LOWER_TAIL).match(view, end, stop)
    end = tail.end() if tail else end
    brackets = _ATTRIBUTES.match(view, end, stop)
    level = next(codes(view, *brackets.span()), None) if brackets else None
    if not (level or HEAD_NOUN.search(title) or unit_kind(title)):
        return None
    if brackets is None and reading.subject.is_self(title):
        return None
    after = brackets.end() if brackets else end
    if _AFTER_HEADING.match(view, after, stop) or (brackets and (level or _STAFF.search(brackets[0]))):
        return after
    closes = _LAST_OF_LIST.search(view, max(0, begin - 12), begin) and _STOP.match(view, after, stop)
    return after if closes else None


def with_trailing_staff(reading: Reading, found: Item, start: int, stop: int) -> Item:
    """The item with a staff figure that closes its description ("Staff of 54."), if it has none yet."""
    if found.staff is not None:
        return found
    at_once = _AT_ONCE.match(reading.view, start, stop)
    team = _TEAM_AT_ONCE.match(reading.view, start, stop)
    led = _WHO_LEADS.match(reading.view, start, stop)
    low = number(led["low"], led.start("low"), repair=reading.repair) if led else None
    if led is not None and low is not None:
        people = Quantity(measure="headcount", low=low.value, high=low.value, step=low.step)
        return found._replace(staff=Staff(people, Span(*led.span("low")), repairs_of(low)))
    if team is not None:
        return found._replace(staff=next(staff(reading.view, *team.span("team"), repair=reading.repair), None))
    if at_once is not None:
        return found._replace(staff=next(staff(reading.view, at_once.end(), stop, repair=reading.repair), None))
    closing = _CLOSING.search(reading.view, start, stop)
    if closing is not None:
        return found._replace(staff=next(staff(reading.view, *closing.span(), repair=reading.repair), None))
    return found
