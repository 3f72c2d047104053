"""Lists of reports: bullets, headings inside prose, or an enumeration in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from orgraph.extract._enumeration import in_sentence, says_post, sentence_stop
from orgraph.extract._headings import ACCOUNTABLE, RESPONSIBLE, run_on, with_trailing_staff
from orgraph.extract._items import Item, item
from orgraph.extract._lexicon import loose
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._rows import of_table
from orgraph.extract._titles import only_titles
from orgraph.titles import canonical

_BULLET = re.compile(
    r"^[ \t]{0,8}(?:\*|#{4,6}|\d{1,2}[.)])[ \t]+(?P<body>[^\n]+(?:\n(?![ \t]*(?:[*#]|\d{1,2}[.)])"
    r"|\n)[^\n]+)*)",
    re.M,
)
_NUMBERED = re.compile(r"\s*\d")
_BOLD = re.compile(r"\*\*(?P<bold>[^*\n]{2,240}?)\s*:?\s*\*\*(?P<more>[^\n:]{0,40}?:)?")
_SAYS_MORE = re.compile(r"staff|FTE|ETP|employ|people|persons|resources|\(|[A-Z]{2}-?[0-9OIl]")
# Brackets behind a bold title that say its level or its staff: "**Director, Audit** (EX-01) **(21 FTEs)**".
_BEHIND_BOLD = re.compile(
    r"(?:[ *]*+\((?=[^()\n]*(?:[A-Z]{2}-?[0-9OIl]{1,2}|FTE|ETP|staff|employ|[Hh]eadcount|"
    r"[Ee]ffectif|direct and indirect|subaltern|subordon|(?:supported|assisted) by))[^()\n]{0,90}\))+"
)
_DUTY = (
    ACCOUNTABLE + r"(?:,\s*)?(?:provides?"
    r"|works?|plays?|leads?|directs?|manages?|supports?|oversees?)\s+"
    + "|"
    + loose("qui est")
    + r"\b|"
    + loose("est responsable")
    + r"\b|est\s+charg|responsable\s+d|assure\b|chacun"
)
# What may stand behind a dash and is a part of the heading: a level, or staff.
_ATTRIBUTE = (
    r"(?:[A-Z]{2,4}-?[0-9OIl]{1,2}\b|(?:approximately\s|about\s)?[0-9OIl][0-9OIl,.]{0,6}\s?(?:FTE|PY|ETP|staff|employees|people|persons|resources)"
    r"|[Ss]taff\s+of\b)"
)
# What ends a heading: a mark, a duty, or behind its staff or brackets any verb ("..., with 9 staff, tunes the bells").
_HEADING_ENDS = re.compile(
    rf":\s(?![^()\n]{{0,60}}\))|:$|\s-\s(?!{_ATTRIBUTE})|\.\s|(?:(?<=staff)|(?<=FTEs)|(?<=employees)|(?<=people)|(?<=persons)|(?<=ETP)|(?<=\)))[,;]\s+(?=[a-z]+s\s)"
    r"|(?<!\s)[ \t]*\n\s*(?=[*_]{0,2}(?:[Tt]otal\s|[Nn]umber\s+of\s)?"
    r"(?:FTEs?|ETP|[Ss]taff|[Hh]eadcount|[Ee]mployees|[Ee]ffectifs?)\s?:)"
    r"|;\s+(?=(?:has|with|this|the\s(?:position|incumbent))\s)"
    r"|(?<=\))\s+(?=[a-z]{3,}s\s(?:the|all|its|an?)\s|[a-zé]{3,}e\s(?:(?:les?|la|une?)\s|l'))"
    rf"|,?\s+(?:each\s+of\s+whom|who|which)\s+(?=[a-z]+s\s)|,?\s+(?:{_DUTY})"
)
_DASHED = re.compile(r"[^\n,:.;()-]{4,60}\s-\s(?P<field>[^\n:.;]{3,60})")  # "Senior Officer - Prevention": its field
# A paragraph that leads in something else, or a heading, by which a list of bullets ends.
_LEADS_ON = re.compile(r"\n[ \t]*\n(?:[^\n]{4,300}:[*_]{0,2}[ \t]*\n|[A-Z][^\n.:*+-]{2,50}[ \t]*\n[ \t]*\n)")
_NESTED = 2  # spaces more than the first bullet's, of one that belongs to the bullet before it
# A sentence that only enumerates: no duty, and no colon after the lead-in.
_WITH_STAFF = r"who\s++ha(?:s|ve)\s"  # a clause that says of a post no duty
_PLAIN_LIST = re.compile(rf"\s*[:*_]*(?:(?!(?!{_WITH_STAFF})(?:{RESPONSIBLE})|\breports?\b)[^:\n])*")
# Lines without a mark, each a post: with a capital or a number at its start, and no sentence or open end.
_BELOW = re.compile(r"[ \t]*+:?[*_]{0,2}[ \t]*+\n")
_LINE = re.compile(r"(?P<gap>\n*+)[ \t]*+(?P<text>[^\n]++)\n?")
_ONE_POST = re.compile(
    rf"(?=[^\n]*[a-z])(?:[A-ZÀ-Þ0-9]|(?:an?|une?|{WORD})\s)(?:[^.:;\n]|\.(?=\S)){{3,140}}(?<![,;])(?<!\s)\s*"
)
_LONGEST_ITEM = 90  # characters of a title that stands in an enumeration


def of_lines(reading: Reading, start: int, stop: int) -> list[Item]:
    """Posts of which each fills a line right below the lead-in; none where a line goes on in the next."""
    opened = _BELOW.match(reading.view, start, stop)
    found: list[Item] = []
    spaced = False
    for line in _LINE.finditer(reading.view, opened.end(), stop) if opened else ():
        post = item(reading, *line.span("text")) if _ONE_POST.fullmatch(line["text"]) else None
        apart = bool(line["gap"])
        spaced = apart if len(found) == 1 else spaced  # blank lines stand between all posts, or between none
        if post is None or not says_post(post) or (len(found) > 1 and apart != spaced):
            return found if apart and len(found) > 1 else []
        found.append(post)
    return found if len(found) > 1 else []


def of_reports(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Items of a list of reports: rows of a table, bullets or lines, else run-on headings, else a sentence."""
    if rows := of_table(reading, start, stop):
        yield from rows
        return
    bullets = list(_BULLET.finditer(reading.view, start, stop))
    if bullets and _leads_in(reading.view[start : bullets[0].start()]):
        depth = len(bullets[0][0]) - len(bullets[0][0].lstrip())
        together = _of_one_kind(_before_next_lead(reading.view, bullets))
        direct = (m for m in together if len(m[0]) - len(m[0].lstrip()) < depth + _NESTED)
        yield from filter(None, (_bullet(reading, *m.span("body")) for m in direct))
        return
    if lines := of_lines(reading, start, stop):
        yield from lines
        return
    enumerated = list(in_sentence(reading, start, stop))
    sentence = reading.view[start : sentence_stop(reading, start, stop)]
    brief = all(found.mention.end - found.mention.start < _LONGEST_ITEM for found in enumerated)
    closed = sentence.count("(") == sentence.count(")")
    plain = brief and closed and len(enumerated) > 1 and _PLAIN_LIST.fullmatch(sentence)
    if not plain:
        yield from list(run_on(reading, start, stop)) or enumerated
        return
    yield from enumerated
    known = {canonical(found.mention.text) for found in enumerated}
    later = run_on(reading, start + len(sentence), stop)
    yield from (found for found in later if canonical(found.mention.text) not in known)


def _before_next_lead(view: str, bullets: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bullets up to a paragraph or a heading that leads in a list of something else."""
    for place, (one, following) in enumerate(pairwise(bullets), 1):
        if _LEADS_ON.search(view, one.end(), following.start()):
            return bullets[:place]
    return bullets


def _of_one_kind(bullets: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bullets up to a number behind bullets without one: "3. ... (a) ...; (b) ... 4. ..."."""
    if _NUMBERED.match(bullets[0][0]):
        return bullets
    return list(takewhile(lambda bullet: not _NUMBERED.match(bullet[0]), bullets))


def _leads_in(text: str) -> bool:
    """Whether what stands before the first bullet is no more than the rest of the lead-in."""
    return len(text.strip(" \t\n:*_.")) < 160 and not re.search(r"\.\s+\S|\n\s*\w+:", text)


def _bullet(reading: Reading, start: int, end: int) -> Item | None:
    """A bullet: its bold heading, or what stands before its first duty or colon."""
    view = reading.view
    bold = _BOLD.match(view, start, end)
    if bold is not None and (behind := _BEHIND_BOLD.match(view, bold.end("bold"), end)) is not None:
        stop = behind.end()
    elif bold is not None:
        stop = bold.end() if bold["more"] and _SAYS_MORE.search(bold["more"]) else bold.end("bold")
    else:
        field = _DASHED.fullmatch(view[start:end].rstrip())
        mark = None if field and only_titles(field["field"]) else _HEADING_ENDS.search(view[start:end])
        stop = start + mark.start() if mark else end
    found = item(reading, start, stop)
    if found is None:
        return None
    if bold is None and not says_post(found):
        return None
    return with_trailing_staff(reading, found, stop, end)
