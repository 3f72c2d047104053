"""The part of an organization that a view asks for; what is left out is counted where it would hang."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.chart.content import Content
from orgraph.chart.marks import Mark
from orgraph.chart.view import View
from orgraph.errors import UnknownName
from orgraph.graph import find
from orgraph.text import clip


def select(content: Content, view: View) -> Content:
    """The boxes of a view. A name that fits no box raises UnknownName, one that fits several AmbiguousNode."""
    forest, ends = content.forest, content.forest.ends()
    focus = _place(content, view.focus) if view.focus else None
    root = _place(content, view.root) if view.root else None
    kept = set(_kept(content, view, root, focus, ends))
    for name in view.collapse:
        place = _place(content, name)
        kept -= set(range(place + 1, ends[place]))
    if focus is not None:
        if focus not in kept:
            raise UnknownName("box of this view", str(view.focus), _titles(content, kept))
        content = content._replace(focus=forest.names[focus])
    return content if len(kept) == len(forest.names) else content.part(kept, _left_out(content, kept, ends))


def _kept(content: Content, view: View, root: int | None, focus: int | None, ends: list[int]) -> Iterator[int]:
    """Places of the boxes, before collapsing."""
    forest = content.forest
    anchor = root if root is not None else focus
    if anchor is None:
        yield from (place for place, level in enumerate(forest.levels) if view.depth is None or level <= view.depth + 1)
        return
    deepest = forest.levels[anchor] + view.depth if view.depth is not None else len(forest.names)
    yield from (place for place in range(anchor, ends[anchor]) if forest.levels[place] <= deepest)
    up = view.up if view.up is not None else 0 if root is not None else len(forest.names)
    above = forest.parents[anchor]
    if root is None and above >= 0:
        yield from forest.children[above]
    while above >= 0 and (up > 0 or (root is None and above == forest.parents[anchor])):
        yield above
        above, up = forest.parents[above], up - 1


def _left_out(content: Content, kept: set[int], ends: list[int]) -> dict[int, list[Mark]]:
    """For each box the lines that lead out of the view, in words."""
    forest = content.forest
    found: dict[int, list[Mark]] = defaultdict(list)
    for place in sorted(kept):
        hidden = [child for child in forest.children[place] if child not in kept]
        if hidden:
            count = sum(ends[child] - child for child in hidden)
            found[place].append(Mark("more", f"+ {count} below, not shown here"))
        above = forest.parents[place]
        if above >= 0 and above not in kept:
            found[place].append(Mark("more", f"reports to {clip(content.facts[above].title, 90)}, not shown here"))
    return found


def _place(content: Content, name: str) -> int:
    """The place of the box that a name or a position number means; a unit means the post that heads it."""
    numbered = [place for place, fact in enumerate(content.facts) if fact.number and fact.number == name]
    if len(numbered) == 1:
        return numbered[0]
    node = content.seat_of.get(name) or find(content.graph, name)
    heads = [head for head, _, key in content.graph.in_edges(node, keys=True) if key == "heads_unit"]
    places = {known: place for place, known in enumerate(content.forest.names)}
    if node not in places and len(heads) == 1:
        node = heads[0]
    if node not in places:
        raise UnknownName("box", name, _titles(content, range(len(content.facts))))
    return places[node]


def _titles(content: Content, places: object) -> list[str]:
    return sorted({content.facts[place].title for place in places})[:8]  # type: ignore[attr-defined]
