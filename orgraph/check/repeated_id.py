"""One id on several rows that are different posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG353", "error")
def repeated_id(facts: Facts) -> Iterator[Finding]:
    """Rows of one table carry one id and differ in what they say of the post.

    What it finds:
        An id by which other rows name their manager, on two rows or more that are not one post. Numbers of
        posts have a check of their own (duplicate-number).

    Why it matters:
        Whoever names that id as manager may mean either; the first row is taken.

    Example:
        Employee 1042 as Clerk in row 7 and as Payroll Manager in row 31.

    What to do:
        Correct one of the ids. Of a person with two jobs, give each row the number of its post.

    Known misses:
        Rows that differ in nothing but the holder and the share: they are one post.

    Source:
        Import checks of org-chart tools: duplicate ids are refused with their rows.
    """
    rows: dict[tuple[str, str], dict[str, BoundClaim]] = defaultdict(dict)
    numbers, tables = facts.each("position_number"), facts.sources.keys() - facts.texts
    first: dict[tuple[str, str], str] = {}
    for node, claims in facts.each("claims").items() if tables else ():
        bound = claims[0] if claims else None
        if bound is None or bound.claim.document not in tables or numbers[node] is not None:
            continue
        reference = bound.claim.subject.reference
        if reference is not None and facts.is_position(node):
            key = bound.claim.document, reference
            if first.setdefault(key, node) != node:
                rows[key][node] = bound
    for (document, reference), others in sorted(rows.items()):
        found = {first[document, reference]: facts.each("claims")[first[document, reference]][0], **others}
        ordered = sorted(found, key=lambda node: found[node].claim.evidence[0].line)
        lines = listed((str(found[node].claim.evidence[0].line) for node in ordered), " and ")
        names = listed((facts.label(node) for node in ordered), " and ")
        message = f"id {brief(reference)} on rows {lines} of {brief(facts.source(document))}: {names}"
        yield finding(repeated_id, "fail", ordered[0], message, [found[node] for node in ordered], boxes=ordered)
