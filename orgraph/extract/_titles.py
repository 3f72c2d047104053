"""Position titles in running text: where one starts, where it ends, whether a phrase is one.

English titles are capitalised; the phrase goes on through capitals, small connectors between
capitals, and commas before a capital, and stops at a new title with its own article. French
titles may be in small letters; there the phrase goes on to the next mark.
"""

from __future__ import annotations

import re
from typing import Final

from orgraph.extract._lexicon import alternation, table
from orgraph.text import Span

_TABLE = table("titles")
ABBREVIATIONS: Final = frozenset(_TABLE["abbreviations"])
_MODIFIER = alternation(_TABLE["modifiers"])
_FRENCH = [form for noun in _TABLE["rank_fr"] for form in (noun, noun if noun[-1] in "sx" else f"{noun}s")]
_RANK = alternation([*_TABLE["rank_en"], *_FRENCH])
_OTHER = alternation(_TABLE["other"])
_NOUNS = [*_TABLE["rank_en"], *_TABLE["other"], *_TABLE["also"]]
_PLURALS = [f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in _NOUNS if not noun.endswith("s")]
_ALSO = alternation([*_TABLE["also"], *_PLURALS])
_LAST_RANK = alternation([*_TABLE["rank_last"], *_TABLE["abbreviations"]])
_ABBREVIATION = "|".join(sorted(ABBREVIATIONS, key=len, reverse=True))

# Any noun that a title turns on, anywhere in a phrase.
HEAD_NOUN = re.compile(rf"(?<![A-Za-z])(?:(?i:{_RANK}|{_OTHER}|{_ALSO})|{_ABBREVIATION})(?![a-z])")
# The nouns that a field may follow ("Director, Audit").
RANK_NOUN = re.compile(rf"\b(?i:{_RANK})\b")
# A title begins here: modifiers, then a rank noun ("Senior Assistant Deputy Minister", "le directeur").
STARTS = re.compile(rf"(?:(?i:{_MODIFIER})\.?\s+){{0,3}}(?:(?i:{_RANK})|{_ABBREVIATION})(?![A-Za-z])")
# A title of the other order: up to four capitalised words, the last of them its noun.
_BEFORE_NOUN = r"(?:[A-ZÀ-Þ][\w&/.'-]*\s+){0,4}"
_BEFORE_RANK = r"(?:[A-ZÀ-Þ][\w&/.'-]*\s+){1,4}"  # "Network Manager"
_BEHIND_NOUN = r"(?![A-Za-z])(?=\s*(?:[,;:.()\[]|$|and\b|et\b|to\b|&))"
ENDS = re.compile(rf"(?:{_BEFORE_NOUN}(?i:{_OTHER})|{_BEFORE_RANK}(?i:{_LAST_RANK})){_BEHIND_NOUN}")
# The same with the nouns that start a title only behind an article or a number.
COUNTED_ENDS = re.compile(rf"(?:{_BEFORE_NOUN}(?i:{_OTHER}|{_ALSO})|{_BEFORE_RANK}(?i:{_LAST_RANK})){_BEHIND_NOUN}")

_TOKEN = re.compile(
    r"\s*(\([^()\n]{0,60}\)|\[[^\[\]\n]{0,20}\]|[^\s,;:.()\[\]]+(?:\.[a-z]{2,4}(?![\w.]))?|[,;:.()\[\]])"  # "Ports.gov"
)
_CONNECTOR = frozenset(_TABLE["connectors"])
_DETERMINER = re.compile(
    r"(?:(?:the|an?)\s+(?:\w+|\d+)-(?:person|member)|the|our|its"
    r"|le ou la|la ou le|du ou de la|au ou [àa] la|le|la|les|du|de la|des|au|[àa] la)\s+|(?:de |à )?l'\s*",
    re.I,
)
_ATTRIBUTE = re.compile(r"[A-Z]{2}-?[0-9OIl]|\d|FTE|ETP|\bstaff\b|\beffectif\b|\bpostes?\b")
_ACRONYM = re.compile(r"\([A-Z]{2,6}\)")
_OF_WHAT = re.compile(r"\s+(?:de\s|d'|du\s|des\s|pour\s|en\s)")
_CAPITAL = re.compile(r"[\"']?[A-ZÀ-Þ0-9&]|[ld]'[A-ZÀ-Þ]")
DOTTED: Final = frozenset(_TABLE["dotted"])
_STOP_FR = frozenset(_TABLE["stops_fr"])
# "a la direction" of a text without accents; "a la charge" is the verb.
_TO_THE = re.compile(r"\s+(?:la\s|l')(?!responsabilit|charge|t[âa ]che|garde|main)")
# What one person is besides: "the President and CEO", "the Vice-President and General Counsel".
_SECOND_HAT = re.compile(
    r"(?:(?:Deputy\s+)?C[A-Z]{1,2}O|CAE|Chief\s+(?:[A-Z]\w+\s+){1,2}(?:Officer|Executive)|Chief\s+(?:Economist|Scientist"
    r"|Statistician|Actuary|Engineer|Negotiator|Auditor)|General\s+Counsel|Secretary|Treasurer)\b(?!,?\s+and\s+(?:the\s|[A-Z]))"
)
# French gives a second post an article of its own: "du directeur et chef" is one post, "du directeur et du chef" two.
_HAT_FR = re.compile(r"\s+(?!(?:du|de|des|d'|le|la|les|l'|au|aux|un|une)\b)[a-zà-ÿ]")
_LONGEST = 200  # characters of a title
# An empty line, or one whose first words a tab or a gap sets off from the rest.
_ELSEWHERE = re.compile(r"[ ]*\n[ ]*\n|[ ]*\n[ *_]*(?=[^\n\t:]{2,40}?(?:\t|[ ]{3,}\S))")
# A title may go on behind its classification; a clause about the post does not belong to it.
_BEHIND = re.compile(r",(?!\s*(?:with|who|which|each|is|are|reporting|leads?|avec|qui|dont)\b)")
# A word in small letters that is none of these ends the hope.
_ONLY_TITLES = re.compile(
    r"(?:(?:\([A-Z]{2}[^()\n]{1,40}\)|[A-ZÀ-Þ(][^\s,;]*+|\d{1,2}(?:[a-ds]|-\d{1,2})?\)?\.?|x|full-time|part-time|permanent|temporary|seasonal|casual|subordinate|other|between|of|the|and|or|for|an?|to|positions|one|two|three|four|five|six|seven|eight|nine|ten|&|/"
    r"|de|du|des|la|le|les|et|ou)(?:[\s,;]++|$))+"
)


def phrase_end(view: str, start: int, stop: int, *, french: bool = False) -> int:
    """Where the title phrase that starts at `start` ends (trailing brackets included only inside it).

    >>> text = "Director General, Policy, Planning and Results. The others"
    >>> text[:phrase_end(text, 0, len(text))]
    'Director General, Policy, Planning and Results'
    >>> text = "Director, Policy and the Director, Planning"
    >>> text[:phrase_end(text, 0, len(text))]
    'Director, Policy'
    """
    good = position = start
    stop = min(stop, start + _LONGEST)
    pending = ""  # a connector, comma or bracket that only counts when the phrase goes on
    while (match := _TOKEN.match(view, position, stop)) is not None:
        token = match[1]
        if good > start and _ELSEWHERE.match(view, position):
            break  # no title goes on behind an empty line, or in a line of a form
        if token in ";:)[]" or (token == "." and not _abbreviates(view, match, stop)):
            break
        if token == ",":
            if pending.endswith(",") or _new_title(view, match.end(), stop, comma=True):
                break
            pending = "," if not pending or pending == "(" else pending + ","
        elif token[0] in "([":
            if french and _ACRONYM.fullmatch(token) and _OF_WHAT.match(view, match.end()):
                break  # "rend compte au dirigeant principal (DP) de la gestion": what for, and no field
            if _ATTRIBUTE.search(token) and not _BEHIND.match(view, match.end()):
                break  # "(EX-01)" ends a title, unless the title goes on: "Director (EX-01), Policy"
            pending = pending or "("
        elif token == ".":
            good = match.end()
        elif (
            token.lower().rstrip("'") in _CONNECTOR
            and good > start
            and not (french and not pending and token.lower() == "a" and not _TO_THE.match(view, match.end()))
        ):
            if (
                token.lower() in ("and", "et", "&")
                and token != "&"
                and _new_title(view, match.end(), stop, comma=False)
                and not (french and token.lower() == "et" and _HAT_FR.match(view, match.end(), stop))
            ):
                break
            pending += " "
        elif (
            _CAPITAL.match(token)
            or good == start
            or (french and "," not in pending and token.lower() not in _STOP_FR and token[0].isalpha())
        ):
            good, pending = match.end(), ""
        else:
            break
        position = match.end()
    return good


def _abbreviates(view: str, dot: re.Match[str], stop: int) -> bool:
    """Whether a full stop belongs to an abbreviation ("Sr. ADM") and does not end the phrase."""
    before = re.search(r"([A-Za-z]+)$", view[max(0, dot.start() - 8) : dot.start()])
    after = re.match(r"\s*[A-Z&]", view[dot.end() : min(stop, dot.end() + 4)])
    return bool(before and after and dot[0] == "." and before[1] in DOTTED)


def _new_title(view: str, position: int, stop: int, *, comma: bool) -> bool:
    """Whether a new title starts here: with an article of its own, or as a rank noun after "and"."""
    position += len(re.match(r"\s*(?:(?:and|et)\s+)?", view[position : position + 12])[0])  # type: ignore[index]
    article = _DETERMINER.match(view, position, stop)
    here = article.end() if article else position
    if article is not None and (STARTS.match(view, here, stop) or ENDS.match(view, here, stop)):
        return True
    if not comma and article is None and _SECOND_HAT.match(view, here, stop):
        return False
    return not comma and STARTS.match(view, here, stop) is not None


def title_at(view: str, start: int, stop: int, *, french: bool = False) -> Span | None:
    """The title phrase at `start`, its article left out; None where no title starts.

    >>> text = "the Chief of Staff and the rest"
    >>> text[slice(*title_at(text, 0, len(text)))]
    'Chief of Staff'
    """
    article = _DETERMINER.match(view, start, stop)
    begin = article.end() if article else start
    end = phrase_end(view, begin, stop, french=french)
    if end > begin and is_title(view[begin:end]):
        return Span(begin, end)
    return None


def only_titles(text: str) -> bool:
    """Whether a phrase is titles and what joins them, and no verb.

    >>> only_titles("the Director, Audit and two Clerks"), only_titles("the Director writes")
    (True, False)
    """
    return bool(_ONLY_TITLES.fullmatch(text))


def leading_titles(text: str) -> str:
    """The beginning of a text that is titles and what joins them; empty where it begins otherwise.

    >>> leading_titles("two Clerks and a Driver in the yard")
    'two Clerks and a Driver '
    """
    match = _ONLY_TITLES.match(text)
    return match[0] if match else ""


def is_title(text: str) -> bool:
    """Whether a phrase holds a noun that titles turn on, or a body that posts answer to.

    >>> is_title("Chief of Staff"), is_title("Harbour Electoral Board"), is_title("Parliament")
    (True, True, False)
    """
    return bool(HEAD_NOUN.search(text) or _BODY.search(text))


_BODY = re.compile(
    r"\b(?:Board|Council|Commission|Conseil)(?:$|\s+of\s+[A-Z])"
)  # a committee is reported to, and is no superior
