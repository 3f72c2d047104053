"""Two tables that hold the same posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check

_FEW = 3  # references that two small tables may share by chance


@check("ORG219", "warning")
def return_twice(facts: Facts) -> Iterator[Finding]:
    """The same posts stand in two sources.

    What it finds:
        Two or more tables whose rows have exactly the same references, and more than three of them; and
        sources, texts too, that are equal byte for byte: these count once, under the first of their names.

    Why it matters:
        It is one return under two names, or two dates of it: every total over both counts it twice.

    Example:
        "bakery-2024.csv" and "bakery-2024-final.csv", with the same 40 references.

    What to do:
        Leave one of them out; to compare two dates, use them as two organizations.

    Known misses:
        A return that was cleaned, and so has a reference more or less. A graph that was built before no
        longer knows the other names of its sources.

    Source:
        A government rollup that counted one body nine times, as it was uploaded under nine names.
    """
    yield from _copied(facts)
    if len(facts.sources) - len(facts.texts) < 2:
        return
    references: dict[str, set[str]] = defaultdict(set)
    for holders in (facts.holders("title"), facts.holders("position_number")):
        for said in holders.values():
            for bound in said:
                if bound.claim.subject.reference is not None:
                    references[bound.claim.document].add(bound.claim.subject.reference)
    same: dict[frozenset[str], list[str]] = defaultdict(list)
    for document, found in references.items():
        if len(found) > _FEW:
            same[frozenset(found)].append(document)
    for shared, documents in same.items():
        if len(documents) > 1:
            sources = sorted(facts.source(document) for document in documents)
            message = f"{listed(map(brief, sources), ' and ')} hold the same {plural(len(shared), 'post')}"
            yield finding(return_twice, "fail", documents[0], message, source=sources[0], sources=sources)


def _copied(facts: Facts) -> Iterator[Finding]:
    """Sources of the same bytes as another one."""
    for document, names in sorted(facts.copies.items()):
        sources = [facts.source(document), *names]
        message = f"{listed(map(brief, sources), ' and ')} are equal byte for byte: they count once"
        yield finding(return_twice, "fail", document, message, source=sources[0], sources=sources)
