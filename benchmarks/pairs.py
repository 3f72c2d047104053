"""Whether mentions that are one post become one box, and no others: pairs of mentions, each looked up in its text.

    python benchmarks/pairs.py CORPUS

CORPUS is a folder with `documents/`; the facts are `pairs.toml`. Precision is over the pairs that resolution united and
the facts judge, recall over all pairs that are one. United pairs that no fact judges are listed, to be looked up and
added. Ends with 1 where a pair is united that is two, or recall is below 0.95.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from orgraph.extract import extract
from orgraph.model import Mention
from orgraph.read import read
from orgraph.resolve import resolve

FACTS: Final = Path(__file__).parent / "pairs.toml"
LEAST_RECALL: Final = 0.95
Pair = frozenset[str]


class Verdict(NamedTuple):
    """Pairs united and judged right, united and judged wrong, one and not united; and mentions that nothing read."""

    right: set[Pair]
    wrong: set[Pair]
    missed: set[Pair]
    unread: list[str]


def pairs(groups: Iterable[dict[str, list[str]]]) -> set[Pair]:
    """Every two mentions of a group."""
    return {frozenset(pair) for group in groups for pair in combinations(group["of"], 2)}


def bound(corpus: Path) -> dict[str, str]:
    """The box of each mention of the corpus, as resolution has it."""
    documents = [read(str(path)) for path in sorted((corpus / "documents").glob("*.txt"))]
    stems = {document.id: Path(document.source).stem for document in documents}
    found: dict[str, str] = {}
    for claim in resolve((document, extract(document)) for document in documents).claims:
        stem = stems[claim.claim.document]
        for mention, box in ((claim.claim.subject, claim.subject), (claim.claim.value, claim.object)):
            if isinstance(mention, Mention) and box is not None:
                found[f"{stem}:self" if mention.kind == "self" else f"{stem}:{mention.start}-{mention.end}"] = box
    return found


def judged(box: dict[str, str], facts: dict[str, list[dict[str, list[str]]]]) -> Verdict:
    """The facts held against the boxes; a mention whose limits have moved is the one that overlaps it most."""
    wanted = sorted({mention for kind in ("one", "two") for group in facts[kind] for mention in group["of"]})
    at = {mention: box.get(_nearest(mention, box)) for mention in wanted}
    one, two = pairs(facts["one"]), pairs(facts["two"])
    united = {pair for pair in one | two if len(boxes := {at[mention] for mention in pair}) == 1 and None not in boxes}
    return Verdict(united & one, united & two, one - united, [mention for mention in wanted if at[mention] is None])


def _nearest(mention: str, box: dict[str, str]) -> str:
    stem, _, place = mention.partition(":")
    if mention in box or place == "self":
        return mention
    start, end = map(int, place.split("-"))
    overlaps = {known: min(end, b) - max(start, a) for known, (a, b) in _places(stem, box)}
    return max(overlaps, key=lambda known: (overlaps[known], known)) if max(overlaps.values(), default=0) > 0 else ""


def _places(stem: str, box: dict[str, str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for known in box:
        name, _, place = known.partition(":")
        if name == stem and place != "self":
            start, end = map(int, place.split("-"))
            yield known, (start, end)


def unjudged(box: dict[str, str], facts: dict[str, list[dict[str, list[str]]]]) -> list[str]:
    """Boxes that unite mentions of several documents, of one of which no fact speaks."""
    known = {_nearest(mention, box) for kind in ("one", "two") for group in facts[kind] for mention in group["of"]}
    told = {(mention.partition(":")[0], box[mention]) for mention in known if mention}
    boxes: dict[str, set[str]] = defaultdict(set)
    for mention, node in box.items():
        boxes[node].add(mention.partition(":")[0])
    return sorted(
        f"{node} in {stem}"
        for node, stems in boxes.items()
        for stem in stems
        if len(stems) > 1 and (stem, node) not in told
    )


def main() -> None:
    facts = tomllib.loads(FACTS.read_text("utf-8"))
    box = bound(Path(sys.argv[1]))
    verdict = judged(box, facts)
    united, all_ = len(verdict.right) + len(verdict.wrong), len(verdict.right) + len(verdict.missed)
    recall = len(verdict.right) / all_
    precision = len(verdict.right) / max(1, united)
    print(f"united pairs judged {united}, precision {precision:.3f}, recall {recall:.3f} of {all_}")
    for title, found in (("two, and united", verdict.wrong), ("one, and left two", verdict.missed)):
        for pair in sorted(map(sorted, found)):
            print(f"  {title}: {' '.join(pair)}")
    for mention in verdict.unread:
        print(f"  not read as a mention: {mention}")
    for node in unjudged(box, facts):
        print(f"  no fact yet: {node}")
    sys.exit(bool(verdict.wrong) or recall < LEAST_RECALL)


if __name__ == "__main__":
    main()
