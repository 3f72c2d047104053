"""Contacts in a table that nobody can be reached by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief, listed, plural
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG337", "info")
def malformed_contact(facts: Facts) -> Iterator[Finding]:
    """Cells for an e-mail address or a telephone number hold something else.

    What it finds:
        Cells of the contact columns of a return with neither an address (with "@" and a point behind it),
        nor a number (digits, brackets and an extension), nor a word for none. One finding for each column.

    Why it matters:
        Readers of a published table cannot ask anybody; often two columns were swapped.

    Example:
        Contact E-mail "0300 123 4567", Contact Phone "clerk@bakery.example"

    What to do:
        Correct the cells; write N/D where the contact is not disclosed.

    Known misses:
        An address of the right form that is nobody's. Whether a contact should be disclosed is not asked.
        Columns of other tables, where an address is how rows name one another.

    Source:
        The published validator of UK organograms: an e-mail address has "@" and ".".
    """
    columns: dict[tuple[str, str], list[tuple[str, BoundClaim]]] = defaultdict(list)
    for node, claims in facts.positions_with("text_flaw"):
        for bound in claims:
            first = bound.claim.evidence[0]
            if first.header is not None and first.rule in facts.layouts:  # a rule of its own found another flaw
                columns[first.document, first.header].append((node, bound))
    for (document, header), found in sorted(columns.items(), key=lambda item: start(item[1][0][1])):
        found.sort(key=lambda pair: start(pair[1]))
        cells = listed((f"“{brief(said(bound))}”" for _, bound in found), most=5)
        where = f"{brief(header)} of {brief(facts.source(document))}"
        message = f"{plural(len(found), 'cell')} of {where} with no contact in it: {cells}"
        yield finding(malformed_contact, "fail", found[0][0], message, [bound for _, bound in found])
