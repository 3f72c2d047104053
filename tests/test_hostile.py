"""Time is linear in the length of any text: four times the text takes about four times as long."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from orgraph.extract import extract
from orgraph.read.plain import plain

SHORT = 8_000  # characters; the long text has four times as many
LIMIT = 8.0  # linear is 4, quadratic 16
LEAST = 0.01  # seconds; below it the clock decides


def _growth() -> ModuleType:
    """The families of benchmarks/growth.py, which is a script and no package."""
    path = Path(__file__).parents[1] / "benchmarks" / "growth.py"
    spec = importlib.util.spec_from_file_location("benchmark_growth", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


growth = _growth()
# Every flood behind the two beginnings that most rules take up; the worst floods behind all of them.
WORST = ("blanks", "lines", "parentheses", "closed brackets", "small commas", "titles", "items", "labels", "peer sentences", "digits")
FAMILIES = [
    *((beginning, flood) for beginning in ("plain", "reports") for flood in growth.FLOODS),
    *((beginning, flood) for beginning in growth.BEGINNINGS if beginning not in ("plain", "reports") for flood in WORST),
]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    growth.read_and_extract(b"x ")


@pytest.mark.parametrize(("beginning", "flood"), FAMILIES)
def test_extraction_is_linear(beginning: str, flood: str) -> None:
    short, long = (growth.text(beginning, flood, length) for length in (SHORT, 4 * SHORT))
    assert_linear(lambda turns: growth.seconds(short, turns=turns), lambda turns: growth.seconds(long, turns=turns))


def assert_linear(short: Callable[[int], float], long: Callable[[int], float]) -> None:
    """The ratio stays below the limit; a first measurement above it is made again, the best of three."""
    ratio = long(1) / max(short(1), LEAST)
    if ratio >= LIMIT:
        ratio = long(3) / max(short(3), LEAST)
    assert ratio < LIMIT, f"four times the text takes {ratio:.1f} times as long"


@pytest.mark.parametrize("flood", ["cues up", "small commas", "capitals", "one word of capitals", "brackets", "others", "semicolons"])
def test_long_texts_are_linear(flood: str) -> None:
    """What short texts hide: searches back and copies, which are fast for each character."""
    short, long = (growth.text("peers", flood, length) for length in (50_000, 200_000))
    assert_linear(lambda turns: growth.seconds(short, turns=turns), lambda turns: growth.seconds(long, turns=turns))


def test_megabytes_of_everything() -> None:
    """A text of megabytes that holds every flood in turn is read at the speed of its parts."""
    stretches = [growth.text("reports", flood, 700) for flood in growth.FLOODS]
    small = "\n".join(stretches)
    big = small * (1_000_000 // len(small))
    speed = growth.seconds(small) / len(small)
    assert growth.seconds(big) < 3 * speed * len(big) + 1


# --- many mentions, many documents ----------------------------------------------------------------------

_LEAD = "# Director, Policy\n\nReporting to the Director are:\n\n"


def _numbered(phrase: str, count: int) -> str:
    return "".join(phrase.format(index) for index in range(count))


ROSTERS: dict[str, Callable[[int], list[str]]] = {
    "one title, many reports": lambda count: [_LEAD + "* Manager, Pay (AS-01)\n" * count],
    "a bare title, many reports": lambda count: [_LEAD + "* Clerk (AS-01)\n" * count],
    "many titles": lambda count: [_LEAD + _numbered("* Manager, Pay {} (AS-01)\n", count)],
    "many superiors": lambda count: ["# Director, Policy\n\n" + _numbered("The Director, Policy reports to the Deputy Minister, Area {}.\n", count)],
    "one post, many documents": lambda count: [f"**Position Title:** Manager, Pay\n**Division:** Pay\n\n{index}\n" for index in range(count)],
    "one title, many numbers": lambda count: [
        f"**Position Title:** Manager, Pay\n**Division:** Pay\n**Position Number:** {70000 + index}\n" for index in range(count)
    ],
    "many bare superiors": lambda count: [f"**Position Title:** Manager, Pay {index}\n**Division:** Pay\n**Reports To:** Director\n" for index in range(count)],
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
    texts = (f"**Position Title:** Manager, Area {i}\n**Division:** Works\n**Reports To:** Manager, Area {i + 1}\n" for i in range(length))
    documents = [plain(text.encode(), f"{index:05}.md") for index, text in enumerate(texts)]
    lines = reporting_lines(build(resolve((document, extract(document)) for document in documents)))
    assert (lines.number_of_nodes(), lines.number_of_edges()) == (length + 1, length)
