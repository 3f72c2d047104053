"""Titles of several seats, and how one seat of them is called."""

from __future__ import annotations

import re

from orgraph.extract._lexicon import alternation, table

_SINGULAR = [
    w for part in ("rank_en", "rank_fr", "other", "also") for w in table("titles")[part] if not w.endswith("s")
]
_IN_Y = [word[:-1] for word in _SINGULAR if word.endswith("y")]
PLURALS = re.compile(rf"\b(?:(?:{alternation(_SINGULAR)})s|(?:{alternation(_IN_Y)})ies)\b", re.I)
# "Ice Forecasters", whose noun no table knows; "Head of Operations" is one.
_GRADES = re.compile(r"(?:Grade \d{1,2}|[SH]?EO|AO)s\b")  # civil servants who are called by their grade
_UNKNOWN_PLURAL = re.compile(r"[A-Z](?:(?!\s(?:of|for)\s)[\w' -]){1,60}[a-z]{2}(?<!s)s(?=,|$)")
_OF_LEVEL = re.compile(r"(?<=\s[IVX1-9])'s$|(?<=\s[IV]I)'s$|(?<=\sIII)'s$")  # "Clerk II's"
_ADJECTIVES = re.compile(r"(?: [a-zà-ÿ]{2,}(?:aux|[eé]s|ifs|iers))+\b")  # French ones, which agree with their noun


def singular(text: str) -> str:
    """The first plural noun of a title of several seats as one seat's title.

    >>> singular("Regional Directors, Atlantic")
    'Regional Director, Atlantic'
    >>> singular("Assistant Secretaries"), singular("conseillers principaux en politiques")
    ('Assistant Secretary', 'conseiller principal en politiques')
    """
    text = _OF_LEVEL.sub("", text)
    noun = PLURALS.search(text) or _GRADES.match(text) or _UNKNOWN_PLURAL.match(text)
    if noun is None:
        return text
    adjectives = _ADJECTIVES.match(text, noun.end())
    end = adjectives.end() if adjectives else noun.end()
    agreed = re.sub(r"(?<=\w)aux\b", "al", text[noun.end() : end])
    one = re.sub(r"ie$", "y", noun[0][:-1])
    return text[: noun.start()] + one + re.sub(r"(?<=\w\w)s\b", "", agreed) + text[end:]
