"""The superior that a header field names."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._mentions import classified
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import header_superiors


def reports_to_field(reading: Reading) -> Iterator[Statement]:
    """The superior that a header field names.

    What it reads: "Reports To", "Supervisor's Position Title", "Superviseur", "Titre du poste du
    superviseur", in a line, a table or a scanned form; the number before the title and the person's name
    beside it are no part of it; a title broken over two columns is read on behind the next label, or begun behind
    the number before its own. A label in bold needs no colon; a value may be a sentence ("Reports to the Y"), or
    go on in the next line. "Accountable to" is the superior where no other field names one.
    Example: "**Reports To:** Chief Executive Officer".
    Must not read: a blank field, TBD, a name that is no title.
    Known misses: a superior whose first words a scan has set before its label, and no number before them.
    """
    for superior in header_superiors(reading):
        yield from classified(reading, superior.mention)
        yield Statement(SELF, "reports_to", superior.mention, (superior.span,))
