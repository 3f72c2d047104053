"""The plain statement that nobody reports to the position: a stated count of zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from orgraph.extract._listed import listed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._titles import title_at
from orgraph.model import Quantity
from orgraph.text import Span

_NONE = re.compile(
    r"\bthere\s+are\s+no\s+(?:subordinate\s+)?positions\s+reporting\s+to\b"
    r"|\bno\s+positions?\s+reports?\s+(?:directly\s+)?to\b"
    r"|\bno\s+one\s+reports\s+to\s+(?:this\s+(?:position|post|role)|you)\b"
    r"|\bhas\s+no\s+(?:direct\s+reports|line\s+reports|subordinates|subordinate\s+positions)\b"
    r"|\b(?:there\s+is|there's|has|have)\s+no\s+line\s+management\b"
    r"|\bno\s+(?:direct\s+)?(?:supervisory|(?:line|people)[- ]management)\s+(?:responsibilit(?:y|ies)|duties)\b"
    r"|\bthere\s+are\s+no\s+(?:direct\s+reports|subordinates|subordinate\s+positions)\b"
    r"|\b(?:won't|will\s+not|do\s+not|don't)\s+have\s+(?:any\s+)?direct\s+reports\b"
    r"|\bdoes\s+not\s+(?:exercise\s+(?:any\s+)?supervision|have\s+any\s+(?:direct\s+reports|subordinates)"
    r"|(?:directly\s+)?supervise(?=\s*(?:[.;,\n]|$|any(?:one)?\b|others?\b|staff\b|employees\b|positions\b)))"
    r"|\b(?:won't|will\s+not|do\s+not|don't)\s+(?:directly\s+)?(?:supervise|line[- ]manage)\s+"
    r"(?:anyone|anybody|any|staff|employees)\b"
    r"|\bsupervises\s+no\s+(?:one|staff|employees|positions)\b"
    r"|(?:\b[Ss]upervises|\b[Dd]irect\s+[Rr]eports|\b[Ss]upervision\s+[Ee]xercised"
    r"|\b[Ss]ubordinates)[*_ ]{0,3}[:|][*_ ]{0,4}"
    r"(?:None|Nil|N/A|No\s+one|0)\b"
    r"|\baucun\s+poste\s+ne\s+rel[èe ]ve\b|\bne\s+supervise\s+(?:aucun|personne)\b|\bn'a\s+aucun\s+subordonn"
    r"|\b(?:il\s+n'y\s+a|ne\s+compte)\s+aucun\s+(?:subordonn|poste\s+subalterne)",
    re.I,
)

# Every such statement holds one of these.
_CUES = ("eport", "EPORT", "upervis", "UPERVIS", "ubordin", "ubordon", "ine manage", "ucun poste")


def no_reports(reading: Reading) -> Iterator[Statement]:
    """The plain statement that nobody reports to the position: a stated count of zero.

    What it reads: "there are no positions reporting to the X", "does not exercise supervision", "no line
    management responsibilities", "no one reports to this position", "you won't have direct reports", "Supervises:
    None", "aucun poste ne relève".
    Example: "Although there are no positions reporting to the Advisor, ...".
    Must not read: "does not supervise contractors"; what is said of a post in a list of reports.
    Known misses: a description that simply does not mention reports says nothing.
    """
    for match in reading.matches(_NONE, _CUES, 80, 100):
        stop = min(len(reading.view), match.end() + 160)
        named = title_at(reading.view, match.end() + 1, stop, french=reading.french)
        if match[0].endswith("to") and named is not None and not reading.subject.is_self(reading.view[slice(*named)]):
            continue
        if any(lead.start <= match.start() < lead.stop and items for lead, items in listed(reading)):
            continue  # said of the last post of a list: "Clerk (CR-04): keeps the books. Supervises no one."
        zero = Quantity(measure="count", low=Decimal(0), high=Decimal(0))
        yield Statement(SELF, "stated_reports", zero, (Span(*match.span()),))
        return
