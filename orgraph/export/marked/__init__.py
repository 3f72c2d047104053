"""The marked reading: a document as it stands, with each fact found in it marked and the rule named."""

from __future__ import annotations

from orgraph.export.marked.html import generate_html
from orgraph.export.marked.text import generate_text

__all__ = ["generate_html", "generate_text"]
