"""A line that the lower end states and that the list of the upper end leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import source
from orgraph.check._count import plural_boxes, unresolved
from orgraph.check._facts import Facts, Reports
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG108", "warning")
def one_sided_line(facts: Facts) -> Iterator[Finding]:
    """A position names its superior, whose own description lists other reports and not this one.

    What it finds:
        A position that states its superior in its own description, where the superior is described,
        too, lists positions that report to it, and never this one.

    Why it matters:
        One of the two documents is older than the other, or one of the titles changed.

    Example:
        The Driver "reports to the Shop Manager"; the Shop Manager lists the Cashier and the Clerk.

    What to do:
        Compare the dates of both documents, and whether the list knows the position by another title.

    Known misses:
        A superior that lists teams only, or four of a kind without their titles, is not compared: the
        position may stand behind them. Nor is one whose description has a mention that was left open.

    Source:
        A line has two ends; register practice asks each end for it.
    """
    blurred = unresolved(facts)
    for superior, documents in _own_lists(facts).items():
        if any(blurred[document] for document in documents):
            continue
        for node in facts.below[superior]:
            said = [claim for claim in facts.superiors(node)[superior] if _own(facts, node, claim)]
            if said and not any(node in members for members in documents.values()):
                lists = [claims[0] for members in documents.values() for claims in members.values()]
                message = f"{facts.label(node)} reports to {facts.label(superior)}, which lists others in "
                names = brief(source(lists[0]))
                yield finding(one_sided_line, "fail", node, message + names, [said[0], *lists], superior=superior)


def _own_lists(facts: Facts) -> dict[str, Reports]:
    """For each described superior its own documents that list single positions, and all that they list."""
    found = {}
    for superior, described in facts.descriptions.items():
        lists = {document: group for document, group in facts.reports(superior).items() if document in described}
        if lists and all(_speaks_of_positions(facts, document, list(group)) for document, group in lists.items()):
            found[superior] = lists
    return found


def _speaks_of_positions(facts: Facts, document: str, members: list[str]) -> bool:
    positions = [member for member in members if facts.is_position(member)]
    return len(positions) == len(members) and not plural_boxes(facts, positions, document)


def _own(facts: Facts, node: str, claim: BoundClaim) -> bool:
    return claim.claim.modality == "stated" and claim.claim.document in facts.described(node)
