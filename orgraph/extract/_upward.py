"""Sentences that say whom the position reports to: where the verb stands, and the superior it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from orgraph.extract._about import begins_with_position, clause_start, subject_end
from orgraph.extract._mentions import WRITTEN, superior_at
from orgraph.extract._peers import DU
from orgraph.extract._reading import Reading
from orgraph.extract._titles import title_at
from orgraph.model import Mention
from orgraph.text import Span


class Upward(NamedTuple):
    """A reporting verb with the superior behind it, and where its sentence starts.

    `own` tells that the sentence is about the position; else it is about another post.
    """

    verb: Span
    superior: Mention
    start: int
    own: bool


_HOW = r"(?:\s+(?:directly|jointly|administratively|solely|only|primarily|hierarchically|and|through))*"
_UPWARD = re.compile(
    rf"\b(?P<verb>[Rr]eports?(?:{_HOW}\s+(?:in)?to|{_HOW}\s+through)|[Aa]ccountable\s+to|[Rr]esponsible\s+to|[Aa]nswer(?:s|able)?\s+to"
    r"|(?:[Dd]irection|[Ss]upervision)\s+is\s+(?:provided|received|given)\s+(?:by|from)"
    r"|(?<=and\s)administratively\s+to|has\s+an?\s+(?:solid|direct|hard)[- ]line\s+to"
    r"|(?:(?:line[- ])?managed|supervised|overseen)\s+by|direct\s+report\s+(?:of|to)"
    r"|has\s+a\s+(?:direct\s+|solid[- ]line\s+)?reporting\s+(?:relationship|line)\s+(?:to|with)"
    r"|(?:[Rr]eceives?|takes?)\s+(?:(?:general|regular|administrative|overall|direct|immediate|close|limited|broad|executive|and|or)\s+){0,4}"
    r"(?:direction|supervision)\s+from(?=\s+(?:the\s|[A-Z]))"
    r"|(?:[Uu]nder|[Aa]t)\s+(?:the\s+)?(?:(?:general|regular|administrative|overall|direct|immediate|close|limited|broad|day-to-day|executive|policy"
    r"|and|or)\s+){0,3}(?:direction|supervision|authority|guidance|leadership)(?:\s+and\s+\w+)?\s+of),?\s+"
)
_FRENCH = re.compile(
    rf"(?<!\bla )\b(?P<verb>[Rr]el(?:[èe ]ve(?:(?P<many>nt)|rez|ra)?|evez)(?:,?\s+(?:directement|hi[ée ]rarchiquement"
    rf"|administrativement|sur\s+le\s+plan\s+(?:administratif|hi[ée ]rarchique),?))?"
    rf"\s+{DU}|(?:[Rr]end\s+(?:des\s+)?comptes?|se\s+rapporte"
    rf"|fait\s+rapport|est\s+subordonn[ée ]{{1,2}}|comptable)\s+(?:directement\s+)?(?:au\s+|[àa]\s+la\s+|[àa]\s+l')"
    rf"|responsable\s+devant\s+(?:le\s+|la\s+|l')|(?:supervis|encadr)[ée ]{{1,2}}e?\s+(?:directement\s+)?par"
    rf"\s+(?:le\s+|la\s+|l')"
    rf"|[Ss]ous\s+(?:l'autorit[ée ]?|la\s+(?:direction|supervision|responsabilit[ée ]?))\s+(?:\w+\s+)?{DU})"
)
_PARTICIPLE = re.compile(r"(?<![^\s*#])(?P<verb>[Rr]eporting\s+(?:directly\s+)?(?:in)?to)\s+")
_PARTICIPLE_FR = re.compile(rf"(?<![^\s*#])(?P<verb>Relevant\s+(?:directement\s+)?{DU})")
_OPENS = re.compile(r"(?:^|[.,\n*#])[ \t]*$")
_THIS_ROLE = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?\s*,\s*(?:this|our|the|you|as)\b[^.\n]{0,80}?(?:\brole\b|\bposition\b|\bwill\b|\byou\b|'ll\b|\bis\b)?",
    re.I,
)
_THEN = re.compile(r",\s+(?=(?:le|la|l'|ce|cette)\b)")
# Every such line holds one of these.
_CUES = (
    "Relevant",
    "eport",
    "ccountable",
    "esponsible to",
    "nswer",
    "anaged by",
    "verseen by",
    "irect report",
    "ine manager",
    "our manager",
    "eceive",
    "direction from",
    "nder ",
    "t the d",
    "is provided",
    "is given",
    "is received",
    "nder\n",
    "elève",
    "eleve",
    "el ve",
    "end compte",
    "end des comptes",
    "ait rapport",
    "est subordonn",
    "e rapporte",
    "omptable",
    "ous l",
    "s work",
    "s the work",
    "on to the",
    "on to this",
    "o whom",
    "cadr",
    "upervis",
    "evant l",
    "elevez",
    "solid",
    "administratively",
    "upérieur",
    "up rieur",
    "uperieur",
    "estionnaire",
    "hard-line",
    "direct-line",
    "direct line",
)
_AROUND_CUE = 80
_POST = r"(?:the|this)\s+(?:incumbent|position|post|role|job|post-?\s?holder|job-?\s?holder)\b"
_POSTE = r"(?:(?:le|la|ce|cette|l')\s*)?(?:titulaire|poste|personne\s+titulaire|fonction)\b"
_HIGHER = r"sup[ée ]{1,2}rieure?\s+(?:imm[ée ]{1,2}diate?|hi[ée ]{1,2}rarchique)"
# "The Harbour Master assigns work in terms of ...": how forms of counties tell whose the supervision is; and
# others of which the superior is the subject.
_ASSIGNS = re.compile(
    r"(?:^[ \t*_•-]*|(?<=\.[ ]))(?:(?:The|Le|La)\s+|L')?(?P<boss>[A-ZÀ-Þa-zà-ÿ][^.;:\n]{3,90}?),?\s+"
    r"(?P<verb>(?:assigns|outlines|delegates)\s+(?:the\s+)?work"
    rf"|to\s+whom\s+{_POST}\s+(?:directly\s+)?(?:reports|answers|is\s+(?:accountable|responsible))"
    rf"|is\s+the\s+(?:(?:immediate|direct|line|administrative)\s+)?(?:supervisor|manager|superior)\s+(?:of|for|to)\s+{_POST}"
    rf"|(?:who\s+)?(?:directly\s+)?supervises\s+{_POST}(?!'|\s+o)"
    rf"|dont\s+rel[èe ]ve\s+(?:directement\s+)?{_POSTE}|est\s+(?:le|la)\s+{_HIGHER}\s+(?:du|de)\s+{_POSTE}"
    r"|(?:provides|gives)\s+(?:[a-z]+\s+){0,4}(?:direction|supervision)\s+to\s+(?:the|this)\s+(?:incumbent|position|employee))\b",
    re.M,
)
_SUPERVISOR = re.compile(r"(?:(?:Immediate|Direct)\s+)?Supervisor$")  # whoever it is
_POSITION_THAT = re.compile(r"This\s+is\s+an?\s[^.]{0,80}\b(?:position|role|post)\s+(?:that|which)\s*$")
# Between the subject and its verb: an acronym, an adverb, or other verbs that "and" joins to it.
_BEFORE_VERB = re.compile(
    r"(?:'ll|'re)?\s*(?:,?\s+(?:which|that|who)\b)?\s*(?:\([^()]{1,24}\))?[\s,]*(?:(?:(?!,\s+(?:who|which)\b)[^.;:]){0,200}?\b(?:and|also|will|shall|must)\b)?\s*(?:(?:also|directly|solely"
    r"|would|line|is|are|will|be|an?|est|sera|works?|serves|travaille"
    r"|agit|exerce\s+ses\s+fonctions|plac[ée ]{1,2}e?)\s*){0,3},?\s*"
)
# A report that is made at times is one in writing: "reports to the Chief on visitors each month".
_OFTEN = re.compile(
    r"(?:\s[^.;:\n]{0,80}?)?\s(?:weekly|fortnightly|monthly|quarterly|annually|yearly|as\s+(?:required|needed|requested|necessary)"
    r"|(?:each|every|once\s+an?|twice\s+an?)\s+(?:week|month|quarter|year))\b"
    r"(?!\s+(?:meetings?|reviews?))"
)
_MADE = re.compile(r"\s+(?:are|were|must|should|shall)\b")  # "Reports to the Minister are drafted"
# "Your line manager will be the Chief of Boats", "The supervisor (the Chief of Boats) sets objectives".
_MANAGER = re.compile(
    r"(?<![\w'])(?:[Tt]he|[Yy]our|[Tt]he\s+(?:incumbent|post-?\s?holder)'s|[Tt]his\s+(?:role|post|position)'s)\s+"
    r"(?:immediate\s+|first[- ]line\s+|direct\s+)?(?P<verb>(?:line\s+manager|(?<=[Yy]our\s)manager|supervisor)"
    r"(?:\s+(?:for|of)\s+this\s+(?:role|post|position))?)\s*(?:\(|,\s|\b(?:is|will\s+be)\s)\s*"
    r"(?=(?:the\s|our\s)?[A-Z])"
)
_MANAGER_FR = re.compile(
    rf"\b[Ll][ea]\s+(?P<verb>(?:{_HIGHER}|superviseure?"
    rf"|gestionnaire\s+(?:imm[ée ]{{1,2}}diate?|hi[ée ]{{1,2}}rarchique))(?:\s+(?:du|de)\s+{_POSTE})?)"
    r"\s+est\s+(?=(?:le|la)\s|l')"
)
# "Staff of the division work under": other people than the position.
_PEOPLE = re.compile(
    r"(?:(?:The|All|Other|Some|Most|These|Any)\s+)?(?:[A-Za-z-]+\s+)?"
    r"(?:staff|employees|members|volunteers|contractors|students|interns|trainees|teams?|crews?|committees?|consultants)\b",
    re.I,
)
_THROUGH = re.compile(r",?\s+through\s+(?=(?:the|an?)\s|[A-Z])")
_BELOW = re.compile(
    r"you\b|(?:this|the)\s+(?:position|post|role)\b(?!\s+of\b)|the\s+(?:post-?\s?holder|incumbent)\b"
)  # to whom others report
_ONWARD = re.compile(r"\s+to\s")  # "reports through the Clerk to the Council": the Clerk is the superior
_AT_TIMES = re.compile(r"(?:In\s+the\s+absence|In\s+(?:his|her|their)\s+absence|When|If|En\s+l'absence)\b")
_TILL_THEN = re.compile(
    r",?\s+(?:in\s+the\s+absence|in\s+(?:his|her|their)\s+absence|during|when|while|if|en\s+l'absence)\b"
)
# "Accountable to the Board, the Clerk ...": an opening that says of the subject behind it whom it answers to.
_DUTY_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[*•-]|\d{1,2}[.)])[ \t]+$")
_ADJECTIVE_OF = re.compile(r"(?:accountable|answerable|responsible)\s+to\b")
_APPOSED = re.compile(r"(?:(?!,\s+(?:who|which|with)\b)[^.;:]){1,200},\s+")  # "you sit on the Board, accountable to"
_ADJECTIVE = re.compile(r"(?:Appointed\s+by,?\s+and\s+)?(?:[Dd]irectly\s+)?$")
_OTHER = re.compile(r",\s+(?P<who>(?:the|an?|all|each|every|our)\s)")
_HEADED = re.compile(r"Reports\s+to\s+[^\n.]{0,80}:")  # "Reports to the Board:" heads a list
_FUNCTIONAL = re.compile(r"functional|fonctionnel|dotted", re.I)


@lru_cache(maxsize=8)
def upward(reading: Reading) -> tuple[Upward, ...]:
    """Every such sentence, in the order of its pattern and place."""
    return tuple(
        line
        for start, end in reading.near(_CUES, _AROUND_CUE, _AROUND_CUE)
        for pattern in (_UPWARD, _FRENCH, _PARTICIPLE, _PARTICIPLE_FR, _MANAGER, _MANAGER_FR, _ASSIGNS)
        for match in pattern.finditer(reading.view, start, end)
        for line in _line(reading, match)
    )


def _line(reading: Reading, match: re.Match[str]) -> Iterator[Upward]:
    view = reading.view
    if match.re is _ASSIGNS:
        yield from _assigned(reading, match)
        return
    if match.re is _PARTICIPLE and not _OPENS.search(view[max(0, match.start() - 4) : match.start()]):
        return
    if (below := _BELOW.match(view, match.end())) is not None and match.re is _UPWARD:
        mention = Mention(kind="position", text=below[0], start=below.start(), end=below.end())
        yield Upward(Span(*match.span("verb")), mention, clause_start(reading, match.start()), own=False)
        return
    onward = _ONWARD.search(view, match.end(), match.end() + 160) if match["verb"].endswith("through") else None
    superior = superior_at(reading, match.end(), onward.start() if onward else None)
    if superior is None:
        return
    through = _THROUGH.match(view, superior.end) if match["verb"].endswith("to") else None
    superior = (superior_at(reading, through.end()) if through else None) or superior
    verb = Span(*match.span("verb"))
    if match.re in (_MANAGER, _MANAGER_FR):
        if not reading.subject.is_self(superior.text):
            yield Upward(verb, superior, match.start(), own=True)
        return
    if match.re is _PARTICIPLE_FR:
        then = _THEN.match(view, superior.end)
        if then is not None and begins_with_position(reading, then.end()):
            yield Upward(verb, superior, match.start(), own=True)
        return
    if match.re is _PARTICIPLE:
        if _THIS_ROLE.match(view, superior.end) and not reading.subject.is_self(superior.text):
            yield Upward(verb, superior, match.start(), own=True)
        return
    start = clause_start(reading, match.start())
    phrase = view[start : match.start()]
    if (_FUNCTIONAL.search(phrase[-40:]) and not match["verb"].startswith("admin")) or len(phrase) > 300:
        return
    many = match.re is _FRENCH and match["many"]
    under = match["verb"].lower().startswith(("under ", "at ", "direction is", "supervision is"))
    if _AT_TIMES.match(view, start) or _TILL_THEN.match(view, superior.end):
        return
    if match["verb"].lower().startswith("report") and (
        _OFTEN.match(view, superior.end) or _MADE.match(view, superior.end)
    ):
        return
    if under and (_is_of_others(reading, superior.end) or _works_there(reading, start, match.start())):
        return
    if match["verb"][1:].startswith("ous "):
        then = _THEN.match(view, superior.end)
        if (
            then is not None
            and begins_with_position(reading, then.end())
            and not reading.subject.is_self(superior.text)
        ):
            yield Upward(verb, superior, start, own=True)
            return
    own = under or (not many and (_is_about_subject(reading, start, match.start()) or _opens(reading, match, superior)))
    upwards = reading.subject.is_self(superior.text)
    in_item = own and _DUTY_ITEM.search(view, max(0, match.start() - 8), match.start()) is not None
    if in_item and WRITTEN.match(view, superior.end):
        return  # "4. Reports to the Council on tides": a duty
    if own != upwards and (own or not WRITTEN.match(view, superior.end)):
        yield Upward(verb, superior, start, own)


def _assigned(reading: Reading, match: re.Match[str]) -> Iterator[Upward]:
    """The superior who assigns the work, where nothing but a title stands before the verb."""
    superior = superior_at(reading, match.start("boss"), match.start("verb"))
    if superior is None or superior.end != match.end("boss") or _SUPERVISOR.search(superior.text):
        return
    if not reading.subject.is_self(superior.text):
        yield Upward(Span(match.start("boss"), match.end("verb")), superior, match.start("boss"), own=True)


def _is_of_others(reading: Reading, end: int) -> bool:
    """Whether another subject follows: "Under the authority of the Minister, the agency prints tables"."""
    other = _OTHER.match(reading.view, end)
    return other is not None and subject_end(reading, other.start("who"), len(reading.view)) is None


def _works_there(reading: Reading, start: int, verb: int) -> bool:
    """Whether other people or another post stand before "work under the supervision of"."""
    if subject_end(reading, start, verb) is not None:
        return False
    people = _PEOPLE.match(reading.view, start, verb)
    return people is not None or title_at(reading.view, start, verb) is not None


def _opens(reading: Reading, match: re.Match[str], superior: Mention) -> bool:
    """Whether words that open a sentence say it of the subject behind them: "Answerable to the Board, the Clerk"."""
    start = clause_start(reading, match.start())
    other = _OTHER.match(reading.view, superior.end)
    return (
        match["verb"].endswith("le to")
        and reading.view[start].isupper()
        and _ADJECTIVE.match(reading.view, start, match.start()) is not None
        and other is not None
        and subject_end(reading, other.start("who"), len(reading.view)) is not None
    )


def _is_about_subject(reading: Reading, start: int, verb: int) -> bool:
    """Whether the sentence is about the position, and the verb its own: not "prepares reports to"."""
    view = reading.view
    opens = start == verb and view[verb] == "R" and not _HEADED.match(view, verb)
    if opens or _POSITION_THAT.match(view[start:verb]):
        return True
    own = subject_end(reading, start, verb)
    if own is None:
        return False
    apposed = _ADJECTIVE_OF.match(view, verb) is not None and _APPOSED.fullmatch(view, own, verb) is not None
    return apposed or bool(_BEFORE_VERB.fullmatch(view[own:verb]))
