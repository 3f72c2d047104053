"""The named queries over the example organizations; `python tests/answers.py` writes what they answer anew."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from orgraph.rdf.named import bind, generate_queries
from orgraph.rdf.store import query
from orgraph.rdf.turtle import generate_turtle
from orgraph.survey import survey

ROOT = Path(__file__).parents[1]
# The folder that is read, and the values of the parameters.
EXAMPLES = {
    "digital-service": (
        "clean",
        {
            "position": "Director, Outreach",
            "superior": "chief executive officer",
            "name": "ED/D",
            "source": "director-outreach",
        },
    ),
    "harbour-office": (
        "returns",
        {
            "position": "Head of Night Pilots",
            "superior": "Director of Pilots",
            "name": "Night Pilot",
            "source": "junior",
        },
    ),
}


def turtle(organization: str) -> bytes:
    folder = EXAMPLES[organization][0]
    graph, _ = survey([(Path("data") / organization / folder).as_posix()])
    return "".join(generate_turtle(graph)).encode()


def file(organization: str) -> Path:
    return ROOT / "data" / organization / "expected" / "answers.json"


def answers(organization: str) -> Iterator[tuple[str, dict[str, object]]]:
    data, values = turtle(organization), EXAMPLES[organization][1]
    for named in generate_queries():
        given = {name: values[name] for name in named.parameters}
        found = query(data, bind(named, given), seconds=None)
        rows = [["" if cell is None else cell.value for cell in row] for row in found.rows]
        yield named.name, {"asked": named.caption, "with": given, "columns": list(found.columns), "rows": rows}


def written(organization: str) -> str:
    """One row a line, so that a change can be read."""
    parts = []
    for name, answer in answers(organization):
        rows = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in answer["rows"])  # type: ignore[attr-defined]
        head = "".join(
            f"    {json.dumps(key)}: {json.dumps(answer[key], ensure_ascii=False)},\n"
            for key in ("asked", "with", "columns")
        )
        parts.append(f'  {json.dumps(name)}: {{\n{head}    "rows": [\n{rows}\n    ]\n  }}'.replace("[\n\n    ]", "[]"))
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    os.chdir(ROOT)
    for organization in EXAMPLES:
        file(organization).write_text(written(organization), encoding="utf-8")
