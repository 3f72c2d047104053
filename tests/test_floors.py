"""Imports go only down, heavy libraries stay on their floors, files and functions stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "orgraph"
FLOORS = {
    "text": 0, "errors": 0,
    "interval": 1.5,
    "record": 1, "evidence": 1, "model": 1, "decision": 1, "terms": 1, "rules": 1, "titles": 1, "confidence": 1,
    "read": 2, "extract": 2, "tables": 2, "cache": 2, "said": 2.5,
    "resolve": 3,
    "graph": 4, "knots": 4, "measures": 4.5, "rollup": 4.5, "near": 4.5, "versions": 4.5, "coverage": 4.7,
    "check": 5, "chart": 5, "rdf": 5, "export": 5, "survey": 5,
    "diff": 5.5, "review": 5.7,
    "cli": 6, "__main__": 7,
}  # fmt: skip
HOMES = {
    "click": {"cli"},
    "rdflib": {"rdf"},
    "pyoxigraph": {"rdf"},
    "graphviz": {"chart"},
    "pptx": {"chart"},
    "reportlab": {"chart"},
    "resvg_py": {"chart"},
    "networkx": {
        "graph",
        "knots",
        "measures",
        "rollup",
        "near",
        "versions",
        "coverage",
        "check",
        "chart",
        "rdf",
        "export",
        "survey",
        "diff",
        "review",
        "cli",
    },
    "ftfy": {"read"},
    "python_calamine": {"read"},
    "xlsxwriter": {"export"},
}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
LONGEST_FILE = 300


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "orgraph":
                yield from (f"orgraph.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = _room(path)
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "orgraph":
            there = parts[1]
            siblings = FLOORS[there] == FLOORS[here] and there != here and FLOORS[here] > 1
            assert FLOORS[there] <= FLOORS[here], (
                f"{here} (floor {FLOORS[here]}) imports {name} (floor {FLOORS[there]})"
            )
            assert not siblings, f"{here} and {there} share a floor and do not import one another"
        elif parts[0] in HOMES:
            assert here in HOMES[parts[0]], f"{parts[0]} is for {sorted(HOMES[parts[0]])}, not for {here}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_is_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE, f"{path.name} wants rooms of its own"
    assert ast.get_docstring(ast.parse(text)), f"{path.name} does not say what it is"


def test_sources_are_opened_only_by_read() -> None:
    """Text of sources enters through read/; rdf/ opens graphs, cli/ writes outputs."""
    for path in FILES:
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        if _room(path) in ("extract", "resolve", "graph", "measures", "check"):
            assert not calls & {"read_bytes", "open"}, f"{path.name} opens a file"


def test_no_room_is_forgotten() -> None:
    rooms = {_room(path) for path in FILES}
    assert rooms == set(FLOORS)
