"""The committees and boards that the position sits on or chairs, and boards whose chair the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._bodies import Body, body_at
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._titles import title_at
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze
from orgraph.titles import is_bare

_AS = r"(?:as )?(?:an? |the |one of the )?(?:[a-z-]{2,14} ){0,2}members? of"
_VERB = re.compile(
    rf"(?:(?P<chair>\b(?:[Cc]o-)?[Cc]hair(?:s|ing)|\b[Pp]réside)|\b(?:[Ii]s|[Ss]erv(?:es|ing)|[Aa]ct(?:s|ing)|[Ss]it(?:s|ting)"
    rf"|[Pp]articipat(?:es?|ing)(?: actively)?|[Aa]s|[Bb]eing) {_AS}|\b(?:[Ss]its|[Ss]itting|[Ss]erves|[Ss]erving) on"
    r"|\b[Bb]elongs to|\best membre(?: permanente?| à part entière| votante?)?|\b[Ss]iège(?=\W)|\bfait partie)\s+(?=\S)"
)
_CUES = (
    "member of",
    "members of",
    " on the ",
    " on its ",
    "elongs to",
    "hairs ",
    "hairing",
    "membre",
    "iège",
    "fait partie",
    "réside",
)
_MORE = re.compile(r",? (?:and|et) (?:also |aussi )?(?:of (?=the)|on (?=the))?")
_GAP = re.compile(r"\W{0,3}(?:\([A-Z/&]{2,12}\))?\W{0,3}(?:(?:also|therefore|is|aussi|également)\W+)?")
_OPENS = re.compile(r"(?:[0-9IOl]{1,3}[.)]\s+)?")
_REACH = 160  # characters behind a verb that a body may take


def sits_on(reading: Reading) -> Iterator[Statement]:
    """The committees and boards that the position sits on or chairs, and boards whose chair the text names.

    What it reads: sentences about the position, and duties without a subject, that make it a member or the chair of
    a body, if the words say whose body it is; and "The (title) chairs the (board)". It is no line: a body is neither
    led nor served by those who sit on it.
    Example: "The incumbent is a member of the Chief Executive Officer's management committee".
    Must not read: "a member of several committees", a body without a word that tells it from others ("the Management
    Committee"), what a board approves, another's seat ("advises the ADM, who chairs the Tide Board").
    Known misses: bodies that are named without a verb of sitting, and lists of bodies after the second.
    """
    for match in reading.matches(_VERB, _CUES, 60, 60):
        start = clause_start(reading, match.start())
        said = _Seat(reading, match)
        if _is_own(reading, match, start):
            yield from said.statements(SELF)
        elif match["chair"] and (chair := _chair(reading, start, match.start())) is not None:
            yield from said.statements(chair)


class _Seat:
    """A verb of sitting or chairing, and the bodies behind it."""

    def __init__(self, reading: Reading, verb: re.Match[str]) -> None:
        self.reading, self.verb = reading, verb

    def statements(self, holder: Mention) -> Iterator[Statement]:
        """That the holder of the seat sits on each body, or chairs it, and the kind of the body."""
        for chairs, body in self._bodies():
            span = Span(self.verb.start(), body.span.end)
            yield Statement(body.mention, "unit_kind", Text(text=body.kind), (body.span,))
            yield Statement(holder, "chairs" if chairs else "member_of", body.mention, (span,))

    def _bodies(self) -> Iterator[tuple[bool, Body]]:
        """The body behind the verb, and one more behind "and", with a verb of its own or without."""
        view, verb = self.reading.view, self.verb
        body = body_at(view, verb.end(), french=self.reading.french)
        if body is None:
            return
        yield bool(verb["chair"]), body
        more = _MORE.match(view, body.span.end)
        if more is not None:
            other = _VERB.match(view, more.end())
            second = body_at(view, (other or more).end(), french=self.reading.french)
            if second is not None:
                yield bool((other or verb)["chair"]), second


def _is_own(reading: Reading, verb: re.Match[str], start: int) -> bool:
    """Whether a verb is the position's: its name stands right before it, or nothing does in a list of its duties."""
    view = reading.view
    if _OPENS.fullmatch(view, start, verb.start()):
        return (verb[0][0].isupper() and not verb[0].startswith("As ")) or _is_apposed(reading, verb)
    end = subject_end(reading, start, verb.start())
    return end is not None and _GAP.fullmatch(view, end, verb.start()) is not None


def _is_apposed(reading: Reading, verb: re.Match[str]) -> bool:
    """Whether "As a member of a body," is followed by the position."""
    body = body_at(reading.view, verb.end(), french=reading.french)
    if body is None or reading.view[body.span.end : body.span.end + 2] != ", ":
        return False
    begin = body.span.end + 2
    return subject_end(reading, begin, min(len(reading.view), begin + _REACH)) is not None


def _chair(reading: Reading, start: int, verb: int) -> Mention | None:
    """Another post that fills a sentence from its start to the verb; a rank alone is nobody's."""
    span = title_at(reading.view, start, verb, french=reading.french)
    if (
        span is None
        or reading.view[span.end : verb].strip()
        or reading.view[start : start + 4].lower() not in ("the ",)
    ):
        return None
    text = squeeze(reading.view[slice(*span)])
    return None if is_bare(text) else Mention(kind="position", text=text, start=span.start, end=span.end)
