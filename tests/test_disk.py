"""A store in a folder: filled whole or not at all, asked again without sources, never in the place of other things."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdf_factory import harbour_graph

from orgraph.cli import main
from orgraph.errors import BadQuery, UnreadableSource
from orgraph.rdf.disk import fill, is_store
from orgraph.rdf.formats import FORMATS
from orgraph.rdf.store import query
from orgraph.rdf.write import generate_rdf

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
LINES = "SELECT ?who ?to { ?a org:reportsTo ?b . ?a rdfs:label ?who . ?b rdfs:label ?to } ORDER BY ?who ?to"


def parts(format: str) -> list[bytes]:
    return [part.encode() for part in generate_rdf(harbour_graph(), format)]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    path = tmp_path / "organization.ttl"
    path.write_bytes(b"".join(parts("ttl")))
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_a_store_answers_as_the_file_does(tmp_path: Path, format: str) -> None:
    folder = tmp_path / "deep" / "store"
    fill(folder, parts(format), "harbour", format)
    assert is_store(folder)
    for sparql in (COUNT, LINES):
        assert query(folder, sparql).rows == query(b"".join(parts("ttl")), sparql, seconds=None).rows


def test_the_command_fills_it_once_and_asks_it_again(tmp_path: Path, built: Path) -> None:
    store = tmp_path / "organization.db"
    first = run("query", built, "--store", store, "-q", LINES)
    built.unlink()
    again = run("query", "--store", store, "-q", LINES)
    assert first.exit_code == again.exit_code == 0
    assert first.output == again.output
    assert "Chief Pilot" in first.output
    assert [path.name for path in tmp_path.iterdir()] == ["organization.db"]


def test_filling_again_replaces_what_stood_there(tmp_path: Path) -> None:
    fill(tmp_path / "store", [b"<urn:a> <urn:b> 1, 2 ."], "one")
    fill(tmp_path / "store", [b"<urn:a> <urn:b> 3 ."], "two")
    assert query(tmp_path / "store", COUNT).rows[0][0].value == "1"  # type: ignore[union-attr]


def test_broken_rdf_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path / "store", [b"<urn:a> <urn:b> 1 ."], "one")
    with pytest.raises(UnreadableSource, match=r"two\.ttl: line 2"):
        fill(tmp_path / "store", [b"<urn:a> <urn:b> 2 .\n", b"<urn:a> <"], "two.ttl")
    assert query(tmp_path / "store", COUNT).rows[0][0].value == "1"  # type: ignore[union-attr]
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_of_other_things_is_let_alone(tmp_path: Path, built: Path) -> None:
    fill(tmp_path / "store", [b"<urn:a> <urn:b> 1 ."], "one")
    (tmp_path / "store" / "letter.txt").write_text("dear", encoding="utf-8")
    for folder in (tmp_path / "store", tmp_path):
        result = run("query", built, "--store", folder, "-q", COUNT)
        assert result.exit_code == 3
        assert "holds other things" in result.output
    assert (tmp_path / "store" / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_a_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        result = run("query", "--store", folder, "-q", COUNT)
        assert result.exit_code == 3
        assert str(folder) in result.output


def test_a_query_is_bound_by_time_and_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "store", parts("ttl"), "harbour")
    endless = "SELECT (COUNT(*) AS ?n) {" + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + "}"
    with pytest.raises(BadQuery, match="longer than 0"):
        query(tmp_path / "store", endless, seconds=0.5)
    for update in ("DROP ALL", "LOAD <https://e.org/x>", "SELECT * { SERVICE <https://e.org/x> {} }"):
        with pytest.raises(BadQuery, match=r"only reads|refused"):
            query(tmp_path / "store", update)


# --- the command's other options ------------------------------------------------------------------------


def test_a_construct_is_turtle_that_reads_back(tmp_path: Path, built: Path) -> None:
    output = tmp_path / "lines.ttl"
    asked = run("query", built, "-q", "CONSTRUCT { ?a org:reportsTo ?b } WHERE { ?a org:reportsTo ?b }", "-o", output)
    assert asked.exit_code == 0
    lines = query(output.read_bytes(), "SELECT ?a ?b { ?a org:reportsTo ?b } ORDER BY ?a ?b", seconds=None)
    assert lines.rows == query(built, "SELECT ?a ?b { ?a org:reportsTo ?b } ORDER BY ?a ?b", seconds=None).rows
    assert output.read_text(encoding="utf-8").count("org:reportsTo") == 4  # one of the four has two superiors


def test_turtle_is_for_triples(built: Path) -> None:
    result = run("query", built, "-q", LINES, "--format", "ttl")
    assert result.exit_code == 2
    assert "CONSTRUCT" in result.output


def test_tsv_keeps_whole_terms(built: Path) -> None:
    sparql = "SELECT ?a ?n { ?a rdfs:label 'Night Watch' ; ogr:staff/schema:value ?n }"
    assert run("query", built, "-q", sparql, "--format", "tsv").output == (
        "?a\t?n\n<https://example.org/orgraph/id/position/port/night-watch>\t2\n"
    )


def test_the_time_is_an_option(built: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) {" + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + "}"
    result = run("query", built, "-q", endless, "--timeout", "0.4")
    assert result.exit_code == 2
    assert "longer than 0.4 seconds" in result.output


def test_something_must_be_asked() -> None:
    result = run("query", "-q", COUNT)
    assert result.exit_code == 2
    assert "SOURCE" in result.output


@pytest.mark.parametrize("format", FORMATS)
def test_every_command_reads_every_format(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"harbour.{format}"
    path.write_bytes(b"".join(parts(format)))
    asked = run("query", path, "-q", LINES)
    assert asked.exit_code == 0
    assert "Night Watch" in asked.output
    again = run("export", path, "--format", format)
    assert again.stdout_bytes == path.read_bytes()
    assert run("check", path, "--select", "two-superiors").exit_code in (0, 1)
