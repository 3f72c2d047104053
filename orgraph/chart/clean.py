"""Text made safe to show: one line, no control characters, and escaped for XML."""

from __future__ import annotations

import re
from functools import lru_cache

from orgraph.text import squeeze

# Control characters, lone surrogates, non-characters, and marks that reorder the text around them.
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_XML = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))  # "&" first


@lru_cache(maxsize=65536)  # a table says the same of many posts
def clean(text: str) -> str:
    r"""The text as one line that any screen, file or terminal can take.

    >>> clean("Chief\n Officer\x1b[31m \ud800")
    'Chief Officer?[31m ?'
    """
    line = squeeze(text)
    return line if line.isprintable() else _ILLEGAL.sub("?", line)


def xml(text: str) -> str:
    """The text escaped for XML, as content or inside a quoted attribute.

    >>> xml('<script>"&')
    '&lt;script&gt;&quot;&amp;'
    """
    if not text.isprintable():  # most is, and nothing that is illegal
        text = _ILLEGAL.sub("?", text)
    for mark, name in _XML:
        text = text.replace(mark, name)
    return text


def shorten(items: tuple[str, ...], most: int, noun: str) -> tuple[str, ...]:
    """The first items, and a last one that counts what was left out.

    >>> shorten(("a", "b", "c", "d"), 2, "names")
    ('a', 'b', '2 more names')
    """
    if len(items) <= most + 1:  # one more takes no more room than its count
        return items
    return (*items[:most], f"{len(items) - most} more {noun}")
