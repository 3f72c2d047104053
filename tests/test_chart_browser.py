"""chart.html in a real browser: folding, keyboard, filters, export, no script of a source, ten thousand posts.

Needs a Chromium (its path in ORGRAPH_BROWSER, else /usr/bin/chromium) and the extra `browser`: `pytest -m browser`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chart_factory import bare, claim, organization
from test_svg import HOSTILE

from orgraph.chart import draw
from orgraph.chart.marks import Mark
from orgraph.chart.view import View

pytestmark = pytest.mark.browser

EDGES = [("position/b", "position/a"), ("position/c", "position/a"), ("unit/d", "position/b"), ("unit/e", "position/b")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = os.environ.get("ORGRAPH_BROWSER", "/usr/bin/chromium")
        yield driver.chromium.launch(executable_path=path, args=["--no-sandbox"])


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Open a chart; whatever the page throws or wants to load fails the test."""
    trouble: list[str] = []
    page = browser.new_page(viewport={"width": 1400, "height": 800})
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("request", lambda request: trouble.append(request.url) if request.url.startswith("http") else None)

    def visit(data: bytes) -> Any:
        target = tmp_path / "chart.html"
        target.write_bytes(data)
        page.goto(target.as_uri())
        page.wait_for_selector("body.live")
        return page

    yield visit
    page.close()
    assert not trouble


def press(page: Any, number: int) -> None:
    """Fold or unfold the box of a knob."""
    page.eval_on_selector_all(
        ".knob", f"all => all[{number}].dispatchEvent(new MouseEvent('click', {{bubbles: true}}))"
    )


def shown(page: Any) -> list[str]:
    """Titles in the picture."""
    titles = "#picture [role=treeitem] > text:first-of-type"
    return page.eval_on_selector_all(titles, "all => all.map(t => t.textContent)")  # type: ignore[no-any-return]


def listed(page: Any) -> list[str]:
    """Titles in the outline that can be seen."""
    return page.eval_on_selector_all("#outline li:not([hidden]) > span", "all => all.map(t => t.textContent)")  # type: ignore[no-any-return]


def test_folding_keeps_picture_and_outline_alike(visit: Any) -> None:
    page = visit(draw(organization(EDGES), "html"))
    assert shown(page) == listed(page) == ["A", "B", "D", "E", "C"]
    page.click("#collapse")
    assert shown(page) == listed(page) == ["A", "B", "C"]
    press(page, 1)
    assert shown(page) == listed(page) == ["A", "B", "D", "E", "C"]
    page.click("#collapse")
    page.click("#expand")
    assert len(shown(page)) == 5


def test_a_folded_chart_has_no_box_over_another(visit: Any) -> None:
    page = visit(draw(bare((f"p{n:03d}", f"p{(n - 1) // 4:03d}") for n in range(1, 260)), "html"))
    page.click("#collapse")
    for number in (2, 1, 5):
        press(page, number)
        boxes = page.eval_on_selector_all(
            "#picture [role=treeitem] > rect:first-of-type",
            "all => all.map(r => { const b = r.getBoundingClientRect(); return [b.x, b.y, b.right, b.bottom]; })",
        )
        over = [
            (one, two)
            for place, one in enumerate(boxes)
            for two in boxes[:place]
            if one[0] < two[2] - 0.1 and two[0] < one[2] - 0.1 and one[1] < two[3] - 0.1 and two[1] < one[3] - 0.1
        ]
        assert len(boxes) > 4
        assert not over


def test_the_keyboard_goes_all_the_way(visit: Any) -> None:
    page = visit(draw(organization(EDGES), "html"))
    page.focus("#outline li")
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    assert page.inner_text("#details h2") == "D"
    for key in ("ArrowLeft", "ArrowLeft"):  # up to the superior, then fold it
        page.keyboard.press(key)
    assert listed(page) == ["A", "B", "C"]
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.querySelector('span').textContent") == "C"
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.querySelector('span').textContent") == "A"
    page.keyboard.press("*")
    assert len(listed(page)) == 5


def test_search_finds_what_is_folded(visit: Any) -> None:
    page = visit(draw(organization(EDGES, {"unit/e": "Évening Team"}), "html"))
    page.click("#collapse")
    page.fill("#search", "team evening")
    page.press("#search", "Enter")
    assert page.inner_text("#details h2") == "Évening Team"
    assert "Évening Team" in shown(page)
    assert page.inner_text("#hits") == "1 of 1"


def test_filters_leave_what_fits_and_those_above(visit: Any) -> None:
    marks = {"unit/e": [Mark("error", "error: fte-rollup")]}
    page = visit(draw(organization(EDGES), "html", marks=marks))
    page.select_option("select[data-fact=finding]", "error")
    assert shown(page) == listed(page) == ["A", "B", "E"]
    page.select_option("select[data-fact=finding]", "")
    assert len(shown(page)) == 5


def test_what_is_seen_is_saved(visit: Any, tmp_path: Path) -> None:
    page = visit(draw(organization(EDGES), "html"))
    page.click("#collapse")
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "saved.svg")
    saved = (tmp_path / "saved.svg").read_text("utf-8")
    assert saved.count('role="treeitem"') == 3
    assert "knob" not in saved


@pytest.mark.parametrize("text", HOSTILE)
def test_a_source_runs_nothing(visit: Any, text: str) -> None:
    labels = dict.fromkeys(["position/a", "position/b", "unit/d"], text)
    page = visit(draw(organization(EDGES, labels), "html", title=text))
    page.click("#outline li")
    page.click("#collapse")
    assert page.eval_on_selector_all("script", "all => all.length") == 2


def test_an_accessibility_checker_finds_nothing(browser: Any, tmp_path: Path) -> None:
    """axe-core, over the page as it opens and with a box chosen; the page's own policy would keep its script out."""
    from axe_playwright_python.sync_playwright import Axe

    marks = {"unit/e": [Mark("error", "error: fte-rollup")]}
    quotes = {"position/b": {"claims": (claim("position/b", "title", None, text="B"),) * 40}}  # more than a screen
    target = tmp_path / "chart.html"
    target.write_bytes(draw(organization(EDGES, more=quotes), "html", marks=marks, view=View(color="level")))
    page = browser.new_context(bypass_csp=True, viewport={"width": 1400, "height": 700}).new_page()
    page.goto(target.as_uri())
    page.wait_for_selector("body.live")
    for act in (lambda: None, lambda: page.click("#outline li:nth-child(2)"), lambda: page.click("#collapse")):
        act()
        assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []


def test_ten_thousand_posts_unfold_and_what_is_in_sight_is_drawn(visit: Any, tmp_path: Path) -> None:
    page = visit(draw(bare((f"p{n:05d}", f"p{(n - 1) // 6:05d}") for n in range(1, 10_000)), "html"))
    settle = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    start = time.monotonic()
    page.click("#expand")
    page.evaluate(settle)
    took = time.monotonic() - start
    print(f"unfolded in {took:.1f} s", file=sys.stderr)
    assert took < 15
    assert not shown(page)  # plain rectangles, from far away
    page.fill("#search", "p09999")
    page.press("#search", "Enter")
    page.evaluate(settle)
    assert "p09999" in shown(page)
    assert len(shown(page)) < 500
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "saved.svg")
    assert (tmp_path / "saved.svg").read_text("utf-8").count('role="treeitem"') == 10_000
    page.click("#fit")
    page.evaluate(settle)
    page.mouse.click(*middle(page, "p01554"))
    page.evaluate(settle)
    assert page.inner_text("#details h2") in shown(page)  # a box is smaller than a pixel: it, or one beside it


def middle(page: Any, title: str) -> tuple[float, float]:
    """Where the middle of a box stands on the screen, drawn or not."""
    place = """title => {
      const at = JSON.parse(document.getElementById("facts").textContent).find(fact => fact.title === title).at;
      const group = document.querySelector("#picture svg > g[transform]").getScreenCTM();
      const point = new DOMPoint(at[0] + 104, at[1] + at[2] / 2).matrixTransform(group);
      return [point.x, point.y];
    }"""
    x, y = page.evaluate(place, title)
    return float(x), float(y)


def test_ten_thousand_posts_open_folded_and_answer(visit: Any) -> None:
    data = draw(bare((f"p{n:05d}", f"p{(n - 1) // 6:05d}") for n in range(1, 10_000)), "html")
    start = time.monotonic()
    page = visit(data)
    opened = time.monotonic() - start
    assert 10 < len(shown(page)) <= 300
    start = time.monotonic()
    press(page, 20)
    folded = time.monotonic() - start
    page.fill("#search", "p09999")
    page.press("#search", "Enter")
    assert page.inner_text("#details h2") == "p09999"
    print(f"opened in {opened:.1f} s, folded in {folded:.2f} s", file=sys.stderr)
    assert opened < 60
    assert folded < 5
