"""A position number that has the form of the job codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check

_HEAD = 2  # leading digits that the codes of one scheme share


@check("ORG318", "warning")
def number_like_job_code(facts: Facts) -> Iterator[Finding]:
    """A position number looks like the job codes of other documents, and unlike other numbers.

    What it finds:
        A position number with the length and the first two digits of two or more job codes, where
        another position number has another length. One finding for all.

    Why it matters:
        The label may be wrong: a job code is shared by all who do the work, and joins to other rows.

    Example:
        Job codes 104217 and 103745, position number 63335; and a "position number" 104211.

    What to do:
        Ask whether the number is of one seat or of the work that several share, and correct the label.

    Known misses:
        With a single job code, or no other number, no form can be seen.

    Source:
        Data profiling: values of one column follow one pattern, and the odd one is looked at.
    """
    codes = {code for node in facts.positions if (code := facts.each("job_code")[node])}
    forms = Counter(_form(code) for code in codes if code.isdigit())
    shared = {form for form, count in forms.items() if count > 1}
    if not shared:
        return
    lengths = {len(number) for node in facts.positions if (number := facts.each("position_number")[node])}
    stated = ((node, next(filter(said, claims), None)) for node, claims in facts.positions_with("position_number"))
    odd = {
        node: first
        for node, first in stated
        if first and (number := said(first)).isdigit() and _form(number) in shared and lengths - {len(number)}
    }
    if odd:
        numbers = listed(f"{brief(said(bound))} ({facts.label(node)})" for node, bound in odd.items())
        alike = listed(sorted(code for code in codes if _form(code) in shared), most=5)
        verb = "number has" if len(odd) == 1 else "numbers have"
        message = f"{len(odd)} position {verb} the form of the job codes {alike}: {numbers}"
        yield finding(number_like_job_code, "fail", next(iter(odd)), message, odd.values(), numbers=len(odd))


def _form(code: str) -> tuple[int, str]:
    return len(code), code[:_HEAD]
