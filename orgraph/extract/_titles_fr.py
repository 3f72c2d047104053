"""Titles inside French sentences, where verbs and titles are in small letters alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._behind_title import behind_title
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._titles import STARTS, title_at
from orgraph.text import Span

_ACCENTS: Final = str.maketrans("àâäçéèêëîïôöùûüÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "aaaceeeeiioouuuaaaceeeeiioouuu")
# What stands before a title; it counts as "of" or "to".
_PREPOSITION = re.compile(
    r"(?:(?P<de>du\b(?:\s+ou\s+de\s+la\b)?|des?\b|d')|(?P<a>aux?\b(?:\s+ou\s+[àa]\s+la\b)?|[àa](?=\s+l)))\s*", re.I
)
_ARTICLE = re.compile(r"\s*(?:(?:le\s+ou\s+la|la\s+ou\s+le|un\s+ou\s+une|les?|la|une?|ce|cette)\s+|l'\s?)?", re.I)
_STAND_IN = re.compile(r"(?:pr.?sente?\s+)?(?:titulaire|poste)\b(?:\s+du\s+(?:pr.?sent\s+)?poste\b)?(?!\s+d)", re.I)
_SAME = re.compile(r"m.?me\s+(?:sup.?rieure?|gestionnaire|superviseure?)\b(?:\s+(?:imm.?diate?|hi.?rarchique))?", re.I)
_JOIN = re.compile(r"\s*[;,]\s*(?:(?:et|ainsi\s+que|puis)\s+)?|\s+(?:et|ainsi\s+que|&)\s+", re.I)
_NUMBER = re.compile(rf"(?:{WORD}|[0-9]{{1,2}})\s+(?:\([0-9]{{1,2}}\)\s+)?", re.I)
# What says of the position what it does, and is no title without an article: "est responsable de la paye".
_NO_TITLE = re.compile(r"(?:responsables?|comptables?|titulaires?|cadres?)\b", re.I)
_PLURAL = re.compile(r"[^\W\d_-]+[sx]", re.I)  # "deux directeurs": no title of one post
# Adjectives that may stand right behind the noun of a title; any other word there is a verb.
_ADJECTIVE = (
    r"(?:[a-z-]*(?:al|ale|ales|aux|els?|elles?|ifs?|ives?|iers?|ieres?|iques?|aires?|ieure?s?)"
    r"|adjointe?s?|deleguee?s?|associee?s?|designee?s?|senior|junior|chef)"
)
_VERB_BEHIND = re.compile(
    rf"(?:\s+{_ADJECTIVE}\b)*+(?P<end>\s+(?!(?:de|du|des|en|a|aux?|et|ou|pour|qui)\b|[dl]'|{_ADJECTIVE}\b)[a-z])"
)
# Words that end a title in a sentence about the structure: verbs, what joins, an article of its own.
_STOP = re.compile(
    r"(?P<end>(?<=\s)(?:releve(?:nt)?|relevant|rend(?:ent)?|rendant|se|(?:supervis|encadr|chapeaut|exerc|assur|gouvern)(?:e|ent)"
    r"|dirige(?:nt)?|gere(?:nt)?|est|sont|compte(?:nt)?|comprend|comprennent|incluent?|inclut|qui|dont|que|par|avec|sur|sous|soit|ainsi"
    r"|comme|tout|tous|aussi|egalement|directement|respectivement|(?:au|de|a\s+l[ae]|le)\s+meme|suivante?s?|subordonnee?s?"
    r"|fait|figurent|travaillent|il|elle|ce|cette|ses?|son|sa|leurs?|en\s+plus|outre|(?:des?\s|d'|du\s|aux?\s)autres?)\b"
    r"|(?<!\sde)(?<!\sa)(?<!\set)(?<!\sou)(?<!\sen)(?<!\spour)\s(?:(?:les?|la|une?)\s|l'))"
)
# A field in small letters behind a comma: "directeur, Cordes, voiles et filets"; no second title.
_FIELD = (
    rf"(?!(?:{STARTS.pattern})|(?:le|la|les|du|au|aux|une?)\b)[a-zà-ÿ][\w'-]*+(?:\s(?:de\s|des\s|d'|du\s)[\w'-]++)?+"
)
_SERIES = re.compile(rf"(?:,\s{_FIELD}){{1,4}}+\set\s{_FIELD}")


def plain(text: str) -> str:
    """The text in the same places without the accents of French.

    >>> plain("relève à")
    'releve a'
    """
    return text.translate(_ACCENTS)


def preposition(reading: Reading, start: int, end: int) -> tuple[str, int]:
    """The preposition at an offset, "de", "a" or "" for none, and where what it governs starts."""
    found = _PREPOSITION.match(reading.view, start, end)
    return (found.lastgroup or "", found.end()) if found else ("", start)


def stands_in(reading: Reading, start: int, end: int) -> Span | None:
    """The words at an offset that stand for the position: "le titulaire", "présent poste"."""
    return _behind_article(_STAND_IN, reading, start, end)


def same_superior(reading: Reading, start: int, end: int) -> Span | None:
    """The words at an offset that stand for the superior: "même supérieur"."""
    return _behind_article(_SAME, reading, start, end)


def _behind_article(pattern: re.Pattern[str], reading: Reading, start: int, end: int) -> Span | None:
    article = _ARTICLE.match(reading.view, start, end)
    found = pattern.match(reading.view, article.end() if article else start, end)
    return Span(start, found.end()) if found else None


def titles_in_sentence(reading: Reading, start: int, end: int, *, governed: bool) -> Iterator[Span]:
    """The titles of a list with what joins them between; `governed` where a preposition stands before the first."""
    view, place = reading.view, start
    while (title := _title(reading, place, end, governed=governed)) is not None:
        yield title
        join = _JOIN.match(view, behind_title(view, title.end, end), end)
        if join is None:
            return
        word, place = preposition(reading, join.end(), end)
        governed = bool(word)


def _title(reading: Reading, start: int, end: int, *, governed: bool) -> Span | None:
    """The title at an offset, its article and number left out."""
    view, begin = reading.view, start
    for skip in (_ARTICLE, _NUMBER):
        match = skip.match(view, begin, end)
        begin = match.end() if match else begin
    noun = STARTS.match(view, begin, end)
    bare = begin == start and not governed
    if noun is None or (bare and (_NO_TITLE.match(view, begin) or noun[0][-1] in "sx")):
        return None
    text = plain(view[noun.end() : end])
    ends = [found.start("end") for found in (_VERB_BEHIND.match(text), _STOP.search(text)) if found]
    limit = noun.end() + min(ends, default=len(text))
    title = title_at(view, begin, limit, french=True)
    if title is None or _PLURAL.fullmatch(view, *title):
        return None
    series = _SERIES.match(view, title.end, limit)
    return Span(title.start, series.end()) if series else title
