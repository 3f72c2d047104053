"""What deserves a look, worst first; what was not united; what is covered; why a box, line or value is there."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import outline
from click.testing import CliRunner

from orgraph.cli import main
from orgraph.coverage import coverage
from orgraph.export.reasons import Question, generate_json, generate_text, reasons
from orgraph.near import near
from orgraph.review import review
from orgraph.survey import survey

BAKERY = """
--- one.txt
Managing Director
  * Head Baker [fte=15]
    Bread Team [unit; fte=8]
    Cake Team [unit; fte=4]
--- two.txt
Managing Director
  * Shop Manager [fte=7]
  Head Baker [fte=15; inferred]
"""
RENAMED = """
--- one.txt
* Head Baker
  Policy Team [unit; fte=4]
  Bread Team [unit; fte=8]
--- two.txt
* Head Baker
  Partnership Team [unit; fte=4]
  Bread Team [unit; fte=8]
"""
NUMBERED = """
--- one.txt
Managing Director
  Baker of Bread [number=7]
--- two.txt
Managing Director
  Chief of Bread [number=7]
"""


def test_coverage_counts_posts_and_their_figures() -> None:
    found = coverage(outline.graph(BAKERY))
    assert found.described == ("position/org/head-baker", "position/org/shop-manager")
    assert found.mentioned == found.undescribed_superiors == ("position/org/managing-director",)
    assert (found.fte_stated, found.fte_accounted) == (Decimal(22), Decimal(19))
    assert found.unbroken == (("position/org/head-baker", Decimal(3)),)
    assert found.record()["fte_accounted"] == "19"


def test_a_loop_accounts_for_nothing_and_ends() -> None:
    found = coverage(outline.graph("A [fte=3]\n  B [fte=2]\n    A"))
    assert (found.fte_stated, found.fte_accounted) == (Decimal(0), Decimal(0))


def test_a_team_that_may_have_another_name_is_near() -> None:
    [pair] = near(outline.graph(RENAMED))
    assert (pair.node, pair.other) == ("unit/org/partnership-team", "unit/org/policy-team")
    assert "two names" in pair.against[0]


def test_one_number_under_two_titles_is_near() -> None:
    graph = outline.graph(NUMBERED)
    [pair] = near(graph, "position/org/baker-of-bread")
    assert pair.likeness == "the same position number"
    assert pair == near(graph)[0]


def test_what_a_text_names_side_by_side_is_no_question() -> None:
    graph = outline.graph("Top\n  Head of Design\n  Head of Design Research")
    [pair] = near(graph)
    assert any(reason.startswith("named side by side") for reason in pair.against)
    assert not [item for item in review(graph) if item.kind == "near"]


def test_the_worst_comes_first() -> None:
    found = review(outline.graph(RENAMED + "    Oven Team [unit; fte=99; inferred]\n"))
    assert [item.urgency for item in found] == sorted(item.urgency for item in found)
    assert {item.kind for item in found} >= {"finding", "near"}
    assert all(item.evidence for item in found)


def test_why_a_line_is_there_and_which_other_was_named() -> None:
    graph = outline.graph("--- a.txt\nTop\n  Clerk of Rye [to=Side]\nSide")
    node = "position/org/clerk-of-rye"
    found = reasons(graph, Question(node, "position/org/top"))
    assert list(found.statements) == ["reports to: Top"]
    assert [line.partition(":")[0] for line in found.considered] == ["Clerk of Rye reports to Side"]
    text = "".join(generate_text(graph, Question("position/org/top", "position/org/side")))
    assert "no source joins them" in text


def test_why_a_number_is_there() -> None:
    graph = outline.graph(BAKERY)
    answer = json.loads("".join(generate_json(graph, Question("position/org/head-baker", what="staff"))))
    assert {row["statement"] for row in answer["statements"]} == {"staff: 15 fte"}
    none = reasons(graph, Question("position/org/head-baker", what="money"))
    assert none.considered == ["no source states its money"]


def test_why_says_what_it_could_be_one_with() -> None:
    graph = outline.graph(RENAMED)
    text = "".join(generate_text(graph, Question("unit/org/policy-team")))
    assert "considered, and not taken:\n  Partnership Team (unit/org/partnership-team)" in text


def test_the_command_reviews_and_covers(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "**Position Title:** Head Baker\n**Branch:** Food\n**Reports To:** Managing Director\n"
    )
    run = CliRunner().invoke
    text = run(main, ["review", str(tmp_path)])
    assert text.exit_code == 0
    assert "1 of 2 positions have a description of their own" in text.output
    found = json.loads(run(main, ["review", str(tmp_path), "--format", "json"]).output)
    assert found["coverage"]["undescribed_superiors"] == ["position/food/managing-director"]
    assert len(run(main, ["review", str(tmp_path), "--limit", "1"]).output) <= len(text.output)


def test_what_a_person_parted_is_no_question_again(tmp_path: Path) -> None:
    head = "**Position Title:** Clerk of {0}\n**Position Number:** 70011\n**Branch:** {0}\n"
    for grain in ("Rye", "Oats"):
        (tmp_path / f"{grain}.md").write_text(head.format(grain), "utf-8")
    run = CliRunner().invoke
    assert "the same position number" in run(main, ["review", str(tmp_path)]).output
    block = '[[different]]\nof = ["Clerk of Rye", "Clerk of Oats"]\nwho = "A"\nwhy = "two halls"\n'
    (tmp_path / "decisions.toml").write_text(block, "utf-8")
    assert "the same position number" not in run(main, ["review", str(tmp_path)]).output


def test_full_titles_in_two_scopes_are_near_and_ranks_alone_are_not(tmp_path: Path) -> None:
    """A rank alone is many posts; a post is not its superior; the names that are alike are said."""
    head = "**Position Title:** {}\n**Branch:** {} Branch\n**Reports To:** {}\n\n## Organization Structure\n"
    for name, branch, boss in (("a.md", "Wicks", "Director General, Wicks"), ("b.md", "Oil", "Director General, Oil")):
        text = head.format(f"Clerk {name}", branch, boss)
        peers = "Head of Mirrors (EX-01); Manager (AS-05)" + (
            "; Head of Mirrors and Lenses (EX-01)" if name == "b.md" else ""
        )
        text += f"The Clerk is one of three positions reporting to the {boss}. The others are: {peers}.\n"
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "c.md").write_text("**Position Title:** Cook\n**Reports To:** Director General\n", "utf-8")
    (tmp_path / "d.md").write_text("**Position Title:** Maid\n**Reports To:** Director General\n", "utf-8")
    graph = survey([str(tmp_path)]).graph
    found = {(pair.likeness, *sorted(graph.nodes[n]["label"] for n in pair[:2])): pair for pair in near(graph)}
    assert set(found) == {
        ("the same title or name", "Head of Mirrors", "Head of Mirrors"),
        ("one title can be the other shortened", "Head of Mirrors", "Head of Mirrors and Lenses"),
    }
    text = "".join(
        generate_text(
            graph,
            Question(
                found["one title can be the other shortened", "Head of Mirrors", "Head of Mirrors and Lenses"].node
            ),
        )
    )
    assert "(“Head of Mirrors”, “Head of Mirrors and Lenses”), but named side by side" in text
