"""Posts that a sentence about the structure sets below the position, in whatever order its words come."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._items import statements
from orgraph.extract._listed import is_listed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._told import is_read, told
from orgraph.extract.supervises import supervises


def reports_told(reading: Reading) -> Iterator[Statement]:
    """Posts that a sentence about the structure sets below the position, in whatever order its words come.

    What it reads: in the part about the structure (where no heading names one, in the first parts), a sentence that
    is made of the position, other posts and a few words that say how they stand, in English or French: "A and B report
    to X", "under X come A and B", "X directs the work of A and B", "X is the supervisor of A and B", "X has two
    subordinates, A and B", "two managers, A and B, report to X", "relèvent de X A et B", "X est appuyé par A et B";
    and a heading of that kind above bullets. What another rule reads is not read again.
    Example: "Under the Director come the Manager, Lamps (AS-06) and the Manager, Oil (AS-05)."
    Must not read: posts that the position works with, advises, or writes to; sentences with any other word that
    could change what they say.
    Known misses: a rank alone ("the Clerk"), and ranks in the plural before several fields.
    """
    found = told(reading).below
    known = tuple(said.subject for said in supervises(reading)) if found else ()
    for one in found:
        new = [item for item in one.items if not is_read(item, known)]
        new = [item for item in new if not is_listed(reading, item.mention.text)]
        if new and one.number is not None:
            places = (one.number.span, one.lead)
            yield Statement(SELF, "stated_reports", one.number.quantity, places, one.number.repairs)
        for item in new:
            yield from statements(item, one.lead, SELF)
