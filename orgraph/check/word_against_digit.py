"""A number in words and the same number in digits that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.check._claims import quantity
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.interval import plain
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check

_BOTH = re.compile(r"(?P<word>[^\W\d_]{1,12}(?:-[^\W\d_]{1,12})?)\s{0,3}\((?P<digits>\d{1,6})\)")
_COUNTS = ("stated_peers", "stated_reports", "seats", "staff")


@check("ORG211", "warning")
def word_against_digit(facts: Facts) -> Iterator[Finding]:
    """A number is given in words and in digits, and the two differ.

    What it finds:
        A count or a figure of staff whose quote has a word with digits in brackets behind it,
        "five (5)". Equal ones pass.

    Why it matters:
        One of the two was changed and the other forgotten: neither can be trusted.

    Example:
        "one of five (6) positions that report to the Managing Director"

    What to do:
        Count what the document lists, and correct the other of the two.

    Known misses:
        Digits before their word ("5 (five)"), and numbers that no claim rests on.

    Source:
        Drafting practice of contracts: words and digits side by side are there to be compared.
    """
    for predicate in _COUNTS if facts.texts else ():
        for node, claims in facts.positions_with(predicate):
            for bound in claims:
                if "(" in bound.claim.evidence[0].quote and quantity(bound):
                    yield from _compared(facts, node, bound)


def _compared(facts: Facts, node: str, bound: BoundClaim) -> Iterator[Finding]:
    from orgraph.extract._numbers import number  # what tables, which write no numbers out, do without

    for match in _BOTH.finditer(bound.claim.evidence[0].quote):
        word = number(match["word"], 0, repair=False)
        if word is not None:
            equal = word.value == int(match["digits"])
            verb = "agree" if equal else "differ"
            message = f"{facts.label(node)}: word and digits {verb} in “{brief(match[0])}”"
            made = {"word": plain(word.value), "digits": match["digits"]}
            yield finding(word_against_digit, "pass" if equal else "fail", node, message, [bound], **made)
