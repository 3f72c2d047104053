"""Pages: an organization cut into parts that fit one sheet each, with tags that lead from one to another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from orgraph.chart.content import Content
from orgraph.chart.marks import Mark
from orgraph.errors import UnknownName
from orgraph.text import clip

_TITLE = 90  # letters of a title in a tag


class Part(NamedTuple):
    """The boxes of one page. `top` is the box it begins with, which another page may hold as well."""

    top: int
    boxes: tuple[int, ...]
    name: str


def split(content: Content, rule: str) -> list[Part]:
    """The parts in reading order; `rule` is none, manager, level, level:3, unit, or the most boxes of a page.

    >>> split(None, "weekday")
    Traceback (most recent call last):
        ...
    orgraph.errors.UnknownName: unknown break 'weekday'; one of: none, manager, level, level:N, unit, N (boxes a page)
    """
    name, _, number = rule.partition(":")
    if rule == "none":
        return [Part(0, tuple(range(len(content.facts))), "")]
    if rule.isdecimal() and int(rule) > 1:
        return _named(content, _sized(content, int(rule)))
    if name == "level" and (not number or number.isdecimal()):
        level = min(content.forest.levels, default=1) + int(number or 2) - 1  # counted from the top of the view
        return _named(content, _cut(content, lambda place: content.forest.levels[place] == level))
    if rule == "manager":
        return _named(content, _cut(content, lambda _: True))
    if rule == "unit":
        return _named(content, _cut(content, lambda place: _new_unit(content, place)))
    raise UnknownName("break", rule, ["none", "manager", "level", "level:N", "unit", "N (boxes a page)"])


def pages(content: Content, parts: Sequence[Part], first: int) -> Iterator[Content]:
    """The content of each page, numbered from `first`, with its tags: where it goes on, and where it comes from."""
    forest = content.forest
    where: dict[int, int] = {}  # the first page of each box
    for number, part in reversed(list(enumerate(parts, first))):
        where.update(dict.fromkeys(part.boxes, number))
    named = {forest.names[place]: page for place, page in where.items()}
    for number, part in enumerate(parts, first):
        here, more = set(part.boxes), defaultdict(list)
        back = _back(content, part, where, number)
        if back is not None:
            more[part.top].append(back)
        for place in part.boxes:
            more[place] += _onward(sorted({where[child] for child in forest.children[place] if child not in here}))
            for pointer in content.pointers[place]:
                page = named.get(pointer.superior, number)
                if page != number:
                    more[place].append(Mark("page", f"{clip(pointer.text, _TITLE)}: page {page}", page))
        yield _only(content.part(part.boxes, more), named, number)


def _only(piece: Content, named: dict[str, int], number: int) -> Content:
    """The page without the pointers that its tags have told already."""
    return piece._replace(
        pointers=tuple(
            tuple(pointer for pointer in pointers if named.get(pointer.superior, number) == number)
            for pointers in piece.pointers
        )
    )


def _onward(found: Sequence[int]) -> list[Mark]:
    """The tag of a box whose reports stand on other pages."""
    if not found:
        return []
    which = f"page {found[0]}" if len(found) == 1 else f"pages {found[0]} to {found[-1]}"
    return [Mark("page", f"continued on {which}", found[0])]


def _back(content: Content, part: Part, where: dict[int, int], number: int) -> Mark | None:
    """The tag at the top of a page: the page that holds the box below its superior, or the rest of its reports."""
    if not part.boxes:
        return None
    above = content.forest.parents[part.top]
    if where[part.top] != number:
        return Mark("page", f"continued from page {where[part.top]}", where[part.top])
    if above >= 0 and above not in part.boxes:
        return Mark("page", f"reports to {clip(content.facts[above].title, _TITLE)}: page {where[above]}", where[above])
    return None


def _new_unit(content: Content, place: int) -> bool:
    """Whether a box is in another unit than its superior."""
    above = content.forest.parents[place]
    return above >= 0 and bool(content.facts[place].unit) and content.facts[place].unit != content.facts[above].unit


def _cut(content: Content, starts: Callable[[int], bool]) -> list[list[int]]:
    """A page for each root, and for each box that starts one and has reports; it stays as a box where it hangs."""
    forest = content.forest
    home: list[int] = []  # the page that the reports of a box stand on
    made: list[list[int]] = []
    alone = len(forest.names) - forest.isolated
    for place in range(alone):
        above = forest.parents[place]
        if above >= 0:
            made[home[above]].append(place)
        if above < 0 or (forest.children[place] and starts(place)):
            home.append(len(made))
            made.append([place])
        else:
            home.append(home[above])
    return [*made, *([list(range(alone, len(forest.names)))] if forest.isolated else [])]


def _sized(content: Content, most: int) -> list[list[int]]:
    """Pages of at most so many boxes; small trees share a page, many reports of one box are dealt to several."""
    forest = content.forest
    alone = len(forest.names) - forest.isolated
    size = [1] * len(forest.names)
    cut: set[int] = set()
    for place in range(alone - 1, -1, -1):
        children = sorted((child for child in forest.children[place]), key=lambda child: (-size[child], child))
        total = 1 + sum(size[child] for child in children)
        for child in children:
            if total <= most or size[child] == 1:
                break
            cut.add(child)
            total -= size[child] - 1
            size[child] = 1
        size[place] = total
    made = [page for group in _cut(content, cut.__contains__) for page in _dealt(content, group, most)]
    return list(_packed(content, made, most))


def _dealt(content: Content, group: list[int], most: int) -> Iterator[list[int]]:
    """A page that is still too large: the reports of its top in turn, the top on every page."""
    if len(group) <= most:
        yield group
        return
    forest = content.forest
    if group[0] >= len(forest.names) - forest.isolated:
        yield from (group[start : start + most] for start in range(0, len(group), most))
        return
    branches: list[list[int]] = []
    for place in group[1:]:
        if forest.parents[place] == group[0]:
            branches.append([])
        branches[-1].append(place)
    page = [group[0]]
    for branch in branches:
        if len(page) > 1 and len(page) + len(branch) > most:
            yield page
            page = [group[0]]
        page += branch
    yield page


def _packed(content: Content, made: list[list[int]], most: int) -> Iterator[list[int]]:
    """Neighbouring trees that are small stand together on a page."""
    forest = content.forest
    page: list[int] = []
    for group in made:
        whole = forest.parents[group[0]] < 0
        if page and not (whole and len(page) + len(group) <= most and group[0] not in page):
            yield page
            page = []
        if whole:
            page += group
        else:
            yield group
    if page:
        yield page


def _named(content: Content, groups: list[list[int]]) -> list[Part]:
    """The pages with the titles of their tops; tops of one title are told apart by who holds them, or where."""
    forest, made = content.forest, []
    pages, seen = Counter(group[0] for group in groups), Counter[int]()
    titles = Counter(content.facts[place].title for place in pages)
    for group in groups:
        place, top = group[0], content.facts[group[0]]
        seen[place] += 1
        tops = sum(forest.parents[place] < 0 for place in group)
        apart = (top.incumbent or top.unit or top.number) if titles[top.title] > 1 else ""
        part = f"part {seen[place]} of {pages[place]}" if pages[place] > 1 else ""
        name = ", ".join(filter(None, (top.title, apart, part))) + (f" and {tops - 1} more" if tops > 1 else "")
        if group[0] >= len(forest.names) - forest.isolated:
            name = "No reporting line"
        made.append(Part(group[0], tuple(group), name))
    return made
