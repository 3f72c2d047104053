"""Posts behind words that say the position supervises them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orgraph.extract._about import subject_end
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item, item, statements
from orgraph.extract._listed import is_listed
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._seats import KEPT, Seats
from orgraph.extract._self import SELF
from orgraph.extract._titles import HEAD_NOUN, RANK_NOUN, leading_titles
from orgraph.text import Span
from orgraph.titles import canonical

_OF_PEOPLE = re.compile(r"[ \t*_|-]*(?:supervis|line[- ]manag)", re.I)  # projects are managed, and not supervised
DANGLING = re.compile(
    r"(?:[\s.|*_,;]|(?<=\s)(?:and|of|the|to|for|an?|&|temporary|seasonal|casual|permanent|(?:full|part)-time)"
    r"(?=[\s,;]|$))+$"
)
_PIECE = re.compile(r"(?:(?!\s(?:and|&)\s)[^,;\n])+")
_RANK_ALONE = re.compile(
    rf"(?:(?:Senior|Deputy|Assistant|Associate|Executive|Regional|General|Acting|Principal|Managing)\s+)*(?:{RANK_NOUN.pattern})",
    re.I,
)
_LAST_NOUN = re.compile(rf"{HEAD_NOUN.pattern}$")
# What may follow the titles; another word would make a title the owner of a thing ("two Director positions' budgets").
_GOES_ON = re.compile(
    r"$|[(;:.]|(?:as|in|who|all|each|both|for|with|at|on|that|plus|including|responsible|across|up|several|other|within|indirectly|directly|deputi[sz]e|manage|lead|support|oversee|provide|work|act|help|ensure|assigned|approximately|about|around)\b"
    r"|(?:[a-z]+,?\s+){0,4}(?:staff|team|workforce|personnel|employees|positions|posts)\b(?!')"
)
# "two Clerks and four Drivers who report to the Clerks": the last named are not its own.
_TO_ANOTHER = re.compile(
    r"[\s,]*(?:who|which|that)\s+(?:(?:in\s+turn|all|each)\s+)?reports?\s+(?:directly\s+)?to\s+(?!them\b|you\b)"
)
_AND = re.compile(r"[\s.|*_,]*(?P<mark>;)?\s*(?:and[\s,]+)?")
# "two Clerks, and gives advice", "a Clerk and indirect supervision over": what is said next, and not what they do.
_AND_DOES = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+and\s+)(?!(?:[a-z]+,?\s+){0,3}(?:functions?|activities|operations|program(?:me)?s?|services|duties|work|processes)\b)"
    r"(?:also\s+)?(?:[a-z]+s\s|(?:in)?direct\s|assigned\s)"
)
# A post in small letters: a number, at most three words, and its noun; workers of a season are none.
_SMALL = re.compile(
    rf"(?:an?|{WORD}|\d{{1,2}})(?:\s?\(\d{{1,2}}\))?(?:\s?(?:-|to|or)\s?(?:{WORD}|\d{{1,2}}))?\s+"
    r"(?!(?:[a-z-]+\s+){0,3}(?:temporary|seasonal|casual|volunteer|student|poll|election)\s+(?:[a-z]+\s+)?workers?\b)"
    rf"(?:{KEPT}\s+)?(?:[a-z]+(?:-[a-z]+)?\s+){{0,3}}?(?:{HEAD_NOUN.pattern})"
)
_JOINS = re.compile(r",?\s+(?:and\s+)?(?=an?\s|\w{1,9}\s)")


def in_small_letters(
    reading: Reading, match: re.Match[str], start: int, stop: int, *, people: bool = False
) -> Iterator[Statement]:
    """The posts in small letters that follow each other between two offsets, each with its number."""
    found = []
    while (post := _SMALL.match(reading.view, start, stop)) is not None:
        found.append(item(reading, *post.span()))
        joint = _JOINS.match(reading.view, post.end(), stop)
        start = joint.end() if joint else stop
    yield from posts(reading, match, (one for one in found if one is not None), people=people)


def titles(
    reading: Reading, match: re.Match[str], start: int, stop: int, *, people: bool = False
) -> Iterator[Statement]:
    """The posts between two offsets, where nothing but titles stands there."""
    words = DANGLING.sub("", leading_titles(reading.view[start:stop]))
    end = start + len(words)
    behind = _AND.match(reading.view, end, stop)
    goes_on = (
        _AND_DOES.match(reading.view, end, stop)
        or (behind and behind["mark"])
        or _GOES_ON.match(reading.view, behind.end() if behind else end, stop)
    )
    if not words or not goes_on:
        return
    found = each(reading, start, words) or list(in_sentence(reading, start, end))
    elsewhere = _TO_ANOTHER.match(reading.view, end, stop)
    if elsewhere is not None and subject_end(reading, elsewhere.end(), stop) is None:
        found = found[:-1]
    if (total := _shared(found)) is not None:
        yield Statement(SELF, "stated_reports", total.quantity, (Span(start, start + len(words)),), total.repairs)
        found = [found[0]._replace(seats=None), *found[1:]]
    yield from posts(reading, match, found, people=people)


def _shared(found: list[Item]) -> Seats | None:
    """The range that several plurals share: "three to five Senior Pilots and Pilots" are so many together."""
    first = found[0].seats if len(found) > 1 else None
    alone = all(one.plural and one.seats is None for one in found[1:])
    return first if first is not None and alone and first.quantity.low != first.quantity.high else None


def posts(
    reading: Reading, match: re.Match[str], found: Iterable[Item], *, people: bool = False
) -> Iterator[Statement]:
    """What the items say that are posts, and not the position itself; with `people`, a number alone makes a post."""
    lead = Span(match.start(), match.start() + len(match[0].rstrip()))
    for one in found:
        title = one.mention.text
        if _is_post(reading, one, people=people or _OF_PEOPLE.match(match[0]) is not None) and not (
            _is_title(reading, title) or is_listed(reading, title)
        ):
            yield from statements(one, lead, SELF)


def each(reading: Reading, start: int, words: str) -> list[Item]:
    """The pieces between commas and "and" where each ends with the noun of a post: there no comma is a title's own."""
    places = [Span(start + m.start(), start + m.end()) for m in _PIECE.finditer(words)]
    places = [place for place in places if reading.view[slice(*place)].strip()]
    found = [piece for place in places if (piece := item(reading, *place)) is not None]
    ends = all(_LAST_NOUN.search(piece.mention.text) for piece in found)
    ranks = any(
        _RANK_ALONE.fullmatch(piece.mention.text) for piece in found[:-1]
    )  # "Manager, Clerks": its field follows
    return found if len(found) == len(places) > 1 and ends and not ranks else []


def _is_title(reading: Reading, text: str) -> bool:
    """Whether a title is the position's own, word for word: a Senior Clerk may supervise a Clerk."""
    return any(canonical(text) == canonical(name.text) for name in reading.subject.names)


def _is_post(reading: Reading, found: Item, *, people: bool) -> bool:
    """Whether an item is a post: by its noun, or where only people can be meant, by its number."""
    text = found.mention.text
    if found.mention.kind != "position" or text.endswith("'s"):
        return False
    if not HEAD_NOUN.search(text):
        return found.code is not None or (people and found.seats is not None and text[:1].isupper())
    return reading.french or text[:1].isupper() or found.seats is not None
