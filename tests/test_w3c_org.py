"""Tables become the W3C ORG that W3C's own test of such tables asks for, in its names: tables of ours, by hand."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib.compare import isomorphic, to_isomorphic
from scripts import script

CASE = Path(__file__).parent / "cases" / "w3c_org"
TABLES = [CASE / "senior-roles.csv", CASE / "junior-roles.csv"]


def test_the_organization_is_isomorphic_to_what_the_metadata_asks_for() -> None:
    ours, asked = script("w3c_org").mapped(TABLES), rdflib.Graph().parse(CASE / "result.ttl")
    assert to_isomorphic(ours) == to_isomorphic(asked)


def test_another_line_is_not(tmp_path: Path) -> None:
    asked = rdflib.Graph().parse(CASE / "result.ttl")
    changed = tmp_path / "senior-roles.csv"
    changed.write_text(TABLES[0].read_text("utf-8").replace("Signals,LH1", "Signals,LH2"), "utf-8")
    assert not isomorphic(script("w3c_org").mapped([changed, TABLES[1]]), asked)


def test_the_table_group_and_professions_are_left_out(tmp_path: Path) -> None:
    result = tmp_path / "result.ttl"
    result.write_text(
        """@prefix csvw: <http://www.w3.org/ns/csvw#> . @prefix def: <http://example.org/gov.uk/def/> .
        [] a csvw:TableGroup ; csvw:table [ a csvw:Table ; csvw:row [ a csvw:Row ; csvw:describes <urn:post> ] ] .
        <urn:post> def:job "Mate" ; def:profession "Policy" .""",
        "utf-8",
    )
    assert [str(o) for o in script("w3c_org").organization(result).objects()] == ["Mate"]
