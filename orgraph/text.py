"""Text and places in it: spans, lines, a folded view of the same length, and text made fit to show."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text: 0-based code points, end exclusive."""

    start: int
    end: int


# A character that stands for nothing: it keeps the length where a repair has fewer characters than the raw text.
FILLER = "\u2060"

# Half of a surrogate pair: a file of bytes may spell one, and no text holds it.
HALF_A_PAIR = re.compile("[\ud800-\udfff]")

# What ends a page in a text that was printed: the form feed.
PAGE_END = "\f"

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Dots, squares, arrows, ticks and stars that lists begin with; the last line are those of symbol fonts.
_BULLETS = (
    "\u2022\u2023\u2043\u2219\u00b7\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba\u25c6\u25c7\u25cb\u25cf\u25e6\u2605\u2606"
    "\u2713\u2714\u2756\u2794\u279c\u27a2\u27a4"
    "\uf02d\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc"
)
_FOLDS = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys(_BULLETS, "*"),
    **dict.fromkeys("\r\u2028\u2029\u0085\x0b\x0c", "\n"),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad", FILLER),
}


def fold(text: str) -> str:
    """The text with odd spaces, quotes, dashes and bullets made plain, character for character.

    Offsets in the result are offsets in the text.

    >>> fold("D\\u2019une \\u2013 A") == "D'une - A"
    True
    >>> len(fold("\\u0130\\ufb01")) == 2
    True
    """
    for odd, plain in _FOLDS.items():
        text = text.replace(odd, plain)
    return text


def small(text: str) -> str:
    """The text in small letters, character for character.

    >>> small("N'ÉTAIT"), len(small("\\u0130"))
    ("n'était", 1)
    """
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[0] for c in text)


def squeeze(text: str) -> str:
    """One line without filler: every run of white space becomes a single space.

    >>> squeeze("  Director,\\n Policy ")
    'Director, Policy'
    """
    return " ".join(text.replace(FILLER, "").split())


class _Between(dict[int, int]):
    """What translates everything between words to a space: a character is looked at once a run."""

    def __missing__(self, code: int) -> int:
        found = self[code] = code if chr(code).isalnum() else ord(" ")
        return found


_BETWEEN = _Between()


def words(text: str) -> list[str]:
    """Every run of letters and digits, in order; far faster than a pattern.

    >>> words("the Clerk's 2nd_post (É)")
    ['the', 'Clerk', 's', '2nd', 'post', 'É']
    """
    return text.translate(_BETWEEN).split()


class Lines:
    """Line, column and page of an offset, found by bisection over where they start."""

    def __init__(self, text: str) -> None:
        ends = [match.span() for match in re.finditer(r"\r\n|\r|\n", text)]
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(before for before, _ in ends), len(text)]
        self._page_ends = [match.start() for match in re.finditer(PAGE_END, text)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both 1-based, as editors count them.

        >>> Lines("ab\\ncd").place(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def page(self, offset: int) -> int | None:
        r"""The page, 1-based; None for a text that ends no page.

        >>> Lines("ab\fcd\f").page(4)
        2
        """
        return bisect_right(self._page_ends, offset) + 1 if self._page_ends else None

    def spans(self) -> Iterator[Span]:
        r"""Each line without its end; the text after the last end is a line, too.

        >>> list(Lines("ab\r\ncd").spans())
        [Span(start=0, end=2), Span(start=4, end=6)]
        """
        return map(Span, self._starts, self._ends)


def visible(text: str) -> str:
    """The text without what a terminal would obey: white space becomes a space, other control a mark.

    >>> visible("a\\tb\\x1b[31m") == "a b\\ufffd[31m"
    True
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


def markup(text: str) -> str:
    r"""The visible text escaped for HTML and XML, as content or inside a quoted attribute.

    >>> markup('<b title="&">\x1b')
    '&lt;b title=&quot;&amp;&quot;&gt;\ufffd'
    """
    return escape(visible(text))


def clip(text: str, most: int) -> str:
    """The text in at most so many characters; an ellipsis tells that it was cut.

    >>> clip("Chief Executive Officer", 10)
    'Chief Exe…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def in_line(before: str, after: str) -> tuple[str, str]:
    r"""What of the text before and after a quote stands in the quote's own lines.

    >>> in_line("a\nb ", " c\nd")
    ('b ', ' c')
    """
    return before.rpartition("\n")[2], after.partition("\n")[0]


def underline(before: str, quote: str, after: str, margin: str = "  | ") -> str:
    """The quote with what stands in its line before and after, and a caret line under it.

    >>> print(underline("a team of ", "six", " people"))
      | a team of six people
      |           ~~~
    """
    before, after = in_line(before, after)
    left, middle, right = map(visible, (before, quote, after))
    return f"{margin}{left}{middle}{right}\n{margin}{' ' * len(left)}{'~' * max(1, len(middle))}"
