"""Blocks: a box with everything under it as one rectangle, in the few shapes that are worth having.

A block is built bottom-up with its shapes, and drawn top-down in the shape that was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from orgraph.chart.pen import Feed, Pen
from orgraph.chart.style import BOX

_ASPECTS = (0.15, 0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0)


class Drawn(NamedTuple):
    """A block that is to be drawn next, in one of its shapes, with its upper left corner at a point.

    `feed` is there only for a block without a box of its own.
    """

    block: Block
    pick: int
    x: float
    y: float
    feed: Feed | None = None


class Plan(Protocol):
    """One arrangement of what a block holds."""

    def draw(self, x: float, y: float, pen: Pen, feed: Feed | None) -> Iterator[Drawn]:
        """Give the boxes right under the block their places and lines; yield the blocks that they head."""


class Shape(NamedTuple):
    """Size of a block; its own box stands at the top, `left` from the left edge.

    `strain` is what the arrangement costs a reader, in pixels of page height.
    """

    width: float
    height: float
    left: float
    plan: Plan | None = None
    strain: float = 0.0


class Block:
    """A box (`box` is its number, -1 for none) and what hangs under it; `shapes` from narrow to wide."""

    def __init__(self, box: int, shapes: Iterable[Shape]) -> None:
        self.box = box
        self.shapes = worth(shapes)

    def fitting(self, height: float) -> int:
        """The narrowest shape that is no higher than the limit, which the lowest shape must not exceed."""
        return next(pick for pick, shape in enumerate(self.shapes) if shape.height <= height)

    @property
    def lowest(self) -> float:
        """Height of the lowest shape."""
        return min(shape.height for shape in self.shapes)


class Head(NamedTuple):
    """The box at the top of a block, -1 for none, with what stands beside it."""

    box: int
    height: float
    width: float = BOX


NONE = Head(-1, 0.0, 0.0)


def leaf(head: Head) -> Block:
    """A box with nothing under it."""
    return Block(head.box, [Shape(head.width, head.height, 0.0)])


def worth(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """For each of a few page aspects the shape that fits it best; narrow ones first, none beaten in every way.

    >>> [shape.width for shape in worth([Shape(9, 1, 0), Shape(1, 9, 0), Shape(10, 9, 0)])]
    [1, 9]
    """
    offered = list(shapes)
    if len(offered) == 1:
        return tuple(offered)
    best = [min(offered, key=lambda shape: cost(shape, aspect)) for aspect in _ASPECTS]
    kept: list[Shape] = []
    for shape in sorted(best, key=lambda shape: (shape.width, shape.height)):
        if all(shape.height < other.height or shape.strain < other.strain for other in kept):
            kept.append(shape)
    return tuple(kept)


def cost(shape: Shape, aspect: float, least: float = 0.0) -> tuple[float, float, float]:
    """How high a page of an aspect must be for the shape, and what it costs the reader; ties go to the smaller one."""
    return max(shape.width / aspect, shape.height, least) + shape.strain, shape.height, shape.width


def draw(block: Block, pick: int, x: float, y: float, pen: Pen) -> None:
    """Give every box in a block its place and its line."""
    waiting = [Drawn(block, pick, x, y)]
    while waiting:
        now = waiting.pop()
        plan = now.block.shapes[now.pick].plan
        if plan is not None:
            waiting.extend(plan.draw(now.x, now.y, pen, now.feed))


def chosen(items: Sequence[Block], picks: Sequence[int]) -> list[Shape]:
    """The shape of each block."""
    return [item.shapes[pick] for item, pick in zip(items, picks, strict=True)]
