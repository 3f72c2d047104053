"""The sentence that sets the position among its peers: "one of five positions reporting to the X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from orgraph.extract._lexicon import loose
from orgraph.extract._reading import Reading
from orgraph.extract._titles import title_at
from orgraph.model import Mention
from orgraph.text import Span, squeeze

# French relative clauses: "qui relèvent du", "relevant de la"; a scan may lose the accent.
RELEVE = rf"(?:{loose('relèvent')}|{loose('relève')}|{loose('relevant')})"
DU = r"(?:du|de\s+la|de\s+l'|de\s+l|des|de)\s*"
_ENGLISH = re.compile(
    r"\bone\s+of\s+(?:one\s+of\s+)?(?P<what>[^.;:\n]{0,140}?)\s*\b(?:reporting|that\s+reports?|who\s+reports?|which\s+reports?)\s+(?:\w+ly\s+)?to\s+(?P<boss>)",
    re.I,
)
_FRENCH = re.compile(
    rf"\bl[' ]?une?\s+des?\s+(?P<what>[^.;:\n]{{0,140}}?)\s*\b{RELEVE}\s+(?:directement\s+)?{DU}(?P<boss>)", re.I
)


class PeerSentence(NamedTuple):
    """Where the sentence starts, the words that hold the number, the superior it names."""

    start: int
    what: Span
    superior: Mention | None
    end: int


@lru_cache(maxsize=8)
def peer_sentences(reading: Reading) -> tuple[PeerSentence, ...]:
    """Every such sentence of a document."""
    return tuple(_find(reading))


def _find(reading: Reading) -> Iterator[PeerSentence]:
    french = reading.document.language == "fr"
    for pattern in (_ENGLISH, _FRENCH):
        for match in pattern.finditer(reading.view):
            span = title_at(reading.view, match.end(), min(len(reading.view), match.end() + 260), french=french)
            superior = None
            if span is not None:
                superior = Mention(
                    kind="position", text=squeeze(reading.view[slice(*span)]), start=span.start, end=span.end
                )
            yield PeerSentence(match.start(), Span(*match.span("what")), superior, span.end if span else match.end())
