"""One change of one node: its kind, and what was said before and is said now, with the claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import networkx as nx

from orgraph.export.record import shown, told
from orgraph.model import BoundClaim, Quantity, Unstated
from orgraph.titles import canonical

Said = dict[str, list[BoundClaim]]

# The kinds of change, the weightiest first, and the predicates whose values make them.
_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "removed": (),
    "added": (),
    "merged": (),
    "split": (),
    "description": (),
    "moved": ("reports_to", "in_unit", "part_of"),
    "renamed": ("title", "unit_name"),
    "re-levelled": ("classification",),
    "staff": ("staff", "seats"),
    "status": ("post_status",),
    "incumbent": ("incumbent",),
    "renumbered": ("position_number", "job_code"),
    "functional line": ("functional_line_to",),
    "head": ("heads_unit",),
    "committee": ("member_of", "chairs"),
    "budget": ("money",),
    "dated": ("effective_date",),
    "located": ("location",),
}
ORDER: Final = tuple(_KINDS)


class Change(NamedTuple):
    """What changed: `old` and `new` are the ids of the node, "" where it is not; values are keyed as they are shown."""

    kind: str
    old: str
    new: str
    label: str
    before: Said
    after: Said


def tally(changes: Sequence[Change]) -> dict[str, int]:
    """How many changes there are of each kind, in the order of the kinds."""
    counts = Counter(change.kind for change in changes)
    return {kind: counts[kind] for kind in ORDER if counts[kind]}


def said(graph: nx.MultiDiGraph, node: str, kind: str, pairs: Mapping[str, str] | None = None) -> Said:
    """The values of a node that a kind of change is about, with their claims; for "" its names.

    Nodes of the old graph are named by those of the new one, so that a renamed superior is no move.
    """
    if kind in ("", "renamed"):
        return _names(graph, node)
    found: dict[str, list[BoundClaim]] = defaultdict(list)
    claims = [bound for bound in graph.nodes[node]["claims"] if bound.claim.predicate in _KINDS[kind]]
    claims = [bound for bound in claims if not _follows(graph, bound)]
    preferred = {bound.claim.predicate for bound in claims if bound.rank == "preferred"}
    for bound in claims:
        settled = bound.rank == "preferred" or bound.claim.predicate not in preferred
        if bound.rank != "deprecated" and settled and not isinstance(bound.claim.value, Unstated):
            found[_value(bound, pairs or {})].append(bound)
    return dict(found)


def described(graph: nx.MultiDiGraph, node: str) -> Said:
    """What a node is called by the descriptions of its own."""
    own = graph.nodes[node]["described_in"]
    claims = [b for b in graph.nodes[node]["claims"] if b.claim.predicate == "title" and b.claim.document in own]
    return {"": claims} if claims else {}


def _follows(graph: nx.MultiDiGraph, bound: BoundClaim) -> bool:
    """Whether a unit is only inferred from the superior who heads it: where that is another, the line is the change."""
    if bound.claim.modality == "stated" or bound.claim.predicate not in ("in_unit", "part_of"):
        return False
    return any(predicate == "reports_to" for _, _, predicate in graph.out_edges(bound.subject, keys=True))


def _names(graph: nx.MultiDiGraph, node: str) -> Said:
    """The one name that is shown, by its canonical form: another spelling is no other name."""
    wanted = canonical(graph.nodes[node]["label"])
    claims = [bound for bound in graph.nodes[node]["claims"] if bound.claim.predicate in ("title", "unit_name")]
    return {wanted: [bound for bound in claims if canonical(shown(bound.claim)) == wanted]}


def _value(bound: BoundClaim, pairs: Mapping[str, str]) -> str:
    if bound.object:
        return f"{bound.claim.predicate} {pairs.get(bound.object, bound.object)}"
    value = bound.claim.value
    scope = f"{value.scope} {value.measure} " if isinstance(value, Quantity) else ""
    return f"{bound.claim.predicate} {scope}{told(bound.claim)}"
