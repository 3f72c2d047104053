"""What a list says of a post right behind its title: "(AS-06, 5 FTEs)", ", 5 ETP", "- AS-06"."""

from __future__ import annotations

import re

_ATTRIBUTES = re.compile(
    r"(?:\s*(?:\([^()\n]{0,90}\)|\[[^\[\]\n]{0,40}\])"
    r"|\s?[,-]\s*(?:[A-Z]{2}-\d{1,2}|(?:staff\s+of\s+)?[0-9OIl]{1,4}\s(?:FTEs?|PYs?|ETP|employees|employ.?s|staff))\b)+"
)


def behind_title(view: str, place: int, end: int) -> int:
    """Where the brackets and figures behind a title end."""
    attributes = _ATTRIBUTES.match(view, place, end)
    return attributes.end() if attributes else place
