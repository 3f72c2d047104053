"""A described position that its own document calls by two different titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._spelling import one_spelling
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding, Text
from orgraph.rules import check
from orgraph.titles import canonical, ungendered

_KINDS = {"division", "directorate", "branch", "sector", "section", "unit", "team", "direction"}
_POST = {"position", "incumbent", "poste", "titulaire", "ou", "or"}
_BRACKETS = re.compile(r"\([^()]*\)")
_ACRONYM = re.compile(r"[^\sa-z]*")


@check("ORG307", "warning")
def unsure_title(facts: Facts) -> Iterator[Finding]:
    """A description calls its position by two different titles.

    What it finds:
        A document whose header gives one title and whose text uses another for the same position.
        Titles that differ only in punctuation, brackets, small words, gender, words like "Division" or
        "the position of", or the order of words are the same, and so are two spellings of one title; an
        acronym is no title.

    Why it matters:
        One of the two is out of date, and other documents may know the position by either.

    Example:
        The header says "Director, Baked Goods", the text speaks of "the Head Baker" throughout.

    What to do:
        Use one title in the source. Both stay in the graph, as title and as alias.

    Known misses:
        An alias that the text introduces on purpose ("also called") is reported as well. A title that
        differs from another in a letter or two, and names another post.

    Source:
        A position has one preferred label; every other name is an alternative one.
    """
    for node, said in facts.positions_with("alias"):
        aliases = by_document(said)
        titles = by_document(facts.claims(node, "title"))
        for document in facts.each("described_in")[node]:
            title = next(iter(titles.get(document, [])), None)
            others = _others(title, aliases.get(document, []))
            if title and others:
                names = " and ".join(f"“{brief(_text(bound))}”" for bound in others)
                message = f"titled “{brief(_text(title))}”, but called {names} in the same document"
                yield finding(unsure_title, "fail", node, message, [title, *others])


def _others(title: BoundClaim | None, aliases: list[BoundClaim]) -> list[BoundClaim]:
    """The first claim of each alias that is not the title over again."""
    if title is None:
        return []
    first: dict[frozenset[str], BoundClaim] = {}
    for bound in aliases:
        if not _ACRONYM.fullmatch(_text(bound)):
            first.setdefault(_words(_text(bound)), bound)
    first.pop(_words(_text(title)), None)
    return [bound for bound in first.values() if not one_spelling(_plain(_text(bound)), _plain(_text(title)))]


def _text(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.text if isinstance(value, Text) else ""


def _words(title: str) -> frozenset[str]:
    return frozenset(_plain(title).split()) - _KINDS


def _plain(title: str) -> str:
    """The words of a title without what only says that it is one."""
    return " ".join(word for word in canonical(_BRACKETS.sub(" ", ungendered(title))).split() if word not in _POST)
