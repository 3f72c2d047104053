"""Posts that a sentence or a field says the position supervises: "supervises two Clerks", "Responsible for: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._enumeration import in_sentence, says_post
from orgraph.extract._items import statements
from orgraph.extract._lexicon import loose
from orgraph.extract._listed import is_listed, listed
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._seats import KEPT
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._supervised import in_small_letters, posts, titles
from orgraph.extract._supervised_fields import in_field, labels
from orgraph.extract._titles import HEAD_NOUN, STARTS, only_titles
from orgraph.extract._upward import upward
from orgraph.text import Span

_HOW_MANY = rf"(?:{WORD}|\d{{1,2}})(?:\s?\(\d{{1,3}}\))?"
_A_NUMBER = rf"(?:[Bb]etween\s+)?{_HOW_MANY}(?:\s?(?:-|to|or|and)\s?{_HOW_MANY})?\s+(?:x\s+)?(?:{KEPT}\s+){{0,2}}"
# "a staff of eleven:", before the posts of it
_STAFF_OF = (
    r"an?\s+(?:[a-z]+\s+){0,2}(?:team|staff|group|office|unit|section)\s+of\s+[\w-]{1,12}"
    r"(?:\s+(?:[a-z]+-?[a-z]+\s+)?(?:people|employees|staff|posts|positions))?\s*"
    r"(?:[:(-]|,?\s*(?:including|consisting\s+of|comprising|comprised\s+of))\s*"
)
_VERB = re.compile(
    r"\b(?:(?:[Ss]upervis(?:es?|ing)(?:(?:,\s+[a-z]+s){0,3},?\s+and\s+[a-z]+s|,?\s+through)?"
    r"|[Ss]upervision\s+of|[Ll]ine[- ]manag(?:es?|ing)"
    r"|[Ll]ine\s+management\s+of)\s+"
    rf"(?:directly\s+)?(?=(?:(?:[Tt]he\s+)?{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+(?:{KEPT}\s+)?)?[A-Z(])"
    r"|(?:has|have|with|holds?)\s+(?:[a-z]+\s+){0,2}(?:supervisory|line[- ]management|management|managerial)\s+"
    r"(?:responsibility|authority)\s+(?:for|over|of)\s+"
    rf"(?=(?:{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+)?[A-Z(])"
    r"|(?:[Ee]xercis(?:es?|ing)|[Pp]rovid(?:es?|ing)|[Gg]ives?|has|have)\s+(?!functional|technical|no\b|little)(?:[a-z]+\s+){0,4}"
    rf"supervision\s+(?:over|of|to)\s+(?:{_STAFF_OF})?"
    rf"(?=(?:{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+)?[A-Z(])"
    rf"|[Ss]upervision\s+is\s+(?:also\s+)?(?:exercised\s+over|provided\s+to)\s+(?=(?:{_A_NUMBER}|the\s+|an?\s+)?[A-Z(])"
    r"|(?:[Mm]anag|[Ll]ead|[Oo]verse|[Dd]irect)(?:es?|s|ing)?\s+(?:an?\s+(?:[a-z]+\s+){0,2}(?:team|staff|group)\s+of\s+)?"
    rf"(?=(?:{_A_NUMBER}|an?\s+(?:{KEPT}\s+)?)[A-Z(])"
    rf"|(?:[Mm]anag|[Ll]ead|[Oo]verse|[Dd]irect)(?:es?|s|ing)?\s+{_STAFF_OF}(?=(?:{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+)?[A-Z])"
    r"|(?:[Mm]anag|[Ll]ead|[Oo]verse|[Dd]irect|[Ss]upervis)(?:es?|s|ing)?\s+[^.;:\n()]{2,90}?\bthrough\s+"
    rf"(?={_A_NUMBER}[A-Z(])"
    rf"|is\s+(?:directly\s+)?(?:supported|assisted)\s+by\s+(?=(?:{_A_NUMBER}|an?\s+)[A-Z(])"
    r"|(?P<loose>is\s+(?:directly\s+)?(?:supported|assisted)\s+by|(?:[Mm]anag|[Ll]ead|[Oo]verse|[Dd]irect|[Ss]upervis)(?:es?|s|ing)"
    r"(?:\s+the\s+work\s+of|\s[^.;:\n]{3,60}?,?\s+through)?)\s+(?=the\s+[A-Z]))"
)
# "supervises two clerks": in small letters, behind verbs of which only people are the object.
_SMALL = re.compile(
    r"\b(?:[Ss]upervis(?:es?|ing)|[Ss]upervision\s+(?:of|over)|[Ll]ine[- ]manag(?:es?|ing))\s+(?:directly\s+)?"
    rf"(?={_A_NUMBER}[a-z])"
)
_TEAM = re.compile(
    r"\b(?:(?:consist(?:ing|s)|composed|comprised|made\s+up)\s+of|compris(?:ing|es)"
    r"|(?:team|staff)\s+of\s+[\w-]{1,12}(?:\s+[a-z]+)?,?\s+including)\s+"
    r"(?:[0-9OIl]{1,4}\s+(?:FTEs?|staff|employees|people)\s*,?\s+(?:with|including|comprising)\s+)?(?=(?:an?\s+|the\s+|\w{1,9}\s+)?[A-Z])"
)
# "with four Grade 7 direct reports": the number and the posts stand before what they are.
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<posts>(?:{WORD}|\d{{1,2}})\s+(?-i:(?=[A-Z]))[^.;:()\n]{{2,90}}?)\s+(?:as\s+)?(?:(?:its|your)\s+)?(?:direct|line)\s+reports\b",
    re.I,
)
_FRENCH = re.compile(
    r"\b(?:encadre|supervise|dirige|g[èe ]re)\s+(?:(?:directement|[ée ]galement|aussi)\s+)?(?:une?\s+(?:[ée ]quipe"
    r"|effectif)\s+de\s+[^.;:\n]{1,40}?,?\s+"
    r"(?:soit|compos[ée ]e?s?\s+de|form[ée ]e?s?\s+de|comprenant)\s*:?\s+)?"
    rf"(?=(?:{WORD}|\d{{1,2}}|une?|le|la|les)\s+[a-zà-ÿA-Z])"
)
# "A secretary completes the team.", behind the posts that were listed before.
_COMPLETES = re.compile(
    rf"(?P<who>(?:An?|One|Une?|{WORD})\s[^.;:\n]{{3,120}}?)\s+(?:also\s+)?(?:completes?|rounds?\s+out|{loose('complète')}(?:nt)?)"
    r"\s+(?:the|this|its|his|her|la|le|l'|son|sa|cette)\s?(?:[a-z]+\s+){0,2}?"
    rf"(?:team|staff|complement|office|group|unit|effectif|personnel|bureau|{loose('équipe')})\b"
    r"(?=\s*(?:[.,;:]|$)|\s+(?:of|in|at|de|du|des|et|and)\b)",
    re.I,
)
_ANNOUNCED = re.compile(r"\bsuivante?s?$")  # posts that a list behind them names
_STAFF = re.compile(r"\b(?:team|staff|organi[sz]ation|group|unit|workforce|employees|FTEs?)\b")
_LEADING = re.compile(
    r"\b(?:leads?|manages?|directs?|supervises?|heads?|oversees?|has|leading|managing|responsible\s+for)\b"
)
# "Manage and lead a team": whoever does it is left out.
_LEADS_TEAM = re.compile(
    r"[\s*_>#•-]*(?:(?:also|directly|will|to)\s+)*(?:(?:leads?|manages?|directs?|supervises?|heads?|oversees?)(?:,|,?\s+and)?\s+){1,3}"
    r"(?:the\s+|an?\s+)(?:(?!virtual|project|matrix|multi|cross)[\w-]+\s+){0,3}(?:team|staff|group|unit|section|division|office)\b",
    re.I,
)
_OWN_TEAM = re.compile(
    r".{0,2}'s\s+(?:[a-z]+\s+){0,2}(?:team|staff|organi[sz]ation|group|unit|workforce|office)\s+(?:is\s+)?"
)
_RUN_BY = re.compile(r"\b(?:managed|led|headed|supervised|directed|overseen)\s+by\s+(?:the\s+)?")
_CUES = {
    _VERB: (
        "uperv",
        "xercis",
        "rovid",
        "ine manage",
        "ine-manag",
        "anages ",
        "anage ",
        "anaging ",
        "eads ",
        "ead ",
        "eading ",
        "versee",
        "irects ",
        "ives ",
        "supervision ",
        "ponsibility ",
        "authority ",
        "ed by ",
    ),
    _SMALL: ("upervis", "ine manag", "ine-manag"),
    _TEAM: ("including", "onsist", "ompos", "ompris", "made up"),
    _BEFORE: ("irect report", "ine report"),
    _COMPLETES: ("omplete", "ompl", "ounds out", "ound out"),
    _FRENCH: ("ncadre", "upervise", "irige", "g\u00e8re"),
}
# What may stand before a verb that opens its sentence, and between the position and its verb.
_OPENS = re.compile(
    r"[\s*_>#•-]*(?:[A-Z][\w /&()%-]{2,40}:\s+)?"  # a heading in the line of its text: "Supervision: Supervises two"
    r"(?:(?:also|directly|will|to|responsible\s+for|responsible\s+for\s+the|direct)\s+)*",
    re.I,
)
# "Definition: Under direction, to keep the books; to supervise two Clerks"
_INFINITIVES = re.compile(r"(?:[A-Z][\w ]{2,30}:\s+)?(?:Under\s[^,.;]{3,80},\s+)?[Tt]o\s")
_JOINED = re.compile(r"\band\s+(?:also\s+)?$")  # "line manages two Clerks, and" before the next verb
_AT_TIMES = re.compile(r"\b(?:may|might|could)\b")
_ANOTHER = re.compile(r"\b(?:who|which|whose|that|each)\b|[.;]")


def supervises(reading: Reading) -> Iterator[Statement]:
    """Posts that a sentence or a field says the position supervises: "supervises two Clerks", "Responsible for: ...".

    What it reads: a field of its own line or cell ("Supervises", "Responsible for", "Positions supervised"), with the
    indented lines or the bullets below it; the first sentence whose verb is the position's own ("supervises",
    "exercises supervision over", "line manage", "manages", "leads a staff through" or "is supported by" before a
    number), with its other verbs; posts before "direct reports" ("with four Grade 7 direct reports", whose number is
    then that of all reports); what a team that it leads, or its own, is "composed of" or comprises; who "completes
    the team" of posts that are listed; else posts in small letters ("supervises two clerks").
    Example: "Supervises four Tax Auditors and two Audit Clerks."
    Must not read: posts that another post supervises; duties ("manages the Director's diary"); a team without titles;
    workers for a season.
    Known misses: two posts whose rank a bracket shares ("two Managers (Cranes; Ropes)").
    """
    told = [statement for field in labels(reading) for statement in in_field(reading, field)]
    yield from told
    if told:
        return  # the field tells all of them
    yield from _completing(reading)
    yield from _before_reports(reading)
    if reading.french:
        yield from _in_french(reading)
    found = [one for pattern in (_VERB, _TEAM) for one in _first_sentence(reading, pattern)]
    yield from found
    if not found and not listed(reading):  # else what is in small letters only counts them
        yield from _first_sentence(reading, _SMALL)


def _first_sentence(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Statement]:
    """The posts of the first sentence that names some behind such a verb, and behind its other verbs."""
    view, last = reading.view, -1
    leads = [lead.span for lead, items in listed(reading) if items]
    for match in reading.matches(pattern, _CUES[pattern], 60, 80):
        if -1 < last < match.start():
            return
        if any(lead.start <= match.start() < lead.end for lead in leads):
            continue  # "is supported by four Directors:" leads in a list of them
        start = clause_start(reading, match.start())
        place = match.end() if match[0].rstrip().endswith("including") else match.start()
        joined = last != -1 and _JOINED.search(view, start, match.start()) is not None
        if joined or (_leads_team if pattern is _TEAM else _is_own)(reading, start, place):
            stop = sentence_end(view, match.end(), min(len(view), match.end() + 600))
            closed = view.find(")", match.end(), stop) if match[0].rstrip().endswith("(") else -1
            stop = closed if closed != -1 else stop
            read = in_small_letters if pattern is _SMALL else titles
            found = list(read(reading, match, match.end(), stop, people=pattern is _TEAM))
            if match.groupdict().get("loose") and not _all_classified(found):
                continue
            yield from found
            last = stop if found else last


def _completing(reading: Reading) -> Iterator[Statement]:
    """The posts of a sentence that completes with them the team whose other posts the text lists."""
    for match in reading.matches(_COMPLETES, _CUES[_COMPLETES], 140, 60) if listed(reading) else ():
        if clause_start(reading, match.start("who")) == match.start("who"):
            for found in in_sentence(reading, *match.span("who")):
                if says_post(found) and not is_listed(reading, found.mention.text):
                    yield from statements(found, Span(match.end("who"), match.end()), SELF)


def _all_classified(found: list[Statement]) -> bool:
    """Whether the statements are of two posts and more, each with its level: what is led otherwise may be a task."""
    said = [{one.subject for one in found if one.predicate == name} for name in ("reports_to", "classification")]
    return len(said[0]) > 1 and said[0] == said[1]


def _before_reports(reading: Reading) -> Iterator[Statement]:
    """The posts that "direct reports" follow; one number before them is the number of all reports."""
    for match in reading.matches(_BEFORE, _CUES[_BEFORE], 120, 20):
        start, place = clause_start(reading, match.start()), Span(*match.span("posts"))
        opens = not re.search(r"\w", reading.view[start : match.start()])
        if _AT_TIMES.search(reading.view, start, match.start()):
            continue
        if not only_titles(match["posts"]) or not (opens or subject_end(reading, start, match.start()) is not None):
            continue
        found = list(in_sentence(reading, *place))
        yield from posts(reading, match, found)
        if len(found) == 1 and found[0].seats is not None:
            yield Statement(SELF, "stated_reports", found[0].seats.quantity, (place, Span(*match.span())))


def _in_french(reading: Reading) -> Iterator[Statement]:
    """The posts behind a French verb: its titles are in small letters, and begin with their noun."""
    for match in reading.matches(_FRENCH, _CUES[_FRENCH], 20, 140):
        start = clause_start(reading, match.start())
        own = subject_end(reading, start, match.start())
        if own is None or HEAD_NOUN.search(reading.view, own, match.start()):
            continue
        found = list(in_sentence(reading, match.end(), sentence_end(reading.view, match.end(), match.end() + 600)))
        if found and all(
            (one.code or STARTS.match(one.mention.text)) and not _ANNOUNCED.search(one.mention.text) for one in found
        ):
            yield from posts(reading, match, found)
            return


def _is_own(reading: Reading, start: int, verb: int) -> bool:
    """Whether the verb opens its sentence, or the position is what does it."""
    view = reading.view
    if _OPENS.fullmatch(view[start:verb]):
        return True
    if view[verb - 3 : verb] == "to " and _INFINITIVES.match(view, start, verb):
        return True
    own = subject_end(reading, start, verb)
    said = (
        line.superior.end
        for line in upward(reading)
        if line.own and start <= line.verb.start and line.superior.end < verb
    )
    own = max(said, default=own)  # "reports to the Chief and supervises two Clerks"
    between = "" if own is None else view[own:verb]
    named = any(noun[0][0].isupper() for noun in HEAD_NOUN.finditer(between))  # "you lead" names no other post
    return own is not None and not named and not _ANOTHER.search(between)


def _leads_team(reading: Reading, start: int, place: int) -> bool:
    """Whether the team is the position's: "leads a team composed of", "the group led by the Director consists of"."""
    sentence = reading.view[start:place]
    if not _STAFF.search(sentence):
        return False
    if _LEADS_TEAM.match(sentence):
        return True
    run_by = _RUN_BY.search(sentence)
    if run_by is not None:
        by = start + run_by.end()
        end = reading.subject.end_at(reading.view, by)
        return end is not None or reading.subject.is_self(
            re.split(r"\s(?:is|has|and)\b|,", sentence[run_by.end() :])[0]
        )
    own = subject_end(reading, start, place)
    between = "" if own is None else reading.view[own:place]
    if own is not None and _OWN_TEAM.fullmatch(reading.view[max(start, own - 2) : place]):
        return True  # "The Director's team consists of"
    return _LEADING.search(between) is not None and not _ANOTHER.search(between)
