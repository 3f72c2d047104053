"""Forms of speech that set posts below the position or beside it, in whatever order their words come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from orgraph.extract import _forms_en, _forms_fr
from orgraph.extract._chunks import SUPERIOR, WITH_OWN, Sentence, chunked
from orgraph.extract._counts import count
from orgraph.extract._distributed import is_distributed, shares_rank
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._lists import of_reports
from orgraph.extract._mentions import superior_in
from orgraph.extract._peer_lists import list_stop
from orgraph.extract._reading import Reading
from orgraph.extract._superior import superiors
from orgraph.extract._titles import title_at
from orgraph.model import Mention, Quantity, Repair
from orgraph.text import Span
from orgraph.titles import canonical


class Number(NamedTuple):
    """How many posts a sentence says there are, and whether it counts the position among them."""

    quantity: Quantity
    span: Span
    repairs: tuple[Repair, ...]
    with_own: bool


class Told(NamedTuple):
    """Posts that a sentence sets below the position, or beside it under its superior; the words that do so."""

    items: tuple[Item, ...]
    lead: Span
    superior: Mention | None
    outright: bool  # the sentence itself names the superior
    number: Number | None  # how many they are, where the words before them say so many


class Tellings(NamedTuple):
    """What the part about the structure tells of reports, and of peers, sentence by sentence."""

    below: tuple[Told, ...]
    beside: tuple[Told, ...]


_LONGEST = 900  # characters of a sentence
_LONGEST_PART = 12_000  # characters of the part about the structure
_ENDS = re.compile(r"(?<![A-Z])(?<!\bSr)(?<!\bDir)(?<!\bSt)\.(?=\s|$)|\n(?=\s*(?:\n|[*#|]|\d{1,2}[.)]\s)|$)|\n\n")
_OPENS = re.compile(r"[\s*_#>-]*")
_BULLET = re.compile(r"\s*\n[ \t]*(?:\*|\d{1,2}[.)])\s")  # below a heading: it leads in a list


@lru_cache(maxsize=8)
def told(reading: Reading) -> Tellings:
    """What the part about the structure tells of other posts."""
    forms = _forms_fr if reading.french else _forms_en
    sentences = list(_sentences(reading))
    below = (one for sentence in sentences for one in _of(reading, sentence, forms.REPORTS))
    beside = (one for sentence in sentences for one in _of(reading, sentence, forms.BESIDE))
    return Tellings(tuple(below), tuple(beside))


def _parts(reading: Reading) -> list[Span]:
    """The part about the structure; where no heading tells of one, the first of the text, but for duties."""
    structure = [section.body for section in reading.sections if section.kind == "structure"]
    rest = [
        section.body for section in reading.sections if section.kind not in ("specific", "conditions", "certification")
    ]
    return structure or rest[:3] or [Span(0, len(reading.view))]


def _sentences(reading: Reading) -> Iterator[Sentence]:
    for part in _parts(reading):
        start, stop = part.start, min(part.end, part.start + _LONGEST_PART)
        while start < stop:
            mark = _ENDS.search(reading.view, start, stop)
            end = mark.start() if mark else stop
            begin = _OPENS.match(reading.view, start, end)
            if begin is not None and 0 < end - begin.end() < _LONGEST:
                sentence = chunked(reading, begin.end(), end)
                heads = "#" in begin[0] and _BULLET.match(reading.view, end, stop)
                leads_in = sentence.leads_in or heads
                yield sentence.with_list(Span(end, list_stop(reading, end))) if leads_in else sentence
            start = mark.end() if mark else stop


def _of(reading: Reading, sentence: Sentence, forms: tuple[re.Pattern[str], ...]) -> Iterator[Told]:
    seen = set()
    for match in filter(None, (form.fullmatch(sentence.pattern) for form in forms)):
        chunk = sentence.chunk(match.start("posts"))
        listed = in_sentence if chunk.span.end <= sentence.span.end else of_reports
        found = list(listed(reading, *chunk.span))
        items = tuple(one for one in found if _is_another(reading, one)) if not shares_rank(found) else ()
        if items and chunk not in seen:
            seen.add(chunk)
            lead = Span(sentence.span.start, max(chunk.span.start, sentence.span.start + 1))
            named = _named(reading, sentence)
            superior = named or next(iter(superiors(reading)), None)
            yield Told(items, lead, superior, named is not None, _number(reading, lead, items, chunk.kind == WITH_OWN))


def _number(reading: Reading, lead: Span, items: tuple[Item, ...], with_own: bool) -> Number | None:
    """The number before a list, if the list holds so many."""
    found = count(reading.view, *lead, repair=reading.repair)
    if found is None or not isinstance(found[0], Quantity):
        return None
    stated, place, repairs = found[0], found[1], found[2]
    seats = sum(one.seats.quantity.low or 1 if one.seats else 1 for one in items) + with_own
    return Number(stated, place, repairs, with_own) if stated.low == stated.high == seats else None


def _is_another(reading: Reading, found: Item) -> bool:
    """Whether an item names a post, by more than a rank alone, and not the position."""
    title = found.mention.text
    alone = " " not in title and found.seats is None
    return not (alone or reading.subject.is_self(title) or is_distributed(found))


def is_read(item: Item, mentions: tuple[Mention, ...]) -> bool:
    """Whether one of the posts that another rule reads is the item, or stands where it does."""
    post = item.mention
    return any(
        canonical(other.text) == canonical(post.text) or (other.start < post.end and post.start < other.end)
        for other in mentions
    )


def _named(reading: Reading, sentence: Sentence) -> Mention | None:
    """The superior that the sentence names by its title."""
    for chunk in sentence.chunks:
        title = title_at(reading.view, *chunk.span, french=reading.french) if chunk.kind == SUPERIOR else None
        if title is not None:
            return superior_in(reading, title)
    return None
