"""Two documents that list different reports for one superior."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgraph.check._claims import source
from orgraph.check._count import Count, stated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.interval import written
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check

Lists = dict[str, dict[str, list[BoundClaim]]]


@check("ORG206", "warning", because=("renamed-unit",))
def sibling_lists_disagree(facts: Facts) -> Iterator[Finding]:
    """Two documents list different reports for one superior.

    What it finds:
        A superior for whom two or more documents each list at least two reports, and not the same
        ones. Both lists are quoted; the message names what only one of them has, how many there are in
        all, and how many a document states.

    Why it matters:
        Taken together such lists make a superior with more reports than anybody ever said.

    Example:
        One description lists the Head Baker's teams as Bread and Pastry, another as Bread and Cakes.

    What to do:
        Find out which document is newer, or whether two names mean one position or unit (then use
        one name in both).

    Known misses:
        A document that names a single report has no list. Lists in two languages are not compared. A
        list that says "among others" is taken as complete. Of three and more different lists the message
        compares the first two.

    Source:
        Merging of documents: a union of lists is a claim that no document makes.
    """
    for node in facts.below if len(facts.texts) > 1 else ():
        texts = {document: group for document, group in facts.reports(node).items() if document in facts.texts}
        for lists in _of_one_language(facts, {key: group for key, group in texts.items() if len(group) > 1}):
            different = _different(lists)
            if len(different) < 2:
                continue
            message = f"{len(lists)} documents list different reports of {facts.label(node)}: "
            claims = [found[0] for group in different for found in group.values()]
            yield finding(
                sibling_lists_disagree,
                "fail",
                node,
                message + _difference(facts, different[0], different[1]) + _in_all(facts, node, lists),
                claims,
                documents=len(lists),
                lists=len(different),
            )


def _of_one_language(facts: Facts, lists: Lists) -> list[Lists]:
    """The lists apart by the language of their documents: names are not compared with their translations."""
    apart: dict[str, Lists] = {}
    for document, group in lists.items():
        apart.setdefault(facts.sources[document].language, {})[document] = group
    return [apart[language] for language in sorted(apart)]


def _different(lists: Lists) -> list[dict[str, list[BoundClaim]]]:
    """The first list of each content."""
    first: dict[frozenset[str], dict[str, list[BoundClaim]]] = {}
    for group in lists.values():
        first.setdefault(frozenset(group), group)
    return list(first.values())


def _in_all(facts: Facts, node: str, lists: Lists) -> str:
    """How many reports the lists have together, and how many their documents state, if any does."""
    told = (
        f"{written(count.number)} stated in {brief(facts.source(document))}"
        for document, group in lists.items()
        for count in _stated(facts, node, document, group)
        if count.number is not None
    )
    together = len({report for group in lists.values() for report in group})
    return "; " + ", ".join((f"{together} in all", *dict.fromkeys(told)))


def _stated(facts: Facts, node: str, document: str, group: Iterable[str]) -> Iterator[Count]:
    """What one document states of the superior's reports: of all of them, or of the peers of the one it describes."""
    own = [report for report in group if document in facts.described(report)]
    counts = (
        *stated(facts, node, "stated_reports"),
        *(count for report in own for count in stated(facts, report, "stated_peers")),
    )
    return (count for count in counts if count.document == document)


def _difference(facts: Facts, one: dict[str, list[BoundClaim]], two: dict[str, list[BoundClaim]]) -> str:
    sides = []
    for here, there in ((one, two), (two, one)):
        only = [facts.label(node) for node in here if node not in there]
        name = brief(source(next(iter(here.values()))[0]))
        sides.append(f"only {name} has {listed(only)}" if only else f"{name} has {plural(len(here), 'report')}")
    return "; ".join(sides)
