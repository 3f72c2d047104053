"""Damage a clean organization in one way: exactly the check that is meant for it speaks."""

from __future__ import annotations

import outline
import pytest

from orgraph import rules
from orgraph.check import check

TEXTS = """
--- managing-director.txt
* Managing Director [number=50001; date=2020-01-01; EX-04; in=Company; reports=2; fte=30; total=350 CAD]
  Head Baker [fte=20]
  Shop Manager [fte=10]
Company [unit; kind=department]
--- head-baker.txt
Managing Director
  * Head Baker [number=50002; job=600111; date=2020-02-01; EX-03; in=Bakery; fte=20; context fte=30]
    Bread Team [unit; fte=12]
    Cake Team [unit; fte=8]
  Shop Manager
Head Baker [heads=Bakery; lists=Shop Manager; reports=2]
Bakery [unit; kind=branch; part_of=Company]
--- shop-manager.txt
Managing Director
  * Shop Manager [number=50003; job=600222; date=2020-03-01; EX-02; in=Shop; fte=10; headcount=12]
    Cashier [fte=7]
    Clerk [fte=3]
  Head Baker
Shop Manager [peers=2; lists=Head Baker]
Shop [unit; kind=branch; part_of=Company]
"""

TABLE = """
--- uk-mill.csv
Chief Miller [number=M1; top; grade=SCS2; held=A. Miller; seat fte=1; in=Mill]
  Miller [number=M2; grade=SCS1; held=B. Miller; seat fte=0.8; in=Mill]
    Mill Hand [group=6.5; in=Mill]
    Porter [group=3; in=Mill]
  Carter [number=M3; grade=SCS1; status=vacant; seat fte=1; in=Mill]
  Weigher [number=M4; grade=SCS1; held=C. Miller; seats=2; in=Mill]
"""

AGAIN = TABLE.replace("uk-mill.csv", "uk-mill-again.csv").replace("B. Miller", "D. Miller")
DEEP = "".join(f"{'  ' * depth}Rank {depth} [in=Shop]\n" for depth in range(3, 10))
TWINS = "--- b.txt\nHead Baker\n  * Oven Master, North [date=2020-01; in=Shop]\n"
TWINS += "--- c.txt\nHead Baker\n  * Oven Master for North [date=2020-01; in=Shop]"
HELPER = "Cashier [fte=10]\n    Clerk [fte=0]\n      Helper"
TEAMS = "    Bread Team [unit; fte=12]\n    Loaf Team [unit; fte=8]"
KNOWN = "[number=50004; date=2020-01-01; in=Company]"
WIDE = "".join(f"    Cashier {number}\n" for number in range(20))

# The rule, the text that is damaged, and what takes its place; an empty text is damaged by what is added.
DAMAGE = [
    # lines
    ("reporting-loop", "* Managing Director [", "* Managing Director [to=Head Baker; "),
    ("self-report", "    Clerk [", "    Clerk [to=Clerk; "),
    ("two-superiors", "    Cashier [", "    Cashier [to=Head Baker; "),
    ("unknown-superior", "", f"--- driver.txt\nHead of Roads\n  * Driver {KNOWN}"),
    ("several-top-posts", "Bakery [unit", "Master Miller\n  Mill Hand\nBakery [unit"),
    ("level-inversion", "EX-03", "EX-04"),
    ("peers-apart", "EX-02", "EX-00"),
    ("one-sided-line", "", f"--- driver.txt\nManaging Director\n  * Driver {KNOWN}"),
    ("one-sided-peers", "peers=2; lists=Head Baker", "peers=2; lists=Cashier"),
    ("solid-and-dotted", "    Clerk [", "    Clerk [dotted=Shop Manager; "),
    ("too-many-layers", "    Cashier [fte=7]\n", "    Cashier [fte=7]\n" + DEEP),
    ("wide-span", "    Clerk [fte=3]\n", "    Clerk [fte=3]\n" + WIDE),
    ("span-of-one", "    Cashier [fte=7]\n    Clerk [fte=3]\n", "    Cashier [fte=10]\n"),
    ("unit-loop", "Company [unit;", "Company [unit; part_of=Shop;"),
    ("two-wholes", "Bakery [unit;", "Bakery [unit; part_of=Fair;"),
    ("two-heads", "in=Shop;", "in=Shop; heads=Bakery;"),
    ("unplaced-position", "Bakery [unit", "Master Miller\nBakery [unit"),
    # figures
    ("fte-rollup", "fte=12]", "fte=13]"),
    ("stated-reports", "EX-04; in=Company; reports=2", "EX-04; in=Company; reports=3"),
    ("stated-peers", "peers=2", "peers=3"),
    ("stated-teams", "Bakery [unit", "Bread Team [unit; part_of=Bakery]\nBakery [unit; teams=0 “teams”"),
    ("budget-sum", "total=350 CAD", "salary=200 CAD; operating=100 CAD; total=350 CAD"),
    ("part-above-whole", "context fte=30", "context fte=19"),
    ("parts-above-area", "in=Bakery; fte=20;", "in=Bakery; total=400 CAD; fte=20;"),
    ("unnamed-area", "fte=30; total=350 CAD", "fte=30 “Company FTEs”; total=350 CAD “Budget”"),
    ("sibling-lists-disagree", "  Shop Manager\nHead", "  Shop Manager\n  Driver\nHead"),
    ("word-against-digit", "peers=2", "peers=2 that is two (3)"),
    ("reversed-range", "context fte=30", "context fte=40..30"),
    ("headcount-below-fte", "headcount=12", "headcount=9"),
    ("figures-disagree", "  Shop Manager [fte=10]", "  Shop Manager [fte=9..9]"),
    (
        "staff-without-reports",
        "Cashier [fte=7]\n    Clerk [fte=3]",
        "Cashier [fte=10]\n    Clerk [fte=0]\n      Helper",
    ),
    ("lost-staff", "Bakery [unit", "Oven Team [unit; fte=3]\nBakery [unit"),
    ("currency-unstated", "total=350 CAD", "total=350"),
    ("negative-figure", "total=350 CAD", "total=-350 CAD"),
    # identity and documents
    ("duplicate-number", "number=50003", "number=50002"),
    ("conflicting-number", "number=50003", "number=50003; number=50009"),
    ("conflicting-classification", "    Clerk [", "    Clerk [EX-01; EX-00; "),
    ("value-to-be-determined", "number=50003", "number=TBD"),
    ("repaired-value", "fte=12]", "fte=I2→12]"),
    ("unresolved-mention", "in=Shop;", "in=Shop; open=the Manager;"),
    ("unsure-title", "in=Shop;", "in=Shop; alias=Retail Lead;"),
    ("renamed-unit", "  Head Baker [fte=20]", f"  Head Baker [fte=20]\n{TEAMS}"),
    ("unreadable-source", "", "!!! cook.txt: empty"),
    ("silent-source", "", "--- minutes.txt\n~ Minutes."),
    ("inferred-line", "    Clerk [", "    Clerk [inferred; "),
    ("qualified-classification", "EX-02", "EX-02(P)"),
    ("conflicting-qualifier", "  Shop Manager [fte=10]", "  Shop Manager [EX-02(P); fte=10]"),
    ("conflicting-unit-kind", "Shop [unit; kind", "Company [unit; kind=agency]\nShop [unit; kind"),
    ("conflicting-title", "", "--- again.txt\nManaging Director\n  * Shop Manager [titled=Retail Lead]"),
    ("malformed-occupation", "number=50003", "number=50003; noc=411"),
    ("number-like-job-code", "number=50003", "number=600333"),
    ("impossible-date", "2020-03-01", "2020-03-32"),
    ("near-duplicate-unit", "Shop [unit", "Bread Teams [unit]\nShop [unit"),
    ("missing-number", "number=50003; ", ""),
    ("missing-date", "date=2020-03-01; ", ""),
    ("missing-organization", "Shop [unit; kind=branch; part_of=Company]", "Shop [unit; kind=branch]"),
    ("undefined-acronym", "in=Shop;", "in=Shop; undefined-acronym=ADM;"),
    ("acronym-twice", "in=Shop;", "in=Shop; acronym-twice=ADM;"),
    ("list-gap", "in=Shop;", "in=Shop; list-gap=3;"),
    ("cut-text", "in=Shop;", "in=Shop; cut-text=(the number ...;"),
    ("broken-encoding", "in=Shop;", "in=Shop; broken-encoding=’;"),
    ("foreign-stamp", "in=Shop;", "in=Shop; foreign-stamp=FSA;"),
    ("language-residue", "in=Shop;", "in=Shop; language-residue=s'employant;"),
    ("shortened-title", "in=Shop;", "in=Shop; shortened-title=Head of Bread;"),
    ("singular-count", "peers=2", "peers=2 that is one of two position reporting"),
    ("unordered-versions", "", "--- again.txt\nManaging Director\n  * Shop Manager [date=2020-03-01; in=Shop]"),
    ("excluded-place", "in=Shop;", "in=Shop; location=All but not including Ash; person_years=1@Ash..3@Elm;"),
    # rows of a table
    ("earlier-rows", "number=M2;", "number=M2; earlier-rows=9 rows of Sep-13;"),
    ("unread-cells", "number=M2;", "number=M2; unread-cells=is beyond the last heading;"),
    ("repeated-id", "  Weigher [", "  Driver [id=M7; in=Mill]\n  Loader [id=M7; in=Mill]\n  Weigher ["),
    ("eliminated-superior", "number=M2; grade=SCS1; held=B. Miller;", "number=M2; grade=SCS1; status=eliminated;"),
    ("unknown-reference", "", "Driver [number=M7; ref=X9; in=Mill]"),
    ("differing-reference", "", "Driver [number=M7; ref=m2~Miller; in=Mill]"),
    ("blank-superior", "", "Driver [number=M7; blank; seat fte=0.5; in=Mill]"),
    ("malformed-contact", "seat fte=0.8", "seat fte=0.8; contact=0300 1234"),
    ("seat-above-one", "seat fte=0.8", "seat fte=8"),
    ("job-share-above-one", "  Carter", "  Miller [number=M2; grade=SCS1; seat fte=0.8; in=Mill]\n  Carter"),
    ("overfilled-post", "  Carter", "  Weigher [held=X; in=Mill]\n  Weigher [held=Y; in=Mill]\n  Carter"),
    ("vacant-but-held", "status=vacant;", "status=vacant; held=D. Miller;"),
    ("return-twice", "", AGAIN),
    ("missing-fte", "seat fte=0.8", "seat fte=missing"),
    ("unreadable-figure", "seat fte=0.8", "seat fte=unreadable"),
    ("too-fine-fte", "seat fte=0.8", "seat fte=0.8108"),
    ("seat-without-fte", "seat fte=0.8", "seat fte=0"),
    ("malformed-reference", "number=M3", "number=M 3"),
    ("unlisted-grade", "number=M3; grade=SCS1", "number=M3; grade=Grade 6"),
    ("missing-unit", "", "  Driver [number=M7; unitless]"),
]

# The rule, its cause, and the damage: what follows from another finding never speaks for itself.
CAUSED = [
    ("no-top-post", "self-report", "* Managing Director [", "* Managing Director [to=Managing Director; "),
    ("no-top-post", "reporting-loop", "* Managing Director [", "* Managing Director [to=Head Baker; "),
    ("lost-staff", "reporting-loop", "* Managing Director [", "* Managing Director [to=Head Baker; "),
    ("lost-staff", "unknown-reference", "", "Driver [number=M7; ref=X9; seat fte=0.5; in=Mill]"),
    ("reporting-loop", "duplicate-number", "number=M1; top;", "number=M2; to=Miller;"),
    ("sibling-lists-disagree", "renamed-unit", "  Head Baker [fte=20]", f"  Head Baker [fte=20]\n{TEAMS}"),
    ("several-top-posts", "unknown-superior", "", f"--- driver.txt\nHead of Roads\n  * Driver {KNOWN}"),
    (
        "one-title-many-bodies",
        "missing-number",
        "",
        TWINS,
    ),
]


def damaged(old: str, new: str) -> str:
    """The clean organization that the damage fits, with it done."""
    rows = "number=M" in new or "uk-mill" in new
    clean = TABLE if old in TABLE and (old or rows) else TEXTS
    assert old in clean
    return clean.replace(old, new, 1) if old else f"{clean}{new}\n"


@pytest.mark.parametrize("clean", [TEXTS, TABLE], ids=["texts", "table"])
def test_nothing_is_wrong_with_the_clean_organizations(clean: str) -> None:
    assert [f.message for f in check(outline.graph(clean)) if f.outcome == "fail"] == []


@pytest.mark.parametrize(("rule", "old", "new"), DAMAGE, ids=[rule for rule, _, _ in DAMAGE])
def test_exactly_the_check_for_the_damage_speaks(rule: str, old: str, new: str) -> None:
    failed = [f for f in check(outline.graph(damaged(old, new))) if f.outcome == "fail"]
    assert {f.rule for f in failed if "because" not in f.values} == {rule}


@pytest.mark.parametrize(("rule", "cause", "old", "new"), CAUSED, ids=[f"{rule}-{by}" for rule, by, _, _ in CAUSED])
def test_a_consequence_stands_behind_its_cause(rule: str, cause: str, old: str, new: str) -> None:
    findings = [f for f in check(outline.graph(damaged(old, new))) if f.outcome == "fail"]
    place = next(n for n, f in enumerate(findings) if f.rule == rule)
    behind = findings[place].values["because"]
    assert {f.rule for f in findings if "because" not in f.values} == {cause}
    assert behind in [f"{f.code} {f.focus}" for f in findings[:place]]


def test_every_check_has_its_damage() -> None:
    assert {rule for rule, *_ in (*DAMAGE, *CAUSED)} == {rule.name for rule in rules.discover("orgraph.check")}
