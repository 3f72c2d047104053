"""Values that were read through a repair of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from orgraph.check._claims import by_document, source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import BoundClaim, Finding, Repair
from orgraph.rules import check


@check("ORG305", "info")
def repaired_value(facts: Facts) -> Iterator[Finding]:
    """Values were read through a repair of misread characters.

    What it finds:
        Every place of a document where a claim rests on a repair, raw text and repaired text; one
        finding for each document.

    Why it matters:
        A repair is a reading, however plausible. Whoever uses the number should know it is one.

    Example:
        "EX-OI" was read as EX-01, "I5" as 15.

    What to do:
        Look at the quoted places once. Build with --no-repair to refuse all of them.

    Known misses:
        A repair on which no claim rests is not reported. Characters decoded twice are ORG331, too.

    Source:
        The raw text is kept; claims carry the repairs that they needed.
    """
    found = (bound for bound in facts.sorted.repaired if bound.claim.predicate != "text_flaw")
    for group in by_document(found).values():
        places = _places(group)
        words = listed(_wording(raw, repaired, count) for (raw, repaired), count in _pairs(places.values()).items())
        message = f"{plural(len(places), 'repair')} in {brief(source(group[0]))}: {words}"
        claims = [bound for bound in group if bound.rank != "deprecated"] or group
        rules = sorted({repair.rule for repair in places.values()})
        yield finding(repaired_value, "fail", _focus(facts, group), message, claims, rules=rules)


def _places(group: list[BoundClaim]) -> dict[tuple[int, int], Repair]:
    """The repairs of a document in the order of its text, each place once."""
    repairs = {(repair.start, repair.end): repair for bound in group for repair in bound.claim.repairs}
    return dict(sorted(repairs.items()))


def _pairs(repairs: Iterable[Repair]) -> Counter[tuple[str, str]]:
    return Counter((repair.raw, repair.repaired) for repair in repairs)


def _wording(raw: str, repaired: str, count: int) -> str:
    times = f" ({count} times)" if count > 1 else ""
    return f"“{brief(raw)}” as “{brief(repaired)}”{times}"


def _focus(facts: Facts, group: list[BoundClaim]) -> str:
    """The position that the document describes, else what the first repaired claim is about."""
    known = facts.sources.get(group[0].claim.document)
    return (known.subject if known else None) or group[0].subject
