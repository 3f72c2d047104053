"""Make a finding for a rule, and name things in its message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import networkx as nx

from orgraph.model import BoundClaim, Evidence, Finding, Outcome
from orgraph.text import squeeze

_LABEL = 120
_LISTED = 12

Found = str | int | float | list[str] | None


def finding(
    rule: Callable[..., Iterator[Finding]],
    outcome: Outcome,
    focus: str,
    message: str,
    claims: Iterable[BoundClaim] = (),
    **values: Found,
) -> Finding:
    """What a rule found; only a failure has the severity of the rule, every other outcome informs.

    The evidence is that of the claims, in their order, each place once.
    """
    marks: dict[str, Any] = rule.__dict__
    return Finding(
        rule=rule.__name__.replace("_", "-"),
        code=marks["code"],
        outcome=outcome,
        severity=marks["severity"] if outcome == "fail" else "info",
        focus=focus,
        message=message,
        values=values,
        evidence=places(claims),
    )


def places(claims: Iterable[BoundClaim]) -> tuple[Evidence, ...]:
    """The evidence of claims, each place of a source once: the values first, then the words around them."""
    groups = [bound.claim.evidence for bound in claims]
    found: dict[tuple[object, ...], Evidence] = {}
    for evidence in (*(group[0] for group in groups), *(one for group in groups for one in group[1:])):
        cell = (evidence.sheet, evidence.line, evidence.column) if evidence.header is not None else ()
        found.setdefault((evidence.document, evidence.start, evidence.end, *cell), evidence)
    return tuple(found.values())


def label(graph: nx.MultiDiGraph, node: str) -> str:
    """The name of a node on one line, cut when it is longer than any name would be."""
    return brief(graph.nodes[node]["label"])


def brief(text: str) -> str:
    """A text of a source as a message can hold it: one line of at most 120 characters.

    >>> brief("Director,   Policy")
    'Director, Policy'
    """
    line = squeeze(text[: 4 * _LABEL])
    return line if len(line) <= _LABEL else line[: _LABEL - 1] + "…"


def listed(names: Iterable[str], joint: str = ", ", most: int = _LISTED) -> str:
    """Names in a row; a long row is cut in its middle and says how much is left out.

    >>> listed("abcdef", most=4)
    'a, b, c, … 2 more …, f'
    """
    row = list(names)
    if len(row) <= most:
        return joint.join(row)
    return joint.join([*row[: most - 1], f"… {len(row) - most} more …", row[-1]])


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "document"), plural(2, "document")
    ('1 document', '2 documents')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
