"""Posts that a text calls important to the organization without a line to anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._titles import HEAD_NOUN
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze

_WEIGHT: Final = r"(?:pivotal|key|essential|central|critical|integral|vital|crucial|important)"
_WHOLE: Final = (
    r"to\s+(?:the|this|our|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?i:organi[sz]ation|team|directorate|branch|division|sector|unit|office)"
)
_POST: Final = r"(?:[A-ZÀ-Þ][\w&'-]*[ ]){0,4}[A-ZÀ-Þ][\w'-]+"
_POSTS: Final = rf"(?:the\s+)?{_POST}(?:(?:,|,?\s+and)\s+(?:the\s+)?{_POST}){{0,5}}"
_LEADS: Final = re.compile(rf"\b(?i:{_WEIGHT})\s+{_WHOLE}\s+(?:is|are)\s+(?P<posts>{_POSTS})")
_FOLLOWS: Final = re.compile(
    rf"(?:^|[.\n]\s*)(?:The\s+)?(?P<posts>{_POSTS})\s+(?:is|are)\s+(?:also\s+)?{_WEIGHT}\s+{_WHOLE}\b"
)
_ONE: Final = re.compile(_POST)
_WEIGHTS: Final = ("ivotal", "ey", "ssential", "entral", "ritical", "ntegral", "ital", "rucial", "mportant")
_CUES: Final = tuple(f"{word}{gap}" for word in _WEIGHTS for gap in (" to", "\nto", "  "))
# How far each pattern reaches before its cue, and behind it.
_REACH: Final = {_LEADS: (12, 300), _FOLLOWS: (300, 90)}


def named_posts(reading: Reading) -> Iterator[Statement]:
    """Posts that a text calls important to the organization without a line to anybody.

    What it reads: titles behind, or before, "pivotal to the organization", "key to the branch": that these posts are,
    and no more. Who leads them the text does not say.
    Example: "Also pivotal to the organization are Principal Pilots and Principal Surveyors."
    Must not read: "Trust and Safety are key to the organization", "key to the organization are clear rules".
    Known misses: posts that a text merely works with, and titles in small letters.
    """
    seen: set[Span] = set()
    for pattern, reach in _REACH.items():
        for match in reading.matches(pattern, _CUES, *reach):
            for post in _ONE.finditer(reading.view, *match.span("posts")):
                span = Span(*post.span())
                if HEAD_NOUN.search(post[0]) and span not in seen and not reading.subject.is_self(post[0]):
                    seen.add(span)
                    text = squeeze(post[0])
                    yield Statement(
                        Mention(kind="position", text=text, start=span.start, end=span.end),
                        "title",
                        Text(text=text),
                        (span,),
                    )
