"""Names of committees and boards, each with the words that say whose it is; a committee without them is anybody's."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from orgraph.extract._lexicon import alternation, table
from orgraph.model import Mention
from orgraph.text import Span, squeeze

_TABLE: Final = table("bodies")
_NOUN = rf"(?i:(?:{alternation(_TABLE['nouns'])})\b)(?!-)"
_NOUN_FR = rf"(?:{alternation(_TABLE['nouns_fr'])})(?!\w)"
_CAPITAL = r"[A-ZÀ-Þ][\w&/-]{0,20}"
_OWNER = rf"{_CAPITAL}(?:,? (?:of the |of |and |& )?{_CAPITAL}){{0,6}}"
_WORDS = r"(?:[A-Za-z][\w-]{1,15} ){0,3}"
_ON = rf"(?: (?:on|for) (?:the )?(?:{_OWNER}|[a-z]{{3,16}}(?: and [a-z]{{3,16}})?)(?=[,.;:)]))?"
_WHOSE = rf"(?i:{alternation(_TABLE['whose'])})"
_ENGLISH = re.compile(
    rf"(?:the|its) (?P<name>{_OWNER}(?:['’]\u2060*s?|(?= s ) s) {_WORDS}{_NOUN}{_ON}"  # the Clerk's committee on risks
    rf"|{_WHOSE} {_WORDS}{_NOUN}{_ON}"  # the departmental management committee
    rf"|(?P<said>{_OWNER} (?:[a-z][a-z-]{{1,15}} ){{0,2}}{_NOUN}){_ON}"  # the Tide Standards Board
    rf"|{_WORDS}{_NOUN} of (?:the )?{_OWNER})"  # the safety committee of the Agency
)
_ADJECTIVE = r"[a-zà-ÿ-]{2,16}(?:al|ale|ales|aux|if|ive|ique|iques|aire|aires)"
_OF_FR = r"(?:de la |de l['’ ]|du |des |de |d['’ ])"
_FRENCH = re.compile(
    r"(?:du|de la|de l['’ ]|au|à la|à l['’ ]|le|la|l['’]) ?"
    rf"(?P<name>{_NOUN_FR}(?: {_ADJECTIVE}\b)?"
    rf"(?: {_OF_FR}[\w’'-]{{2,20}}(?: {_ADJECTIVE}\b)?){{0,2}}?"
    rf" {_OF_FR}(?:{_CAPITAL}(?: {_ADJECTIVE}\b)?(?: {_OF_FR}[\w’'-]{{3,20}}(?: {_ADJECTIVE}\b)?){{0,2}}))"
)
_LAST_NOUN = re.compile(rf"{_NOUN}(?= (?:of|on|for) |\s*$)|^{_NOUN_FR}")
_GENERAL: Final = frozenset(_TABLE["general"])
_WORD = re.compile(r"[^\W\d_]+")


class Body(NamedTuple):
    """A body where a text names it, and the word for its kind."""

    mention: Mention
    span: Span
    kind: str


def body_at(view: str, start: int, *, french: bool = False) -> Body | None:
    """The body that is named at a place, its article left out; None where none is, or nothing says whose it is.

    >>> body_at("the Clerk's management committee and more", 0).mention.text
    "Clerk's management committee"
    >>> body_at("the Management Committee", 0), body_at("the tide board of the Agency", 0).kind
    (None, 'board')
    """
    match = (_FRENCH if french else _ENGLISH).match(view, start)
    if match is None:
        return None
    named = match.groupdict().get("said")
    if named and not _tells(named):
        return None
    span = Span(*match.span("name"))
    text = squeeze(match["name"])
    kind = _LAST_NOUN.search(text)
    mention = Mention(kind="unit", text=text, start=span.start, end=span.end)
    return Body(mention, span, squeeze(kind[0]).split()[-1 if not french else 0].lower() if kind else "committee")


def _tells(name: str) -> bool:
    """Whether a name has a word that not every such body has."""
    noun = re.search(rf"{_NOUN}$", name)
    words = _WORD.findall(name[: noun.start()] if noun else name)
    return any(word.lower() not in _GENERAL for word in words)
