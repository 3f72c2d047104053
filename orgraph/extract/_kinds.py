"""The kinds of units, and which names are names of units: "Outreach Team", "Office of the Clerk"."""

from __future__ import annotations

import re
from functools import lru_cache

from orgraph.extract._lexicon import alternation, table
from orgraph.extract._titles import HEAD_NOUN, STARTS

_KINDS = {
    kind: re.compile(rf"(?i:\b(?:{alternation(words)})$|^(?:{alternation(words)})\b)")
    for kind, words in table("units").items()
}
_UNIT_FIRST = re.compile(
    r"^(?:The\s+)?(?:Office|Bureau|Centre|Secretariat|Team|Équipe|Unit|Unité|Section|Division|Direction)\b"
)
# These words end the name of a unit even where it holds a noun of titles ("Partner Liaison Team").
_STRONG_KIND = re.compile(r"(?i:\b(?:teams?|units?|sections?|divisions?|directorates?|branch|branches)$)")
# "Office Support Specialist", "Section Chief" are posts; "Office of the Clerk" is none.
_LAST_NOUN = re.compile(rf"{HEAD_NOUN.pattern}(?:\s(?:\d{{1,2}}|[IVX]{{1,4}}))?$")
_OF = re.compile(r"\b(?:of|for|de|du|des|à)\b|[,']")
_RANK_OF = re.compile(rf"{STARTS.pattern}\s*(?:,|\s(?:of|for|to)\s)")
# "ADM Learning Branch" is who heads it; "DG Support Team" and "ADM Branch" are units.
_HEAD_OF = re.compile(
    r"(?:(?:Senior|Sr\.?|Associate|Assoc\.?|Acting|A/|Regional)\s*){0,2}(?:ADM|SADM|AADM|DM|DG|RDG|SMA|SMAP|VP|SVP)"
    r"(?:/[A-Z]{2,4})?\s+[^\s,]+.*\s(?i:branch|sector|directorate|region|division)$"
)


@lru_cache(maxsize=4096)
def unit_kind(text: str) -> str | None:
    """The kind of unit that a name is, None for a title.

    >>> unit_kind("Outreach Team"), unit_kind("Team Lead, Outreach"), unit_kind("Office of the Clerk")
    ('team', None, 'unit')
    >>> unit_kind("ADM Learning Branch"), unit_kind("Learning Branch"), unit_kind("ADM Branch")
    (None, 'branch', 'branch')
    """
    if (re.search(r",", text) and HEAD_NOUN.search(text.split(",")[0])) or _HEAD_OF.match(text):
        return None
    if (
        _UNIT_FIRST.match(text)
        and not HEAD_NOUN.match(text.split(" of ")[0].strip())
        and not (_LAST_NOUN.search(text) and not _OF.search(text))
    ):
        return next((kind for kind, pattern in _KINDS.items() if pattern.match(text)), "unit")
    if _STRONG_KIND.search(text) and not _RANK_OF.match(text):
        return next((kind for kind, pattern in _KINDS.items() if pattern.search(text)), "unit")
    if HEAD_NOUN.search(text):
        return None
    return next((kind for kind, pattern in _KINDS.items() if kind not in ("board",) and pattern.search(text)), None)
