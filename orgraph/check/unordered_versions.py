"""Several descriptions of one position, and which of them holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Date, Finding, Outcome
from orgraph.rules import check


@check("ORG332", "info")
def unordered_versions(facts: Facts) -> Iterator[Finding]:
    """Two descriptions of one position have the same date.

    What it finds:
        Texts of one language that describe one position, and whether their effective dates put them in
        order. Equal dates fail. A text without a date, or with one to be determined, cannot be placed.

    Why it matters:
        Where they differ, nobody can tell which of them holds.

    Example:
        Two descriptions of the Head Baker, both effective 1 April 2020.

    What to do:
        Enter the dates, or leave the older description out.

    Known misses:
        A footer's date, and the names of files, are no effective dates. A month and a day in it are
        taken for two dates.

    Source:
        Records management: of two versions the later one holds, and has to be known as such.
    """
    for node, documents in facts.descriptions.items():
        for versions in _by_language(facts, documents).values() if len(documents) > 1 else ():
            if len(versions) > 1:
                said = by_document(facts.claims(node, "effective_date"))
                outcome, text = _verdict(facts, versions, said)
                shown = [bound for document in versions for bound in said.get(document, ())[:1]]
                message = f"{facts.label(node)} has {len(versions)} descriptions: {text}"
                yield finding(unordered_versions, outcome, node, message, shown or facts.claims(node, "title"))


def _by_language(facts: Facts, documents: tuple[str, ...]) -> dict[str, list[str]]:
    """A translation is no version: documents apart by their language."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in sorted(documents, key=facts.source):
        found[facts.sources[document].language].append(document)
    return found


def _verdict(facts: Facts, versions: list[str], said: Mapping[str, list[BoundClaim]]) -> tuple[Outcome, str]:
    dates = {document: _date(said.get(document, [])) for document in versions}
    undated = [brief(facts.source(document)) for document in versions if not dates[document]]
    if undated:
        return "not_verifiable", f"no date in {listed(undated)} says which of them holds"
    ordered = sorted(versions, key=lambda document: (dates[document], facts.source(document)))
    told = [f"{dates[document]} ({brief(facts.source(document))})" for document in ordered]
    if any(dates[one] == dates[other] for one, other in pairwise(ordered)):
        return "fail", f"{listed(told)}; equal dates do not say which of them holds"
    return "pass", listed(told, ", then ")


def _date(claims: list[BoundClaim]) -> str:
    values = (bound.claim.value for bound in claims)
    return next((value.iso for value in values if isinstance(value, Date)), "")
