"""Tables as sources: what is read from cells, what ties rows together, and what bad tables do."""

from __future__ import annotations

import io
import json
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from orgraph.check import check
from orgraph.cli import main
from orgraph.errors import UnknownName, UnreadableSource
from orgraph.export import export
from orgraph.export.workbook import workbook
from orgraph.measures import layers, span_of_control
from orgraph.model import Claim, Document, Mention, Quantity, Unstated
from orgraph.read import read
from orgraph.read.delimited import delimited
from orgraph.rollup import Ledger, accounts, duplicates, readings, rollup
from orgraph.survey import survey
from orgraph.tables import columns_of, meanings, tabulate

DATA = Path(__file__).parents[1] / "data"
RETURNS = [str(path) for path in sorted((DATA / "harbour-office" / "returns").glob("*.csv"))]
SENIOR = "Post Unique Reference,Name,Grade,Job Title,Unit,Reports to Senior Post,FTE\n"
JUNIOR = "Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\n"


def table(text: str, source: str = "a.csv") -> Document:
    return delimited(text.encode(), source)


def said(text: str, **chosen: str) -> list[Claim]:
    return list(tabulate(table(text), chosen))


def values(claims: list[Claim], predicate: str) -> list[str]:
    return [getattr(c.value, "text", str(c.value)) for c in claims if c.predicate == predicate]


def organization(tmp_path: Path, **files: str) -> nx.MultiDiGraph:
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    found = survey([str(tmp_path / f"{name}.csv") for name in files])
    assert found.unreadable == ()
    return found.graph


def lines(graph: nx.MultiDiGraph) -> set[tuple[str, str]]:
    label = graph.nodes(data="label")
    return {(label[low], label[high]) for low, high, key in graph.edges(keys=True) if key == "reports_to"}


# --- evidence ---------------------------------------------------------------------------------------------


def test_every_claim_quotes_its_cell() -> None:
    document = read(RETURNS[1])
    rows = document.sheets[0].rows
    claims = tabulate(document)
    assert len(claims) > 90
    for claim in claims:
        [evidence] = claim.evidence
        assert (evidence.start, evidence.end) == (-1, -1)
        assert rows[evidence.line - 1][evidence.column - 1] == evidence.quote
        assert rows[0][evidence.column - 1] == evidence.header
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_place_names_row_column_and_heading() -> None:
    [claim] = [c for c in said("\n\nid,Reports To,Title\n1,,Boss\n2,1,Clerk\n") if values([c], "reports_to") == ["1"]]
    assert claim.evidence[0].place == "a.csv:5:2 (Reports To)"


# --- organograms ------------------------------------------------------------------------------------------


def test_a_return_with_every_fault_accounts_for_every_fte() -> None:
    graph = survey(RETURNS).graph
    found = rollup(Ledger(graph))
    assert found.fte_in_sources == Decimal("61.05")
    assert found.fte_reachable == Decimal("40.25")
    assert {lost.cause: lost.fte for lost in found.fte_lost} == {
        "blank_superior": Decimal("0.75"),
        "differs_by_case": Decimal("4.30"),
        "duplicate_reference": Decimal("7.50"),
        "eliminated_superior": Decimal("4.20"),
        "self_report": Decimal("2.80"),
        "unknown_superior": Decimal("1.25"),
    }
    assert found.fte_in_sources == found.fte_reachable + sum(lost.fte for lost in found.fte_lost)
    assert found.by_status == {"unspecified": Decimal("60.05"), "vacant": Decimal(1)}
    assert [graph.nodes[top]["label"] for top in found.tops] == ["Harbour Commissioner"]
    assert [graph.nodes[node]["label"] for node in duplicates(graph)] == ["Director of Quays"]


def test_the_order_of_the_two_halves_does_not_matter() -> None:
    one, two = survey(RETURNS).graph, survey(RETURNS[::-1]).graph
    assert dict(one.nodes(data=True)) == dict(two.nodes(data=True))
    assert sorted(one.edges(keys=True)) == sorted(two.edges(keys=True))


def test_a_shared_post_is_one_box_with_two_incumbents(tmp_path: Path) -> None:
    text = SENIOR + "A,Ann,SCS2,Chief,X,XX,1\nB,Bo,SCS1,Head,X,A,0.6\nB,Cy,SCS1,Head,X,A,0.5\n"
    graph = organization(tmp_path, returns=text)
    [head] = [data for _, data in graph.nodes(data=True) if data["label"] == "Head"]
    assert head["incumbents"] == ("Bo", "Cy")
    assert rollup(Ledger(graph)).fte_in_sources == Decimal("2.1")


def test_one_reference_on_rows_that_differ_is_two_posts(tmp_path: Path) -> None:
    text = SENIOR + "A,Ann,SCS2,Chief,X,XX,1\nB,Bo,SCS1,Head,X,A,1\nB,Cy,SCS1,Deputy,X,A,1\nC,Di,SCS1,Clerk,X,B,1\n"
    graph = organization(tmp_path, returns=text)
    assert lines(graph) == {("Head", "Chief"), ("Deputy", "Chief"), ("Clerk", "Head")}
    assert rollup(Ledger(graph)).fte_reachable == 4


def test_each_reading_of_a_doubled_reference_is_told() -> None:
    graph = survey(RETURNS).graph
    found = [(graph.nodes[reading.row]["label"], reading.fte_lost) for reading in readings(Ledger(graph))]
    assert found == [("Head of Moorings", Decimal("20.80")), ("Director of Quays", Decimal("13.30"))]


def test_a_decision_leads_lines_to_the_other_row(tmp_path: Path) -> None:
    for path in RETURNS:
        (tmp_path / Path(path).name).write_text(Path(path).read_text("utf-8"), "utf-8")
    decision = '[[reject]]\nof = "Head of Moorings"\npredicate = "position_number"\nvalue = "HO-009"\n'
    (tmp_path / "decisions.toml").write_text(decision + 'who = "A. Clerk"\nwhy = "row 13 is the post"\n', "utf-8")
    total = json.loads(run("check", str(tmp_path), "--format", "json", code=1))["rollup"]
    assert total["fte_reachable"] == "47.75"
    assert "duplicate_reference" not in {lost["cause"] for lost in total["fte_lost"]}


def test_a_group_of_junior_posts_is_in_nobodys_span(tmp_path: Path) -> None:
    senior = SENIOR + "A,Ann,SCS2,Chief,X,XX,1\nB,Bo,SCS1,Head,X,A,1\n"
    graph = organization(tmp_path, x_senior=senior, x_junior=JUNIOR + "X,A,HEO,Officer,8.67\nX,A,HEO,Officer,2\n")
    chief = next(node for node, data in graph.nodes(data=True) if data["label"] == "Chief")
    assert span_of_control(graph)[chief] == 1
    assert max(layers(graph).values()) == 2
    assert rollup(Ledger(graph)).fte_reachable == Decimal("12.67")


@pytest.mark.parametrize("name", ["Eliminated", "'Eliminated'", "eliminated'"])
def test_an_eliminated_post_counts_nowhere(tmp_path: Path, name: str) -> None:
    graph = organization(tmp_path, returns=SENIOR + f"A,Ann,SCS2,Chief,X,XX,1\nB,{name},SCS1,Head,X,A,1\n")
    assert rollup(Ledger(graph)).fte_in_sources == 1


def test_a_space_in_a_reference_of_one_column_is_named_as_such(tmp_path: Path) -> None:
    graph = organization(tmp_path, senior=STACK[0].replace("P1,1", "P 1,1"))
    assert [(lost.cause, lost.fte) for lost in rollup(Ledger(graph)).fte_lost] == [("differs_by_spaces", Decimal(1))]
    [finding] = check(graph, select=["differing-reference"])
    assert "P 1, which no row has; P1 (Chief) may be meant" in finding.message


def test_a_junior_table_in_another_spelling_finds_its_seniors(tmp_path: Path) -> None:
    graph = organization(tmp_path, one=STACK[0], two=STACK[2].replace(",P", ",P "))
    assert [(lost.cause, lost.fte) for lost in rollup(Ledger(graph)).fte_lost] == [
        ("differs_by_spaces", Decimal("7.5"))
    ]


@pytest.mark.parametrize("mark", ["'P1", "‘P1’", '"""P1"""'])
def test_a_reference_that_a_spreadsheet_keeps_as_text(tmp_path: Path, mark: str) -> None:
    organogram = organization(tmp_path, senior=STACK[0].replace("P1,1", f"{mark},1"))
    staff = organization(tmp_path, staff=f"id,Name,Job Title,Manager ID\nP1,Ann,Chief,\nP2,Bo,Deputy,{mark}\n")
    assert lines(organogram) == lines(staff) == {("Deputy", "Chief")}


def test_zeros_lost_in_one_column_are_named_as_such(tmp_path: Path) -> None:
    graph = organization(tmp_path, returns=SENIOR + "5654,Ann,SCS2,Chief,X,XX,1\nB,Bo,SCS1,Head,X,00005654,1\n")
    assert [(lost.cause, lost.fte) for lost in rollup(Ledger(graph)).fte_lost] == [("differs_by_zeros", Decimal(1))]
    [left] = graph.graph["unresolved"]
    assert [graph.nodes[node]["label"] for node in left.candidates] == ["Chief"]


def test_who_is_paid_and_holds_no_post_shares_nothing(tmp_path: Path) -> None:
    text = SENIOR + "A,Ann,SCS2,Chief,X,XX,1\n0,N/D,SCS1,Not in post,X,A,1\n0,N/D,SCS1,Not in post,X,A,1\n"
    graph = organization(tmp_path, returns=text)
    assert sum(data["label"] == "Not in post" for _, data in graph.nodes(data=True)) == 2
    assert {data["position_number"] for _, data in graph.nodes(data=True)} == {"A", None}


def test_both_halves_stacked_in_one_sheet(tmp_path: Path) -> None:
    head = "Senior/Junior,Post Unique Reference,Name,Job Title,Generic Job Title,Reports to Senior Post,FTE,"
    text = head + "Number of Posts in FTE\nSenior,A,Ann,Chief,,XX,1,\nJunior,,,,Officer,A,,3.5\n"
    graph = organization(tmp_path, both=text)
    assert lines(graph) == {("Officer", "Chief")}
    assert rollup(Ledger(graph)).fte_reachable == Decimal("4.5")


STACK = (
    SENIOR + "P1,Ann Lee,SCS2,Chief,Office,XX,1\nP2,Vacant,SCS1,Deputy,Office,P1,1\n",
    "\n,,\n",
    JUNIOR + "Office,P1,AO,Clerk,4.5\nOffice,P2,EO,Officer,3\n",
)


@pytest.mark.parametrize(
    "text",
    [
        "".join(STACK),
        "".join(reversed(STACK)),
        "Posts of the office\n\n" + STACK[0] + JUNIOR.upper() + STACK[2].removeprefix(JUNIOR),
        STACK[0] + SENIOR.upper().replace(",", " ,") + "P3,Bo Ek,SCS1,Third,Office,P1,0\n" + STACK[2] + JUNIOR,
        STACK[0] + STACK[2].replace("Reporting Senior Post", "Reporting\u00a0Senior  Post"),
    ],
)
def test_two_tables_below_one_another_are_two(tmp_path: Path, text: str) -> None:
    (tmp_path / "both.csv").write_text(text, "utf-8")
    assert [columns.layout for columns in columns_of(read(str(tmp_path / "both.csv")))] == ["uk-organogram"] * 2
    graph = organization(tmp_path, both=text)
    found = rollup(Ledger(graph))
    assert (found.fte_in_sources, found.fte_reachable, found.fte_lost) == (Decimal("9.5"), Decimal("9.5"), ())
    assert lines(graph) == {("Deputy", "Chief"), ("Clerk", "Chief"), ("Officer", "Deputy")} | (
        {("Third", "Chief")} if "P3" in text else set()
    )


def test_a_row_of_words_is_no_row_of_headings() -> None:
    rows = "Ann Lee,Manager,Head Office,\nJane Roe,Employee,Position,Ann Lee\nBo Ek,Supervisor,Department,Ann Lee\n"
    [columns] = columns_of(table("Name,Job Title,Unit,Manager\n" + rows))
    assert columns.row == 1
    assert values(said("Name,Job Title,Unit,Manager\n" + rows), "title") == ["Manager", "Employee", "Supervisor"]


@pytest.mark.parametrize(
    "foot", ["\nNotes: names are withheld below SCS2.\n* Shared posts count once.\n", "\n,Data as at 31 March\n"]
)
def test_notes_below_a_return_are_no_posts_however_short_their_rows(tmp_path: Path, foot: str) -> None:
    senior, junior = STACK[0] + foot, STACK[2] + foot
    graph = organization(tmp_path, senior=senior, junior=junior)
    found = rollup(Ledger(graph))
    assert (found.fte_in_sources, len(found.tops)) == (Decimal("9.5"), 1)
    assert set(dict(graph.nodes(data="label")).values()) >= {"Chief", "Deputy", "Clerk", "Officer"}
    assert sum(kind == "position" for _, kind in graph.nodes(data="kind")) == 4


@pytest.mark.parametrize("between", ["(1),(2),(3),(4),(5),(6),(7)\n", "a,b,c,d,e,f,g\n", "Page 1\n"])
def test_numbers_of_columns_and_of_pages_are_no_posts(tmp_path: Path, between: str) -> None:
    graph = organization(tmp_path, senior=SENIOR + between + STACK[0].removeprefix(SENIOR))
    assert {label for _, label in graph.nodes(data="label")} >= {"Chief", "Deputy"}
    assert sum(kind == "position" for _, kind in graph.nodes(data="kind")) == 2


def test_headings_in_two_lines_are_read_together() -> None:
    text = "Post,,,Job,,Reports to,\nUnique Reference,Name,Grade,Title,Unit,Senior Post,FTE\n" + STACK[0].removeprefix(
        SENIOR
    )
    [columns] = columns_of(table(text))
    assert (columns.row, columns.fields["post_reference"]) == (2, "Post Unique Reference")
    assert columns.fields["senior_reference"] == "Reports to Senior Post"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("P1,(Vacant),SCS2,Chief,,XX,1", "P1,Vacant,SCS2,Chief,,XX,1"),
        ("P1,[Eliminated],SCS2,Chief,,XX,1", "P1,Eliminated,SCS2,Chief,,XX,1"),
        ("P1,Ann Lee,SCS2,Chief,,XX,1.5 FTE", "P1,Ann Lee,SCS2,Chief,,XX,1.5"),
        ('P1,Ann Lee,SCS2,Chief,,XX,"1,5 ETP"', "P1,Ann Lee,SCS2,Chief,,XX,1.5"),
        ("P1\u200b,Ann Lee\u200b,SCS2,Chief\ufeff,,XX\u200b,1\u200b", "P1,Ann Lee,SCS2,Chief,,XX,1"),
    ],
)
def test_a_cell_says_the_same_whatever_is_around_its_word(written: str, plain: str) -> None:
    one, other = (
        [(c.predicate, c.value) for c in said(SENIOR + row) if c.predicate != "reports_to"] for row in (written, plain)
    )
    assert one == other
    assert {"staff", "title"} <= {predicate for predicate, _ in one}


def test_map_shows_both_tables_and_takes_what_it_wrote(tmp_path: Path) -> None:
    both = tmp_path / "both.csv"
    both.write_text("".join(STACK), "utf-8")
    shown = CliRunner().invoke(main, ["map", str(both)]).output
    assert "headings in row 1" in shown
    assert "headings in row 6" in shown
    (tmp_path / "columns.toml").write_text(shown, "utf-8")
    assert CliRunner().invoke(main, ["map", str(both), "--map", str(tmp_path / "columns.toml")]).output == shown


def test_two_returns_at_once_keep_their_references_apart(tmp_path: Path) -> None:
    one = SENIOR + "1,Ann,SCS2,Chief,X,XX,1\n"
    two = SENIOR + "1,Bo,SCS2,Governor,Y,XX,1\n"
    juniors = {"a_junior": JUNIOR + "X,1,EO,Clerk,2\n", "b_junior": JUNIOR + "Y,1,EO,Porter,2\n"}
    graph = organization(tmp_path, a_senior=one, b_senior=two, **juniors)
    assert lines(graph) == {("Clerk", "Chief"), ("Porter", "Governor")}


# --- HR tables --------------------------------------------------------------------------------------------


def test_ids_are_text_and_an_empty_or_own_manager_is_a_top(tmp_path: Path) -> None:
    graph = organization(tmp_path, hr="EmpID;ManagerID;Job Title\n007;;Chief\n7;7;Head\n012;007;Clerk\n")
    assert lines(graph) == {("Clerk", "Chief")}
    assert sorted(graph.nodes[top]["label"] for top in rollup(Ledger(graph)).tops) == ["Chief", "Head"]


def test_an_absent_manager_is_a_box_of_which_nothing_else_is_known(tmp_path: Path) -> None:
    graph = organization(tmp_path, hr="id,manager id,title\n1,,Chief\n2,99,Clerk\n")
    assert lines(graph) == {("Clerk", "99")}
    assert graph.nodes[next(n for n, d in graph.nodes(data=True) if d["label"] == "99")]["described_in"] == ()


def test_managers_by_name_where_their_ids_are_of_another_kind() -> None:
    text = "EmpID,Employee Name,ManagerID,ManagerName,Position\n"
    text += '10,"Lee, Ann",,,Chief\n'
    text += "11,Bo Tan,3,Ann Lee,Head\n12,Cy Orr,4,Bo  tan,Clerk\n13,Di Fox,5,Board,Aide\n"
    assert values(said(text), "reports_to") == ["", "Ann Lee", "Bo  tan", "Board"]
    [found] = columns_of(table(text))
    assert found.remarks == ("manager_id: 0 of 3 agree with id; not taken", "manager_name: 2 of 3 agree with name")


def test_people_of_one_position_number_share_it(tmp_path: Path) -> None:
    text = "Position Number,Reports To Position,Position Title,Incumbent,FTE\nP1,,Chief,Ann,1\n"
    graph = organization(tmp_path, hr=text + "P2,P1,Clerk,Bo,0.5\nP2,P1,Clerk,Cy,0.5\nP3,P1,Clerk,,1\n")
    clerks = sorted(data["incumbents"] for _, data in graph.nodes(data=True) if data["label"] == "Clerk")
    assert clerks == [(), ("Bo", "Cy")]


def test_a_number_that_most_rows_share_is_of_the_work() -> None:
    rows = "".join(f"{n},1,{20 + n % 2},Technician,Person {n}\n" for n in range(2, 12))
    claims = said("EmpID,ManagerID,PositionID,Position,Employee Name\n1,,30,Chief,Ann\n" + rows)
    assert values(claims, "position_number") == []
    assert set(values(claims, "job_code")) == {"20", "21", "30"}


def test_french_headings() -> None:
    text = "Matricule;Nom complet;Titre du poste;Supérieur;Direction;Équipe;ETP\n1;Ann;Directrice;;Finances;;1\n"
    claims = said(text + "2;Bo;Commis;1;Finances;Paie;0,8\n")
    assert values(claims, "title") == ["Directrice", "Commis"]
    assert values(claims, "unit_name") == ["Finances", "Paie"]
    assert [c.value.low for c in claims if c.predicate == "staff"] == [Decimal(1), Decimal("0.8")]  # type: ignore[union-attr]


def test_the_column_with_fewer_names_contains_the_other() -> None:
    text = "id,manager id,title,Department,Division\n1,,A,Payroll,Money\n2,1,B,Budget,Money\n3,1,C,Payroll,Money\n"
    claims = said(text)
    part = [(c.subject.text, c.value.text) for c in claims if c.predicate == "part_of" and isinstance(c.value, Mention)]
    assert part == [("Payroll", "Money"), ("Budget", "Money")]


def test_one_gap_in_a_column_of_units_is_said() -> None:
    rows = "".join(f"{n},1,Clerk,Payroll\n" for n in range(2, 30))
    claims = said("id,manager id,title,department\n1,,Chief,\n" + rows)
    gaps = [c for c in claims if c.predicate == "in_unit" and isinstance(c.value, Unstated)]
    assert [(gap.subject.text, gap.evidence[0].line) for gap in gaps] == [("Chief", 2)]


def test_who_has_left_and_what_is_vacant() -> None:
    claims = said("id,manager id,title,name,status\n1,,Chief,Ann,Active\n2,1,Head,Bo,Terminated\n3,1,Clerk,,Vacant\n")
    assert values(claims, "post_status") == ["former", "vacant"]
    assert values(claims, "incumbent") == ["Ann"]


def test_a_unit_path_in_one_cell() -> None:
    claims = said("id,manager id,title,unit path\n1,,Chief,Velmar > Harbour : Pilots\n")
    assert values(claims, "unit_name") == ["Velmar", "Harbour", "Pilots"]


def test_a_chosen_column_goes_before_what_names_say() -> None:
    text = "id,manager id,boss code,title\n1,9,,Chief\n2,9,1,Clerk\n"
    assert values(said(text, manager_id="boss code"), "reports_to") == ["", "1"]
    with pytest.raises(UnknownName, match="manager_id"):
        said(text, bos="boss code")


def test_a_tree_of_units() -> None:
    claims = said("unit id,parent unit id,unit name\n1,-1,Ministry\n2,1,Roads\n3,3,Island\n4,77,Lost\n")
    assert values(claims, "unit_name") == ["Ministry", "Roads", "Island", "Lost"]
    assert values(claims, "part_of") == ["Ministry"]


def test_a_row_and_a_description_of_one_number_are_one_post_and_disagreements_stay() -> None:
    graph = survey([str(DATA / "digital-service" / "clean"), str(DATA / "digital-service" / "hr")]).graph
    node = next(n for n, data in graph.nodes(data=True) if data["position_number"] == "700112")
    assert len(graph.nodes[node]["described_in"]) == 2
    codes = {b.claim.value.code for b in graph.nodes[node]["claims"] if b.claim.predicate == "classification"}
    assert codes == {"EX-01", "EX-02"}


# --- formats ----------------------------------------------------------------------------------------------

GRID = [["id", "manager id", "job title"], ["01", "", "Chief"], ["2", "01", "Clerk"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters_ends_and_encodings(tmp_path: Path, encoding: str, end: str, mark: str) -> None:
    path = tmp_path / "hr.csv"
    path.write_bytes(end.join(mark.join(row) for row in [*GRID, ["3", "01", "Aide Né"]]).encode(encoding))
    assert lines(survey([str(path)]).graph) == {("Clerk", "Chief"), ("Aide Né", "Chief")}


def test_a_workbook_below_a_title(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active["A1"] = "nothing of use"
    sheet = book.create_sheet("Staff")
    for row in [["Staff of the Harbour"], [], *GRID, [3.0, "01", "=1+1"]]:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    book.save(tmp_path / "hr.xlsx")
    graph = survey([str(tmp_path / "hr.xlsx")]).graph
    assert ("Clerk", "Chief") in lines(graph)
    claims = next(data["claims"] for _, data in graph.nodes(data=True) if data["label"] == "Clerk")
    place = next(bound.claim.evidence[0].place for bound in claims if bound.claim.predicate == "title")
    assert place.endswith("hr.xlsx:Staff!5:3 (job title)")


def test_what_a_table_is_shows_in_its_bytes(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("ID", "Title", "Manager ID"), ("1", "Chief", None), ("2", "Clerk", "1")):
        book.active.append(row)
    book.save(tmp_path / "served.csv")
    (tmp_path / "export.xls").write_text("ID\tTitle\tManager ID\n1\tChief\t\n2\tClerk\t1\n", "utf-8")
    for name in ("served.csv", "export.xls"):
        assert values(list(tabulate(read(str(tmp_path / name)))), "title") == ["Chief", "Clerk"]


def test_a_pdf_that_is_served_as_a_table_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    with pytest.raises(UnreadableSource, match="a PDF"):
        read(str(tmp_path / "a.csv"))


def test_names_from_elsewhere_do_not_make_an_old_encoding_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("ID,Name,Title\n1,João Sørensen,Chief (£)\n".encode("cp1252"))
    assert values(list(tabulate(read(str(tmp_path / "a.csv")))), "incumbent") == ["João Sørensen"]


def test_a_workbook_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(11):
            packed.writestr(f"xl/{number}.xml", b"\0" * 100_000_000)
    (tmp_path / "bomb.xlsx").write_bytes(bomb.getvalue())
    with pytest.raises(UnreadableSource, match="unpacks to"):
        read(str(tmp_path / "bomb.xlsx"))


GRAPH_USERS = {"value": [
    {"id": "a", "displayName": "Ann", "jobTitle": "Chief", "manager": None},
    {"id": "b", "displayName": "Bo", "jobTitle": "Clerk", "manager": {"id": "a", "displayName": "Ann"}},
]}  # fmt: skip
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
SCIM_USERS = {"Resources": [
    {"id": "a", "displayName": "Ann", "title": "Chief"},
    {"id": "b", "displayName": "Bo", "title": "Clerk", ENTERPRISE: {"department": "Pilots", "manager": {"value": "a"}}},
]}  # fmt: skip
LINES = "".join(json.dumps(dict(zip(GRID[0], row, strict=True))) + "\n" for row in GRID[1:])
LDIF = """dn: cn=Ann,dc=example
cn: Ann
title: Chief

dn: cn=Bo,dc=example
cn: Bo
title:: Q2xlcms=
manager: cn=Ann,
 dc=example
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("graph.json", json.dumps(GRAPH_USERS)),
        ("scim.json", json.dumps(SCIM_USERS)),
        ("list.jsonl", LINES),
        ("people.ldif", LDIF),
    ],
)
def test_directories(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert lines(survey([str(tmp_path / name)]).graph) == {("Clerk", "Chief")}


# --- bad tables -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("colour,size\nred,3\n", "'colour', 'size'"),
        ("just one column\n1\n", "no table of posts"),
        ('id,manager id,title\n1,,"' + "x" * 1_000_001 + '"\n', "line 2"),
        ("", "empty"),
    ],
)
def test_what_is_no_table_says_why(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "bad.csv").write_text(text, "utf-8")
    [problem] = survey([str(tmp_path / "bad.csv")]).unreadable
    assert reason in problem.reason


def test_ragged_rows_and_twice_named_columns_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    graph = organization(tmp_path, hr="id,manager id,title,title\n1,,Chief,Boss\n2,1\n3,1,Clerk,x,y,z\n")
    assert lines(graph) == {("2", "Chief"), ("Clerk", "Chief")}


def test_a_wide_sheet_and_a_long_chain(tmp_path: Path) -> None:
    wide = ",".join(f"c{n}" for n in range(16_384))
    chain = "".join(f"{n},{n - 1},Post {n},{',' * 10}\n" for n in range(2, 20_000))
    graph = organization(tmp_path, hr=f"id,manager id,title,{wide}\n1,,Post 1\n{chain}")
    assert max(layers(graph).values()) == 19_999


CELLS = st.text(st.sampled_from("01aXx/D'\"=,\n\u00a0éN"), max_size=5) | st.sampled_from(["XX", "N/D", "A", "1", "-1"])
HEADS = [SENIOR.strip().split(","), JUNIOR.strip().split(","), ["id", "manager id", "title", "unit", "fte", "status"]]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEADS), st.lists(st.lists(CELLS, max_size=9), max_size=8))
def test_any_cells_are_quoted_as_they_stand(head: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [head, *rows])
    document = table(text)
    for claim in tabulate(document):
        [evidence] = claim.evidence
        cells = document.sheets[0].rows[evidence.line - 1]
        assert evidence.quote == (cells[evidence.column - 1] if evidence.column <= len(cells) else "")


def test_half_of_a_surrogate_pair_in_json_is_told_with_its_object(tmp_path: Path) -> None:
    path = tmp_path / "staff.json"
    path.write_text(r'[{"id": "1", "title": "Master"}, {"id": "2", "title": "Mate \ud83d", "parentId": "1"}]', "utf-8")
    with pytest.raises(UnreadableSource, match=r"object 2, 'title': \\ud83d is half of a surrogate pair"):
        read(str(path))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".csv", ".xlsx", ".json", ".jsonl", ".ldif", ".tsv"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"x{ending}"
    path.write_bytes(data)
    found = survey([str(path)])
    assert len(found.unreadable) <= 1


def test_every_field_has_a_meaning() -> None:
    assert all(meaning and not meaning.endswith(".") for meaning in meanings().values())


# --- out again --------------------------------------------------------------------------------------------


def test_a_workbook_holds_text_as_text_and_the_rollup(tmp_path: Path) -> None:
    graph = organization(tmp_path, hr='id,manager id,title,fte\n1,,"=HYPERLINK(""http://x"")",1\n2,1,@clerk,0.5\n')
    data = workbook(graph, check(graph), accounts(Ledger(graph)))
    assert data == workbook(graph, check(graph), accounts(Ledger(graph)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Positions and units", "Lines", "Findings", "Rollup"]
    cells = [cell for row in book["Positions and units"].iter_rows(min_row=2) for cell in row]
    assert {'=HYPERLINK("http://x")', "@clerk"} <= {cell.value for cell in cells if cell.data_type == "s"}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert [cell.value for cell in book["Rollup"][2]] == ["FTE", "lines", "in the sources", 1.5, 1.5]
    assert book["Lines"].auto_filter.ref == "A1:H2"


def test_a_cell_for_a_contact_that_holds_none_is_a_flaw(tmp_path: Path) -> None:
    cells = ("clerk@mill.example", "a@b.example; c@d.example", "N/D", "", "0300 1234", "clerk@mill")
    numbers = ("0300 123 4567", "(020) 7946-0123 ext 12", "N/A", "7946", "no", "clerk@mill.example")
    rows = "".join(
        f"M{place},Post {place},{mail},{phone},{'XX' if not place else 'M0'}\n"
        for place, (mail, phone) in enumerate(zip(cells, numbers, strict=True))
    )
    heads = "Post Unique Reference,Job Title,Contact E-mail,Contact Phone,Reports to Senior Post\n"
    (tmp_path / "mill-senior.csv").write_text(heads + rows, "utf-8")
    found = check(survey([str(tmp_path)]).graph, select=["malformed-contact"])
    assert [[evidence.quote for evidence in finding.evidence] for finding in found] == [
        ["0300 1234", "clerk@mill"],
        ["no", "clerk@mill.example"],
    ]


def test_what_a_wizard_takes_reads_back_as_the_same_chart(tmp_path: Path) -> None:
    graph = survey([str(DATA / "digital-service" / "clean")]).graph
    (tmp_path / "out.csv").write_text("".join(export(graph, "wizard")), "utf-8")
    again = survey([str(tmp_path / "out.csv")]).graph
    solid = {(low, high) for low, high in lines(graph) if high and low}
    positions = {data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "position"}
    assert lines(again) == {(low, high) for low, high in solid if {low, high} <= positions}


# --- from the command line --------------------------------------------------------------------------------

STAFF = str(DATA / "digital-service" / "hr" / "staff.csv")


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_a_record_of_a_table_quotes_row_and_column() -> None:
    record = json.loads(run("extract", STAFF))
    assert record["document"]["kind"] == "table"
    [line] = [c for c in record["claims"] if c["predicate"] == "reports_to" and c["evidence"][0]["row"] == 6]
    assert (line["value"], line["evidence"]) == (
        "700120",
        [{"row": 6, "column": "Reports To Position", "quote": "700120"}],
    )
    assert record["subject"]["units"] == []


def test_a_table_is_marked_cell_by_cell() -> None:
    text = run("extract", "--format", "text", STAFF)
    assert re.search(r"\n +4:1 │ 0187 \| ⟦700112⟧\S+ \| ⟦Director, Outreach⟧", text)
    assert "Director, Outreach | classification | EX-02  (hr-table)" in text
    assert "<mark" in run("extract", "--format", "html", STAFF)


def test_a_claim_about_a_cell_that_a_short_row_lacks_is_marked_where_the_row_ends(tmp_path: Path) -> None:
    short = tmp_path / "short.csv"
    short.write_text("id,Name,Job Title,Manager ID,FTE\n1,Ann Lee,Chief\n2,Bo Ek,Clerk,1\n", "utf-8")
    assert re.search(r"\n +2:1 .*\| ⟦Chief⟧", run("extract", "--format", "text", str(short)))


def test_what_map_writes_is_what_map_takes(tmp_path: Path) -> None:
    written = run("map", STAFF)
    assert 'manager_position = "Reports To Position"' in written
    (tmp_path / "columns.toml").write_text(written, "utf-8")
    assert run("map", STAFF, "--map", str(tmp_path / "columns.toml")) == written


@pytest.mark.parametrize("given", ["boss=Reports To Position", "no-such-file.toml"])
def test_a_wrong_mapping_is_a_usage_error(given: str) -> None:
    assert "--map" in run("map", STAFF, "--map", given, code=2)


def test_findings_come_with_what_is_lost() -> None:
    total = json.loads(run("check", *RETURNS, "--format", "json", code=1))["rollup"]
    assert (total["fte_in_sources"], total["fte_reachable"]) == ("61.05", "40.25")
    assert {lost["cause"] for lost in total["fte_lost"]} >= {"duplicate_reference", "differs_by_case"}


@pytest.mark.parametrize(
    "foot",
    [
        "Grand Total,,,,,2.5",
        ",Subtotal Fire,,,,2.5",
        ",,,,Total FTE,2.5",
        "Total : 3,,,,,2.5",
        ",,,,,2.5",
        "Count: 3,,,,,",
        ",,,,,\nNotes,,,,,\nHours over 37,,,,,",
        "Taken from the payroll of April,,,,,",
        ",* agency staff are left out,,,,",
        ",,,,,\n,Prepared by,Ann Ash,,,",
        "ID,Title,Name,Manager ID,Department,FTE",
    ],
)
def test_sums_notes_and_repeated_headings_are_no_posts(tmp_path: Path, foot: str) -> None:
    rows = "ID,Title,Name,Manager ID,Department,FTE\n1,Chief,Al,,Fire,1\n2,Medic,Bo,1,Fire,1\n3,Medic,Cy,1,Fire,0.5\n"
    text = f"{rows}{foot}\n"
    graph = organization(tmp_path, hr=text)
    posts = sorted(data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "position")
    assert posts == ["Chief", "Medic", "Medic"]
    assert rollup(Ledger(graph)).fte_in_sources == Decimal("2.5")
    [sheet] = columns_of(table(text))
    assert any(remark.endswith("not a post") for remark in sheet.remarks)


def test_a_section_heading_is_no_post_and_a_post_named_like_a_sum_is_one() -> None:
    claims = said(
        "ID,Title,Name,Manager ID\nFire Service,,,\n1,Total Rewards Manager,,\n2,Notes Clerk,Bo,1\n3,Porter,,\n"
    )
    assert values(claims, "title") == ["Total Rewards Manager", "Notes Clerk", "Porter"]
    claims = said("Title,Manager,Unit\nClerk,Chief,A\nPorter,Chief,A\nChief,,\n")
    assert values(claims, "title") == ["Clerk", "Porter", "Chief"]


def test_an_eliminated_row_shares_no_post_with_a_live_one(tmp_path: Path) -> None:
    rows = SENIOR + "1,Ann,SCS2,Chief,X,XX,1\n2,Eliminated,SCS1,Head,X,1,1\n2,Bo,SCS1,Head,X,1,0.5\n"
    assert rollup(Ledger(organization(tmp_path, senior=rows))).fte_reachable == Decimal("1.5")


@pytest.mark.parametrize("reference", ["0", "N/A", "nan", "-1"])
def test_a_word_in_the_place_of_a_reference_is_none(tmp_path: Path, reference: str) -> None:
    rows = SENIOR + f"1,Ann,SCS2,Chief,X,XX,1\n{reference},Bo,SCS1,Head,X,1,1\n{reference},Cy,SCS1,Head,X,1,1\n"
    graph = organization(tmp_path, senior=rows)
    assert lines(graph) == {("Head", "Chief")}
    assert sum(data["label"] == "Head" for _, data in graph.nodes(data=True)) == 2


def test_a_stacked_sheet_with_one_column_of_fte_for_both_kinds_of_rows(tmp_path: Path) -> None:
    head = "Post Unique Reference,Job Title,Reports to Senior Post,FTE,Senior/Junior,Number of Posts in FTE\n"
    graph = organization(tmp_path, all=head + "1,Chief,XX,1,Senior,\n,Clerk,1,4.5,Junior,\n,Porter,1,,Junior,2\n")
    assert rollup(Ledger(graph)).fte_reachable == Decimal("7.5")


def test_states_with_accents_with_more_words_and_in_a_column_of_yes_and_no() -> None:
    french = said("No de poste;Titre;Releve de;Statut du poste\n1;Chef;;Pourvu\n2;Commis;1;Supprimé\n3;Agent;1;Prévu\n")
    assert values(french, "post_status") == ["eliminated", "planned"]
    oracle = said(
        "Person Number,Name,Title,Assignment Status\n1,Al,Chief,Active - Payroll Eligible\n2,Bo,Aide,Inactive - x\n"
    )
    assert values(oracle, "post_status") == ["former"]
    yes = said("Position Number,Title,Vacant (Y/N),Reports to Position Number\n1,Chief,N,\n2,Aide,Y,1\n")
    assert values(yes, "post_status") == ["vacant"]


def test_a_name_with_its_id_or_an_aside(tmp_path: Path) -> None:
    head = "Employee #,Name,Title,Manager\n"
    graph = organization(
        tmp_path, hr=head + "07,Ann Ash,Chief,\n08,Bo Bay,Head,Ann Ash (07)\n09,Cy Cole,Clerk,Bo Bay (08)\n"
    )
    assert lines(graph) == {("Head", "Chief"), ("Clerk", "Head")}
    (tmp_path / "b").mkdir()
    graph = organization(tmp_path / "b", hr=head + '07,"Ash, Ann (On Leave)",Chief,\n08,"Bay, Bo",Head,Ann Ash\n')
    assert lines(graph) == {("Head", "Chief")}


def test_managers_by_title_and_by_family_name_first(tmp_path: Path) -> None:
    titles = "Title,Reports To,FTE\nChief,—,1\nHead,Chief,1\nNurse,Head,1\nNurse,Head,1\nAide,Nurse,1\n"
    graph = organization(tmp_path, hr=titles)
    assert lines(graph) == {("Head", "Chief"), ("Nurse", "Head"), ("Aide", "Nurse")}
    found = rollup(Ledger(graph))
    assert (found.fte_in_sources, found.fte_reachable) == (5, 4)  # nobody knows which nurse leads the aide
    names = said(
        "Nom;Prénom;Poste;Responsable\nDUBOIS;Anne;Chef;\nLEROY;Élise;Aide;DUBOIS Anne\nROY;Max;Commis;LEROY Elise\n"
    )
    assert [c.value.reference for c in names if c.predicate == "reports_to" and isinstance(c.value, Mention)] == [
        "anne dubois",
        "elise leroy",
    ]


def test_fte_in_percent() -> None:
    claims = said("ID,Title,Manager ID,FTE %\n1,Chief,,100\n2,Aide,1,50%\n3,Clerk,1,0.8\n")
    staff = [claim.value for claim in claims if claim.predicate == "staff"]
    assert [figure.low for figure in staff if isinstance(figure, Quantity)] == [
        Decimal(1),
        Decimal("0.5"),
        Decimal("0.8"),
    ]


def test_of_several_returns_in_one_sheet_the_latest_counts(tmp_path: Path) -> None:
    head = "Back to Index," + SENIOR.replace("FTE", "FTE,Senior/Junior")
    posts = "{0},L1,Ann,SCS2,Head,Lamps,XX,1,Senior\n{0},,,EO,Clerk,Lamps,L1,{1},Junior\n"
    stacked = organization(tmp_path, a=head + posts.format("Sep-13", 5) + posts.format("Mar-14", 7))
    total = rollup(Ledger(stacked))
    assert (total.fte_in_sources, len(total.tops)) == (8, 1)
    [finding] = check(stacked, select=["earlier-rows"])
    assert "not 2 rows of Sep-13" in finding.message
    assert finding.evidence[0].line == 2 and finding.evidence[0].quote == "Sep-13"
    assert {data["effective_date"] for _, data in stacked.nodes(data=True) if data["kind"] == "position"} == {"2014-03"}


def test_a_junior_sheet_of_several_days_counts_the_latest(tmp_path: Path) -> None:
    row = "{},Lamps,L1,EO,Clerk,{}\n"
    juniors = "Date," + JUNIOR + row.format("30/09/2013", 5) + row.format("31/03/2014", 7)
    assert rollup(Ledger(organization(tmp_path, b=juniors))).fte_in_sources == 7


def test_a_date_of_the_row_itself_drops_nobody() -> None:
    head = "ID,Manager ID,Job Title,Effective Date\n"
    found = said(head + "1,,Head,2020-01-01\n2,1,Clerk,2021-05-01\n3,1,Clerk,\n3,1,Senior Clerk,04/05/2022\n")
    assert values(found, "title") == ["Head", "Clerk", "Clerk", "Senior Clerk"]
    assert [c.value.iso for c in found if c.predicate == "effective_date"] == ["2020-01-01", "2021-05-01"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "board", ["Board of Directors", "The Lamp Trust Board of Trustees", "NO_MANAGER", "Conseil d’administration", "000"]
)
def test_who_reports_to_a_board_is_the_top(tmp_path: Path, board: str) -> None:
    rows = f"ID,Name,Job Title,Manager\n1,Ann Lee,Chief Executive,{board}\n2,Bob Ray,Clerk,Ann Lee\n"
    found = organization(tmp_path, a=rows)
    assert [found.nodes[top]["label"] for top in rollup(Ledger(found)).tops] == ["Chief Executive"]
    assert lines(found) == {("Clerk", "Chief Executive")}


def test_the_secretary_of_a_board_is_a_post_outside(tmp_path: Path) -> None:
    found = organization(
        tmp_path, a="ID,Name,Job Title,Manager\n1,Ann Lee,Clerk,Board Secretary\n2,Bob Ray,Page,Ann Lee\n"
    )
    assert ("Clerk", "Board Secretary") in lines(found)


def test_a_column_of_codes_is_no_column_of_titles() -> None:
    head = "Position,Position Text,Org. Unit,Org. Unit Text,Reports to Position,Employment Percentage\n"
    found = said(head + "50000001,Head,400,Office,00000000,100\n50000002,Clerk,400,Office,50000001,50\n")
    assert values(found, "title") == ["Head", "Clerk"]
    assert values(found, "position_number") == ["50000001", "50000002"]
    assert values(found, "unit_name") == ["Office"]
    assert [c.value.low for c in found if isinstance(c.value, Quantity)] == [1, Decimal("0.5")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Line Manager Person Number", "manager_id"),
        ("Direct Manager Employee Number", "manager_id"),
        ("Supervisor Position Number / Numéro de poste du superviseur", "manager_position"),
        ("Primary Department", "department"),
        ("Matricule du supérieur immédiat", "manager_id"),
        ("No. de poste du gestionnaire", "manager_position"),
        ("EMPLOYEEID", "id"),
        ("College/Division", "division"),
    ],
)
def test_a_heading_is_known_by_its_parts(heading: str, field: str) -> None:
    [columns] = columns_of(table(f"Job Title,{heading}\nClerk,7\n"))
    assert columns.fields[field] == heading


def test_the_title_of_the_post_goes_before_that_of_the_work() -> None:
    [columns] = columns_of(table("Person Number,Job Name,Position Name,Business Unit\n1,Manager,Head of Wicks,Lamps\n"))
    assert columns.fields["title"] == "Position Name"
    assert "Job Name" in columns.unread


def test_a_row_that_ends_before_a_column_of_one_name_is_read() -> None:
    assert said(",,PositionTitle,PositionTitle,Team\n,,79")


def test_what_a_short_row_of_a_return_lacks_is_told(tmp_path: Path) -> None:
    senior, junior = STACK[0] + "P3,Bo Ek,SCS1,Third,Office\n", STACK[2] + "Office,P1,AO\n"
    found = [finding.message for finding in check(organization(tmp_path, senior=senior, junior=junior))]
    assert any("1 row" in message and "without a superior: Third" in message for message in found)
    assert sum("1 row" in message and "without FTE" in message for message in found) == 2
    assert not any("report to nobody" in message for message in found)


def test_a_character_that_was_lost_is_told_with_row_and_column(tmp_path: Path) -> None:
    senior = SENIOR + "P1,Ann Lee,SCS2,Chief,Caf\ufffd Services,XX,1\nP2,Bo Ek,SCS1,Deputy,Caf\ufffd Services,P1,1\n"
    [finding] = check(organization(tmp_path, senior=senior), select=["broken-encoding"])
    assert "row 2, column 5" in finding.message
    assert "2 cells" in finding.message
    assert check(organization(tmp_path, senior=senior.replace("\ufffd", "é")), select=["broken-encoding"]) == ()


def test_a_cell_that_was_decoded_twice_is_told_with_what_it_stands_for(tmp_path: Path) -> None:
    [finding] = check(
        organization(tmp_path, senior=STACK[0].replace("Deputy", "CafÃ© Head")), select=["broken-encoding"]
    )
    assert "“CafÃ© Head” for “Café Head”" in finding.message


def test_units_below_a_parent_without_a_row_are_counted_by_map() -> None:
    [columns] = columns_of(table("unit id,unit name,parent unit id\n1,Whole,\n2,Part,1\n3,Other,99\n"))
    assert columns.remarks == (
        "parent_unit_id: 1 of 3 rows name a parent that has no row; the first is row 4, column 3",
    )


def test_a_word_in_the_place_of_a_name_is_nobody() -> None:
    text = "Unit,Position Title,Name,Manager Name\nOffice,Chief,Ann Lee,\n" + "".join(
        f"Office,Adviser,{word},Ann Lee\n" for word in ("Career Incumbent", "N/D", "Name withheld", "Redacted")
    )
    assert values(said(text), "incumbent") == ["Ann Lee"]


def test_cells_that_no_column_holds_are_named(tmp_path: Path) -> None:
    rows = "ID,Manager ID,Job Title,Job Title\n1,,Head,Boss\n2,1,Clerk,Clerk,extra\n3,1,Page,\n3,1,Usher\n"
    found = organization(tmp_path, a=rows)
    cells = check(found, select=["unread-cells"])
    assert [(f.evidence[0].line, f.evidence[0].column, f.evidence[0].quote) for f in cells] == [
        (2, 4, "Boss"),
        (3, 5, "extra"),
    ]
    [twice] = check(found, select=["repeated-id"])
    assert "id 3 on rows 4 and 5" in twice.message and "Page and Usher" in twice.message
    assert sum(data["kind"] == "position" for _, data in found.nodes(data=True)) == 4


def test_a_line_that_is_no_row_is_refused_before_its_cells_are() -> None:
    with pytest.raises(UnreadableSource, match="line 2: longer than"):
        table("ID,Job Title\n" + "1,Clerk," * 1_100_000)


def test_a_family_name_alone_has_its_first_name_before_it() -> None:
    found = said(
        "Nom de l'employé,Prénom de l'employé,Titre d'emploi,Unité administrative\nRoy,Alice,Commis,Équipe A\n"
    )
    assert values(found, "incumbent") == ["Alice Roy"]
    assert values(said("Full Name,Preferred First Name,Job Title,ID\nRobert Ray,Bob,Clerk,1\n"), "incumbent") == [
        "Robert Ray"
    ]
