"""Printed findings and the report: true to the findings, and safe whatever the sources hold."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from decimal import Decimal
from html.parser import HTMLParser

import networkx as nx
import outline
import pytest
from msgspec.structs import replace

from orgraph import rules
from orgraph.check import FORMATS, Checked, examine
from orgraph.check._formats import generate_json, generate_report, generate_text
from orgraph.check._quality import Quality
from orgraph.evidence import Excerpt
from orgraph.model import Finding
from orgraph.record import parsed
from orgraph.rollup import Ledger, Lost, Rollup, rollup

BAKERY = """
--- one.txt
Managing Director
  * Head Baker [fte=31; context fte=86; number=TBD]
    Bread Team [unit; fte=8]
    Cake Team [unit; fte=4]
--- two.txt
Managing Director
  * Shop Manager [fte=2]
    Cashier [fte=2]
  Clerk [inferred]
"""

# What a source can hold to harm a reader: markup, workflow commands, terminal codes, half characters.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "]]></failure><x>",
    "::error::forged%0A",
    "\n::error file=x::forged",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202egnp.exe\u2066",
    "\ud800 half",
    "\x00\x0b\ufffe",
    "&amp;&lt;",
    "x" * 1_000_000,
)
PLAIN = HOSTILE[:4]  # these come out as they went in, as text


def finding(text: str, **changes: object) -> Finding:
    quoted = Excerpt(
        document="d", source=text, start=0, end=1, line=1, column=1, quote=text, before=text, after=text, rule="r"
    )
    values = {"rule": "fte-rollup", "code": "ORG201", "outcome": "fail", "severity": "error", "focus": text}
    given = {**values, "message": text, "values": {"stated": 1, "label": text}, "evidence": (quoted,), **changes}
    return parsed(Finding, given)


NOTHING = Rollup(Decimal(0), Decimal(0), ())


def checked(findings: Sequence[Finding], graph: nx.MultiDiGraph | None = None, total: Rollup = NOTHING) -> Checked:
    return Checked(Ledger(graph or outline.graph("")), tuple(findings), total, Quality(None, (), {}))


def printed(format_: str, findings: list[Finding]) -> str:
    return "".join(FORMATS[format_](checked(findings)))


def bakery() -> Checked:
    return examine(outline.graph(BAKERY))


# --- text -------------------------------------------------------------------------------------------


def test_text_of_a_failure_has_its_place_and_its_quotes_underlined() -> None:
    findings = bakery().findings
    lines = "".join(generate_text([f for f in findings if f.code == "ORG201"])).splitlines()
    assert lines == [
        "one.txt:2:17 ORG201 fte-rollup error: Head Baker: 8 + 4 = 12, stated 31 (19 apart); 13 with the head",
        "  |   * Head Baker [fte=31; context fte=86; number=TBD]",
        "  |                 ~~~~~~",
        "  one.txt:3:23",
        "  |     Bread Team [unit; fte=8]",
        "  |                       ~~~~~",
        "  one.txt:4:22",
        "  |     Cake Team [unit; fte=4]",
        "  |                      ~~~~~",
        "two.txt:2:19 ORG201 fte-rollup pass: Shop Manager: 2 holds, head not counted",
        "1 error, 1 passed",
    ]


def test_text_is_colored_only_on_demand() -> None:
    findings = bakery().findings
    plain, colored = ("".join(generate_text(findings, color=color)) for color in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", colored) == plain
    assert "\x1b[31mORG201 fte-rollup\x1b[0m" in colored


def test_text_of_nothing_and_of_very_many_quotes() -> None:
    assert list(generate_text([])) == ["no findings\n"]
    many = finding("x", evidence=finding("x").evidence * 500)
    assert len(list(generate_text([many]))) < 50
    assert "  … 488 more quotes\n" in generate_text([many])


def test_text_of_a_finding_without_a_quote_names_the_source() -> None:
    bare = finding("x", evidence=(), values={"source": "one.txt"})
    assert next(generate_text([bare])).startswith("one.txt ORG201")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_source_can_steer_a_terminal(text: str) -> None:
    out = printed("text", [finding(text)])
    out.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)
    assert len(out.splitlines()) == 4


# --- json -------------------------------------------------------------------------------------------


def test_json_is_the_contract() -> None:
    record = json.loads("".join(generate_json(bakery())))
    assert set(record) == {"findings", "rollup", "quality"}
    account, units = record["rollup"].pop("accounts")
    assert units["along"] == "units"
    assert account == {
        "measure": "fte",
        "currency": None,
        "along": "lines",
        "in_sources": "14",
        "reachable": "14",
        "lost": [],
        "by_status": {"unspecified": "14"},
        "eliminated": "0",
    }
    assert record["rollup"] == {
        "fte_in_sources": "14",
        "fte_reachable": "14",
        "fte_lost": [],
        "fte_by_status": {"unspecified": "14"},
        "tops": ["position/org/managing-director"],
    }
    failed = next(f for f in record["findings"] if f["code"] == "ORG201" and f["outcome"] == "fail")
    assert failed["focus"] == "position/org/head-baker"
    assert (failed["rule"], failed["severity"]) == ("fte-rollup", "error")
    assert failed["values"]["stated"] == 31
    assert failed["values"]["sum"] == 12
    assert failed["values"]["reading"] is None
    assert failed["evidence"][0] == {
        "source": "one.txt",
        "start": 34,
        "end": 40,
        "line": 2,
        "column": 17,
        "quote": "fte=31",
        "rule": "outline",
    }


def test_rollup_numbers_are_exact_strings() -> None:
    made = Rollup(Decimal("100.50"), Decimal("1E+2"), (Lost("loop", Decimal("0.5")),))
    assert json.loads("".join(generate_json(checked([], total=made))))["rollup"] == {
        "fte_in_sources": "100.5",
        "fte_reachable": "100",
        "fte_lost": [{"cause": "loop", "fte": "0.5", "boxes": []}],
        "fte_by_status": {},
        "tops": [],
        "accounts": [],
    }


@pytest.mark.parametrize("format_", ["json", "sarif"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_json_can_be_encoded_and_read_back(format_: str, text: str) -> None:
    out = printed(format_, [finding(text)])
    record = json.loads(out.encode("utf-8"))
    if format_ == "json":
        assert record["findings"][0]["evidence"][0]["quote"] == text


# --- sarif ------------------------------------------------------------------------------------------


def test_sarif_describes_every_rule_and_points_into_the_sources() -> None:
    findings = bakery().findings
    [run] = json.loads(printed("sarif", list(findings)))["runs"]
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == sorted(str(r.code) for r in rules.discover("orgraph.check"))
    assert run["columnKind"] == "unicodeCodePoints"
    for result, found in zip(run["results"], findings, strict=True):
        assert described[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        assert (result["kind"] == "fail") == (found.outcome == "fail") == (result["level"] != "none")
    failed = next(r for r in run["results"] if r["ruleId"] == "ORG201" and r["kind"] == "fail")
    place = failed["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "one.txt"
    assert place["region"]["startLine"] == 2
    assert place["region"]["snippet"]["text"] == "fte=31"
    assert len(failed["relatedLocations"]) == 2


# --- junit ------------------------------------------------------------------------------------------


def test_junit_counts_its_cases() -> None:
    findings = bakery().findings
    suites = ET.fromstring(printed("junit", list(findings)))
    cases = suites.findall("./testsuite/testcase")
    assert len(cases) == len(findings) == int(suites.get("tests", ""))
    failures = [f for f in findings if f.outcome == "fail" and f.severity != "info"]
    assert len(suites.findall(".//failure")) == len(failures) == int(suites.get("failures", ""))
    failure = suites.find(".//testsuite[@name='ORG201 fte-rollup']//failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert "one.txt:2:17 “fte=31”" in str(failure.text)


@pytest.mark.parametrize("outcome", ["fail", "pass", "not_verifiable"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_junit_is_well_formed_whatever_it_quotes(outcome: str, text: str) -> None:
    out = printed("junit", [finding(text, outcome=outcome)])
    suites = ET.fromstring(out.encode("utf-8"))
    assert [case.tag for case in suites.findall("./testsuite/*")] == ["testcase"]


JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}


def test_junit_has_what_its_schema_knows_and_nothing_else() -> None:
    """What the schema of Jenkins (junit-10.xsd) allows: a validating reader refuses the whole file otherwise."""
    findings = [finding("a", outcome=outcome) for outcome in ("fail", "pass", "not_verifiable", "not_applicable")]
    for element in ET.fromstring(printed("junit", findings)).iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children


# --- github -----------------------------------------------------------------------------------------


def test_github_commands() -> None:
    findings = bakery().findings
    lines = printed("github", [f for f in findings if f.code in ("ORG201", "ORG304")]).splitlines()
    assert lines == [
        "::error file=one.txt,line=2,col=17,title=ORG201 fte-rollup::"
        "Head Baker: 8 + 4 = 12, stated 31 (19 apart); 13 with the head",
        "::warning file=one.txt,line=2,col=41,title=ORG304 value-to-be-determined::"
        "Head Baker: position number is to be determined (“TBD”)",
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_source_can_forge_a_command(text: str) -> None:
    [line] = printed("github", [finding(text)]).splitlines()
    line.encode("utf-8")
    assert line.startswith("::error file=")
    properties = line[2:].partition("::")[0]
    assert properties.count(",") == 3
    assert properties.count(":") == 0


# --- the report -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The tags and the text of a page, and whether its tags are balanced."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


ALLOWED = {"html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "article", "footer"}
ALLOWED |= {"h1", "h2", "h3", "h4", "p", "a", "span", "strong", "code", "br", "ul", "li", "dl", "div", "dt", "dd"}
ALLOWED |= {"figure", "blockquote", "mark", "figcaption", "cite"}
ALLOWED |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_the_report_shows_verdicts_first_and_every_quote_marked() -> None:
    page = "".join(generate_report(bakery()))
    assert page.index("Does not hold") < page.index(">Holds<") < page.index('id="findings"')
    assert "8 + 4 = 12, stated 31 (19 apart)" in page
    assert "[<mark>fte=31</mark>; context fte=86" in page
    assert "<cite>one.txt:2:17</cite>" in page
    assert "<strong>14 FTE</strong>" in page
    text = " ".join(Page(page).text.split())
    assert "Stated one.txt:2:17" in text
    assert "Documents 2" in text
    assert "Positions 5 2 described, 3 mentioned" in text
    assert "Reporting lines 6 5 stated, 1 inferred" in text
    assert "only mentioned" in text


def test_the_report_loads_nothing_and_runs_nothing() -> None:
    page = "".join(generate_report(bakery()))
    style = re.search("<style>(.*)</style>", page, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"https?:|url\(|@import|javascript:| src=| style=", page)
    assert set(Page(page).tags) <= ALLOWED


def test_the_report_can_be_navigated() -> None:
    page = "".join(generate_report(bakery()))
    found = Page(page)
    assert found.tags.count("h1") == 1
    assert found.tags.count("table") == found.tags.count("caption") == 4
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_report_escapes_everything(text: str) -> None:
    graph = outline.graph(BAKERY)
    for node in graph:
        graph.nodes[node].update(label=text, position_number=text)
    sources = graph.graph["sources"]
    changed = {"source": text, "id": text, "encoding": text, "language": "und", "kind": text}
    graph.graph["sources"] = {key: replace(sources[key], **changed) for key in sources}
    focus = "position/org/head-baker"
    findings = [
        finding(text, code=code, outcome=outcome, focus=where)
        for code in ("ORG201", "ORG304")
        for outcome in ("fail", "pass", "not_verifiable", "not_applicable")
        for where in (text, focus)
    ]
    page = "".join(generate_report(checked(findings, graph, rollup(Ledger(graph)))))
    page.encode("utf-8")
    found = Page(page)
    assert set(found.tags) <= ALLOWED
    assert not any(name.startswith("on") for name in found.attributes)
    assert len(page) < 400_000
    if text in PLAIN:
        assert text in found.text


def test_the_report_of_nothing() -> None:
    graph = outline.graph("")
    page = "".join(generate_report(checked([], graph)))
    assert "No document states a total" in page
    assert Page(page).tags.count("section") == 6


def test_the_same_findings_make_the_same_bytes() -> None:
    assert "".join(generate_report(bakery())) == "".join(generate_report(bakery()))
    for format_ in FORMATS:
        assert printed(format_, list(bakery().findings)) == printed(format_, list(bakery().findings))
