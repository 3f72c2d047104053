"""Whatever cells a table holds: each claim quotes its cell, is legal, and no order of sources changes the graph."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from time import process_time

import phrases
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_legal, assert_linear

from orgraph.errors import UnreadableSource
from orgraph.export import export
from orgraph.graph import build
from orgraph.model import Claim, Document
from orgraph.rdf.turtle import generate_turtle
from orgraph.read.delimited import delimited
from orgraph.read.ldif import ldif
from orgraph.read.objects import objects
from orgraph.resolve import resolve
from orgraph.tables import tabulate
from orgraph.tables._lexicon import names

Table = list[list[str]]

# Ids that other rows name, words that stand in the place of values, figures, and whatever else cells hold.
VALUES = (
    "1", "2", "3", "A1", "a1", " A1 ", "XX", "N/A", "N/D", "n/a", "-", "0", "0.5", "1.00", "1,5", "1 200", "-3", "75 %",
    "1e9", "£1,000", "9" * 30, "Vacant", "VACANT", "Eliminated", "Director, Policy", "Clerk", "Clerk of Works", "Pay",
    "Pay > Audit", "Works/Pay/Audit", "ann@example.org", "EX-01", "SCS2", "TRUE", "=1+1", "@SUM(A1)", "a\nb", 'a"b',
    "\ufeff", "\u202e", "\x1b[31m", "<b>", "é", "e\u0301", "2020-01-31",
)  # fmt: skip
CELLS = st.just("") | st.sampled_from(VALUES) | st.sampled_from(VALUES[:8]) | st.text(max_size=8)
HEADINGS = st.sampled_from(sorted(names())) | st.text(max_size=6)
USUAL = st.sampled_from(
    (
        ["Employee ID", "Manager ID", "Job Title", "Department", "FTE"],
        ["Post Unique Reference", "Name", "Grade", "Job Title", "Unit", "Reports to Senior Post", "FTE"],
        ["Unit", "Reporting Senior Post", "Grade", "Generic Job Title", "Number of Posts in FTE"],
        ["Name", "Manager", "Title"],
        ["id", "unitOf", "name"],
    )
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A heading of known names (and others), perhaps below a title, and ragged rows of any cells."""
    head = draw(USUAL | st.lists(HEADINGS, min_size=2, max_size=8))
    rows = draw(st.lists(st.lists(CELLS, max_size=len(head) + 1), max_size=10))
    above = draw(st.just([]) | st.lists(st.lists(CELLS, max_size=2), max_size=2))
    return [*above, head, *rows]


def as_csv(table: Table, delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    return text.getvalue().encode("utf-8", "replace")


def examples(count: int) -> settings:
    checked = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=count, deadline=None, suppress_health_check=checked)


def claims_of(document: Document) -> tuple[Claim, ...]:
    """The claims; none where no sheet is a table of posts."""
    try:
        return tabulate(document)
    except UnreadableSource as refused:
        assert refused.reason.strip()
        return ()


def assert_cells_hold(document: Document, claims: Sequence[Claim]) -> None:
    sheets = {sheet.name: sheet.rows for sheet in document.sheets}
    for claim in claims:
        assert_legal(claim)
        [evidence] = claim.evidence
        assert (evidence.start, evidence.end) == (-1, -1)
        assert (evidence.document, evidence.source) == (document.id, document.source)
        row = sheets[evidence.sheet][evidence.line - 1]
        assert evidence.quote == (row[evidence.column - 1] if evidence.column <= len(row) else ""), claim
        assert evidence.column >= 1
    assert len({claim.id for claim in claims}) == len(claims)


@examples(200)
@given(tables(), st.sampled_from(",;\t|"))
def test_every_claim_quotes_its_cell_and_is_legal(table: Table, delimiter: str) -> None:
    try:
        document = delimited(as_csv(table, delimiter), "a.csv")
    except UnreadableSource:
        return  # blank, or full of control characters
    assert_cells_hold(document, claims_of(document))


@examples(80)
@given(st.lists(st.dictionaries(HEADINGS, CELLS | st.integers() | st.none() | st.floats(), max_size=6), max_size=6))
def test_any_objects_are_a_table_or_refused(records: list[dict[str, object]]) -> None:
    try:
        document = objects(json.dumps(records).encode(), "a.json")
    except UnreadableSource:
        return
    assert_cells_hold(document, claims_of(document))


LINES = st.sampled_from(
    ("dn: uid=1", "uid: 1", "manager: uid=1", "title: Clerk", "cn:: QW5u", "cn:: !", " folded", "", "#")
)


@examples(80)
@given(st.lists(LINES | st.text(max_size=12), max_size=20).map("\n".join))
def test_any_lines_are_a_directory_or_refused(text: str) -> None:
    try:
        document = ldif(text.encode("utf-8", "replace"), "a.ldif")
    except UnreadableSource:
        return
    assert_cells_hold(document, claims_of(document))


def _joined(cells: list[str]) -> bytes:
    return ",".join(cells).encode("utf-8", "replace")


@examples(150)
@given(
    st.binary(max_size=200) | st.lists(st.sampled_from(phrases.ALL), max_size=20).map(lambda p: ",".join(p).encode())
)
def test_any_bytes_are_cells_or_refused(data: bytes) -> None:
    for reader in (delimited, objects, ldif):
        try:
            document = reader(data, "a.csv")
        except UnreadableSource as refused:
            assert refused.source == "a.csv"
            assert refused.reason.strip()
            continue
        assert_cells_hold(document, claims_of(document))


@examples(40)
@given(st.lists(tables(), min_size=1, max_size=3), st.data())
def test_the_order_of_tables_does_not_matter(given_tables: list[Table], data: st.DataObject) -> None:
    documents = []
    for index, table in enumerate(given_tables):
        try:
            documents.append(delimited(as_csv(table), f"{index}.csv"))
        except UnreadableSource:
            continue
    extracted = [(document, claims_of(document)) for document in documents]
    one, other = (build(resolve(order)) for order in (extracted, data.draw(st.permutations(extracted))))
    assert "".join(generate_turtle(one)) == "".join(generate_turtle(other))
    assert "".join(export(one, "json")) == "".join(export(other, "json"))


# --- growth -----------------------------------------------------------------------------------------------

_HR = ["Employee ID", "Manager ID", "Name", "Job Title", "Division", "FTE"]
_UK = ["Post Unique Reference", "Name", "Grade", "Job Title", "Unit", "Reports to Senior Post", "FTE"]
GROWING = {
    "a chain": (_HR, lambda n: [f"{n}", f"{n - 1}", "Ann", "Clerk", "Pay", "1"]),
    "one manager": (_HR, lambda n: [f"{n}", "0", "Ann", f"Clerk {n}", f"Unit {n}", "1"]),
    "one id": (_HR, lambda n: ["1", "1", f"Ann {n}", "Clerk", "Pay", "0.5"]),
    "one post": (_UK, lambda n: ["A", f"Ann {n}", "SCS1", "Clerk", "Pay", "XX", "0.1"]),
    "unknown superiors": (_UK, lambda n: [f"A{n}", "Ann", "SCS1", "Clerk", "Pay", f"Z{n}", "1"]),
    "no cells": (_HR, lambda n: []),
}


@pytest.mark.parametrize("name", GROWING)
def test_time_is_linear_in_the_rows(name: str) -> None:
    head, row = GROWING[name]

    def spent(count: int, turns: int) -> float:
        data = as_csv([head, *(row(index) for index in range(1, count + 1))])
        times = []
        for _ in range(turns):
            started = process_time()
            document = delimited(data, "a.csv")
            build(resolve([(document, claims_of(document))]))
            times.append(process_time() - started)
        return min(times)

    spent(2, 1)
    assert_linear(lambda turns: spent(500, turns), lambda turns: spent(2000, turns))
