"""The superior and the number of peers in "one of five positions reporting to the X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from orgraph.extract._counts import and_itself, count
from orgraph.extract._mentions import classified, superior_at
from orgraph.extract._numbers import AGAIN, NUMBER, WORD
from orgraph.extract._peers import BESIDE, DU, RELEVE, RELEVE_CUES, SAME_SUPERIOR, peer_sentences
from orgraph.extract._plurals import singular
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import is_superior
from orgraph.extract._upward import upward
from orgraph.model import Quantity, Unstated
from orgraph.text import Span, squeeze

# The superior that a sentence before has named.
_PRONOUN = re.compile(
    r"(?:him|her|them|it|the\s+same|this\s+(?:position|executive|director|manager)|(?:ce|cette)\s+(?:derni|cadre|directeur|directrice|dirigeant|gestionnaire|poste)|celui-ci|celle-ci)",
    re.I,
)

_POSTS = re.compile(r"\b(?:direct\s+reports|positions|postes)$", re.I)
# Behind the superior: "reports to the Chief and is one of four Deputies".
_AFTER = re.compile(
    r",?\s+(?:(?:and|et)\s+(?:is\s+|will\s+be\s+|est\s+)?(?:as\s+)?"
    r"|(?:you|this\s+(?:role|post|position)|(?P<self>the\s+[A-Z][^.;:\n]{2,120}?))\s+(?:are|is|will\s+be)\s+)"
    rf"(?:one\s+(?:\(1\)\s+)?of\s+(?:the\s+)?|l'une?\s+des\s+)"
    rf"(?P<what>(?:{WORD}|{NUMBER})(?:\s+{AGAIN})?\s+(?P<posts>[A-Za-zÀ-ÿ][\w' -]{{2,60}}?))"
    r"(?=\s+(?:in|within|across|of|at|on|de|du|à|au)\b|[.,;])",
    re.I,
)
# Others beside the position, whom the number leaves it out of: "along with three other Directors", "Three other
# positions also report to the Chief".
_BESIDE_OTHERS = re.compile(
    rf",?\s+(?:{BESIDE}|with|avec|ainsi\s+que)\s+(?:les\s+|the\s+)?(?P<what>{WORD}|{NUMBER})\s+(?:autres\s"
    r"|others?(?=[.,:]|\s+(?:[a-z-]+\s+){0,2}(?:positions?|posts?|executives?|reports?|(?-i:[A-Z]))))",
    re.I,
)
_OTHERS_TOO = re.compile(
    rf"(?P<what>{WORD}|{NUMBER})\s+(?:other\s+(?:[\w'-]+\s+){{1,5}}(?:also\s+)?report\s+(?:directly\s+)?to\s+"
    rf"|autres\s+(?:[\w'-]+\s+){{1,6}}(?:qui\s+)?{RELEVE}\s+(?:(?:[ée ]galement|aussi|directement)\s+){{0,2}}{DU})",
    re.I,
)


_SAME_SUPERIOR = re.compile(SAME_SUPERIOR)


def one_of_positions(reading: Reading) -> Iterator[Statement]:
    """The superior and the number of peers in "one of five positions reporting to the X".

    What it reads: a number in words, digits, both ("five (5)"), a range ("5 to 8"), with or without a noun; "l'un
    des cinq postes qui relèvent du", "parmi les cinq cadres sous l'autorité du"; "1 of 15 positions", "among the
    four positions", "four positions reporting to X, including this one", "Quatre postes relèvent du X, dont
    celui-ci". The number counts the position itself. A vague word ("several") or no number at all is kept as such,
    never filled in. A number of others ("along with three other Directors", "Sept autres postes relèvent également
    de ce dernier", "Colleagues reporting to the same supervisor (4):") is one less than that of the position and
    its peers, which is inferred from it.
    Example: "is one of five positions reporting to the Chief Executive Officer".
    Must not read: "one of the main challenges", "one of the Director's two Managers", which of the position's own
    reports another is ("l'un des trois cadres qui relèvent du directeur").
    Known misses: a number that stands alone behind the superior ("of which there are five").
    """
    for sentence in peer_sentences(reading):
        if sentence.superior is not None:
            yield Statement(SELF, "reports_to", sentence.superior, (Span(sentence.start, sentence.end),))
            yield from classified(reading, sentence.superior)
        elif not _PRONOUN.match(reading.view, sentence.end):
            continue
        found = count(reading.view, *sentence.what, repair=reading.repair)
        if found is None:
            words = squeeze(reading.view[sentence.start : sentence.what.end])
            found = Unstated(reason="missing", text=words), Span(sentence.start, sentence.end), ()
        value, place, repairs = found
        yield Statement(SELF, "stated_peers", value, (place, Span(sentence.start, sentence.end)), repairs)
    if not peer_sentences(reading):
        yield from _after(reading)
        yield from islice(_others(reading), 1)


def _is_own(reading: Reading, posts: str) -> bool:
    """Whether a number counts posts of the position's own rank, or of its grade ("one of five Grade 6s")."""
    grade = reading.field("classification")
    return reading.subject.is_self(posts) or (grade is not None and posts == grade.value)


def _after(reading: Reading) -> Iterator[Statement]:
    """The number of posts of the position's own rank that its sentence gives behind the superior."""
    for line in upward(reading):
        match = _AFTER.match(reading.view, line.superior.end) if line.own else None
        if match is None or (match["self"] and not reading.subject.is_self(match["self"])):
            continue
        if not (_POSTS.search(match["posts"]) or _is_own(reading, singular(match["posts"]))):
            continue
        found = count(reading.view, *match.span("what"), repair=reading.repair)
        if found is not None:
            value, place, repairs = found
            yield Statement(SELF, "stated_peers", value, (place, Span(line.verb.start, match.end())), repairs)
            return


def _others(reading: Reading) -> Iterator[Statement]:
    """The number of posts beside the position, and the position itself."""
    beside = [(line.verb.start, line.superior.end) for line in upward(reading) if line.own]
    told = [(start, match) for start, end in beside if (match := _BESIDE_OTHERS.match(reading.view, end))]
    for match in reading.matches(_OTHERS_TOO, ("other", "autres"), 20, 160):
        superior = superior_at(reading, match.end())
        same = superior is not None and is_superior(reading, superior.text)
        if same or (superior is None and _PRONOUN.match(reading.view, match.end())):
            told.append((match.start(), match))
    told += [(m.start(), m) for m in reading.matches(_SAME_SUPERIOR, ("eport", *RELEVE_CUES), 60, 80) if m["what"]]
    for start, match in told:
        found = count(reading.view, *match.span("what"), repair=reading.repair)
        if found is None:
            continue
        others, place, repairs = found
        if isinstance(others, Quantity) and others.low is not None and others.high is not None:
            whole = and_itself(others)
            yield Statement(SELF, "stated_peers", whole, (place, Span(start, match.end())), repairs, inferred=True)
