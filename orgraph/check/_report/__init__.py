"""The report of a graph and its findings: one HTML page that needs no network and runs no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources
from itertools import chain

from orgraph.check._checked import Checked
from orgraph.check._formats._safe import ended
from orgraph.check._report.coverage import coverage
from orgraph.check._report.headcount import headcount
from orgraph.check._report.listing import listing
from orgraph.check._report.quality import quality
from orgraph.check._report.sources import sources
from orgraph.check._report.summary import summary

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Organization report</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>Organization report</h1>
<p>What the sources say of the organization, whether it holds, and the words it rests on.</p>
<nav aria-label="Sections">{links}</nav>
</header>
<main>"""

_TAIL = """</main>
<footer><p>Made by orgraph. Every quote stands in its source at the place named under it.</p></footer>
</body>
</html>"""

_SECTIONS = ("Summary", "Quality", "Headcount", "Findings", "Coverage", "Sources")


def generate_report(checked: Checked) -> Iterator[str]:
    """The page, line by line: summary, quality, headcount, findings by severity, coverage, sources."""
    style = resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    links = " ".join(f'<a href="#{name.lower()}">{name}</a>' for name in _SECTIONS)
    head = _HEAD.format(policy=_policy(style), style=style, links=links)
    return ended(chain([head], _body(checked), [_TAIL]))


def _body(checked: Checked) -> Iterator[str]:
    graph, findings = checked.graph, checked.findings
    yield from summary(graph, findings)
    yield from quality(checked.quality)
    yield from headcount(graph, findings, checked)
    yield from listing(graph, findings)
    yield from coverage(graph)
    yield from sources(graph)


def _policy(style: str) -> str:
    """Nothing may be loaded or run; the one style sheet is allowed by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
