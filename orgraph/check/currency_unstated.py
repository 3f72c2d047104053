"""Money without a printed currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.check._claims import by_document, quantity, source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check

_SIGN = re.compile(r"[$€£¥]|\b(?:CAD|USD|EUR|GBP)\b")
_BESIDE: Final = 4  # characters that a sign or a code may take: "US$", "CAD "
_PRINTED = re.compile(r"[$€£¥]|\b(?:dollars?|euros?|pounds?|[A-Z]{3})\b|\bC\$|\b(?:CAD|USD|EUR|GBP)", re.I)


@check("ORG216", "info")
def currency_unstated(facts: Facts) -> Iterator[Finding]:
    """An amount of money has no currency in its quote.

    What it finds:
        Money that has neither a sign nor a word nor a code of a currency, in its quoted words or right
        before or behind them; one finding for each document.

    Why it matters:
        The currency in the graph is then the usual one of such documents, and no word of the source.

    Example:
        "Combined salary and operating budget: 2.58M"

    What to do:
        Print the currency in the source; until then take it from elsewhere.

    Known misses:
        A currency that a heading gives for a whole table.

    Source:
        ISO 4217: an amount is a number and a currency.
    """
    bare = [bound for said in facts.holders("money").values() for bound in said if _is_bare(bound)]
    for group in by_document(bare).values():
        quotes = listed(dict.fromkeys(f"“{brief(bound.claim.evidence[0].quote)}”" for bound in group))
        message = f"{plural(len(group), 'amount')} without a currency in {brief(source(group[0]))}: {quotes}"
        yield finding(currency_unstated, "fail", group[0].subject, message, group)


def _is_bare(bound: BoundClaim) -> bool:
    first = bound.claim.evidence[0]
    printed = _PRINTED.search(f"{first.header or ''} {first.quote}")
    beside = _SIGN.search(f"{first.before[-_BESIDE:]} {first.after[:_BESIDE]}")
    return quantity(bound) is not None and not printed and not beside
