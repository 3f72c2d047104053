"""Time is linear in the length of any text: four times the text takes about four times as long."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from laws import assert_linear
from scripts import script

from orgraph.extract import extract
from orgraph.read.plain import plain

SHORT = 8_000  # characters; the long text has four times as many


growth = script("growth")
# Every flood behind the two beginnings that most rules take up; the worst floods behind all of them.
WORST = (
    "blanks", "lines", "parentheses", "closed brackets", "small commas", "titles", "items", "labels",
    "has reports", "relevent", "peer sentences", "digits", "claims and repairs",
)  # fmt: skip
OFTEN = ("plain", "reports")
FAMILIES = [
    *((beginning, flood) for beginning in OFTEN for flood in growth.FLOODS),
    *((beginning, flood) for beginning in growth.BEGINNINGS if beginning not in OFTEN for flood in WORST),
]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    growth.read_and_extract(b"x ")


@pytest.mark.parametrize(("beginning", "flood"), FAMILIES)
def test_extraction_is_linear(beginning: str, flood: str) -> None:
    short, long = (growth.text(beginning, flood, length) for length in (SHORT, 4 * SHORT))
    assert_linear(lambda turns: growth.seconds(short, turns=turns), lambda turns: growth.seconds(long, turns=turns))


LONG = (
    *(
        ("peers", flood)
        for flood in ("cues up", "small commas", "capitals", "one word of capitals", "brackets", "others")
    ),
    ("acronym", "claims and repairs"),
    ("table", "has reports"),
)


@pytest.mark.parametrize(("beginning", "flood"), LONG)
def test_long_texts_are_linear(beginning: str, flood: str) -> None:
    """What short texts hide: searches back, copies and walks, which are fast for each character."""
    short, long = (growth.text(beginning, flood, length) for length in (60_000, 240_000))
    assert_linear(lambda turns: growth.seconds(short, turns=turns), lambda turns: growth.seconds(long, turns=turns))


def test_a_megabyte_of_everything_is_linear() -> None:
    """Every flood in turn, again and again."""
    stretches = "\n".join(growth.text("reports", flood, 700) for flood in growth.FLOODS)
    short, long = (stretches * (length // len(stretches)) for length in (200_000, 800_000))
    assert_linear(lambda turns: growth.seconds(short, turns=1), lambda turns: growth.seconds(long, turns=1))


# --- many mentions, many documents ----------------------------------------------------------------------

_LEAD = "# Director, Policy\n\nReporting to the Director are:\n\n"


def _numbered(phrase: str, count: int) -> str:
    return "".join(phrase.format(index) for index in range(count))


_PAY = "**Position Title:** Manager, Pay\n**Division:** Pay\n"
_SUPERIOR = "The Director, Policy reports to the Deputy Minister, Area {}.\n"
_LINK = "**Position Title:** Manager, Area {}\n**Division:** Works\n**Reports To:** Manager, Area {}\n"
ROSTERS: dict[str, Callable[[int], list[str]]] = {
    "one title, many reports": lambda count: [_LEAD + "* Manager, Pay (AS-01)\n" * count],
    "a bare title, many reports": lambda count: [_LEAD + "* Clerk (AS-01)\n" * count],
    "many titles": lambda count: [_LEAD + _numbered("* Manager, Pay {} (AS-01)\n", count)],
    "many superiors": lambda count: ["# Director, Policy\n\n" + _numbered(_SUPERIOR, count)],
    "one post, many documents": lambda count: [f"{_PAY}\n{index}\n" for index in range(count)],
    "one title, many numbers": lambda count: [f"{_PAY}**Position Number:** {70000 + n}\n" for n in range(count)],
    "many bare superiors": lambda count: [f"{_PAY}**Reports To:** Director\n{index}\n" for index in range(count)],
    "one bare title, many superiors": lambda count: [
        _PAY.replace(", Pay", f"\n**Reports To:** Clerk {n}") for n in range(count)
    ],
    "a chain": lambda count: [_LINK.format(index, index + 1) for index in range(count)],
}


@pytest.mark.parametrize("name", ROSTERS)
def test_resolution_is_linear(name: str) -> None:
    from time import process_time

    from orgraph.graph import build
    from orgraph.resolve import resolve

    def spent(count: int, turns: int) -> float:
        documents = [plain(text.encode(), f"{index}.md") for index, text in enumerate(ROSTERS[name](count))]
        extracted = [(document, extract(document)) for document in documents]
        times = []
        for _ in range(turns):
            started = process_time()
            build(resolve(extracted))
            times.append(process_time() - started)
        return min(times)

    spent(2, 1)
    assert_linear(lambda turns: spent(150, turns), lambda turns: spent(600, turns))


def test_a_chain_of_superiors_is_no_recursion() -> None:
    """Documents that report one to the next, far more than Python would recurse."""
    from orgraph.graph import build, reporting_lines
    from orgraph.resolve import resolve

    length = sys.getrecursionlimit() + 200
    texts = (_LINK.format(index, index + 1) for index in range(length))
    documents = [plain(text.encode(), f"{index:05}.md") for index, text in enumerate(texts)]
    lines = reporting_lines(build(resolve((document, extract(document)) for document in documents)))
    assert (lines.number_of_nodes(), lines.number_of_edges()) == (length + 1, length)
