"""Cells of contacts that hold no contact: what is not an e-mail address, what is not a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.model import Mention, Text
from orgraph.tables._row import Row, Statement, is_word

_SIGNS: Final = re.compile(r"[\s;,/]+")
_ADDRESS: Final = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}")
_DIALLED: Final = re.compile(r"[\d\s()+./;,-]{0,40}(?:(?:ext(?:ension|n)?|x)[.:]?\s?\d{1,6})?", re.I)
_DIGITS: Final = 4  # the least that can be dialled: an extension
_NOTHING: Final = ("blank", "not_disclosed", "no_reference")


def contacts(row: Row, post: Mention) -> Iterator[Statement]:
    """A flaw for each cell of a contact that holds neither a contact nor a word for none."""
    for field, is_one in (("contact_email", _is_address), ("contact_phone", _is_number)):
        text = row.text(field)
        if text and not any(is_word(kind, text) for kind in _NOTHING) and not is_one(text):
            yield row.says(post, "text_flaw", Text(text=text), field)


def _is_address(text: str) -> bool:
    """Whether a cell is an address, or several."""
    return all(_ADDRESS.fullmatch(part) for part in _SIGNS.split(text.strip(" .;,")))


def _is_number(text: str) -> bool:
    return bool(_DIALLED.fullmatch(text)) and sum(sign.isdigit() for sign in text) >= _DIGITS
