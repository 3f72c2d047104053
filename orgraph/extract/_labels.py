"""Find labels of header fields: before a colon, or bare words of a flattened table.

A label is known by its letters alone, with its accents plain or lost, and in a flattened table
also without the first letter that a scan may have cut off. Look-ups in a table, no pattern.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.extract._lexicon import alternation, table
from orgraph.extract._memo import Memo
from orgraph.text import Span


class Label(NamedTuple):
    """The field that a label names, its place, and where its value may start."""

    name: str
    span: Span
    end: int
    colon: bool


_LABELS: Final[dict[str, list[str]]] = table("labels")
_MOST_WORDS = 9
_REACH = 80  # characters before a colon that can hold its label
_WORD = re.compile(r"[^\s:]+")
_ASIDE = re.compile(r"\s?\([A-Za-z,/ -]{1,48}\)[\s*_]{0,3}$")
_TWO = re.compile(r"/|\s-\s")  # between a label and its translation
_UNITS = frozenset(("department", "sector", "branch", "directorate", "division", "organization", "region", "team"))
_NOT_LETTERS = re.compile(r"[^a-z#]")
_LONG_ENOUGH = 8  # letters of a label that may lack its first one


def _letters(text: str, *, lost: bool = False) -> str:
    """Plain small letters; with `lost`, those that bear an accent are left out as a scan leaves them out."""
    if lost:
        text = "".join(c for c in text if not (unicodedata.decomposition(c) and c.isalpha()))
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFD", text).lower())


_SPELLED = Memo(_letters)  # of single words


def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Field names by the letters of their labels: whole labels, and those without their first letter."""
    whole: dict[str, str] = {}
    cut: dict[str, str] = {}
    for lost in (False, True):
        for name, labels in _LABELS.items():
            for label in labels:
                letters = _letters(label, lost=lost)
                whole.setdefault(letters, name)
                if " " in label and len(letters) >= _LONG_ENOUGH:
                    cut.setdefault(letters[1:], name)
    return whole, cut


_WHOLE, _CUT = _table()
_BEGINNINGS = frozenset(label[:length] for label in (*_WHOLE, *_CUT) for length in range(len(label) + 1))
_FORM_ITEM = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+")
_COLON = re.compile(r"\s{0,2}:")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+\s$")
_CELL = re.compile(r"\|[ *_]{0,6}(?P<text>[^\s|*_:][^|:\n]{0,80}?)[ *_]*:?[ *_]*(?=\|)")
_ITEM = r"(?:\d{1,2}[.)][ ]{1,3})?"  # of a numbered form
# What sets a label off from its value where no colon does: a gap, a tab, dots that lead on, a dash.
_SET_OFF = r"(?:[ ]{3,}|[ ]?\t+[ ]?|[ ]?\.(?:[ ]?\.){2,99}[ ]?|(?P<dash>[ ]-[ ]))"
_GAP = re.compile(rf"^[ \t*_]{{0,6}}{_ITEM}(?P<text>[^\W\d][^|:\n\t]{{1,90}}?){_SET_OFF}(?=[^\s|:.])", re.M)
# "PD No. C-40217": what a label of a number holds may follow it with nothing between.
_NUMBERED = re.compile(
    rf"^[ \t*_]{{0,6}}{_ITEM}(?P<text>[^\W\d][^|:\n\d#]{{0,40}}?(?:[Nn][Oo]\.?|#|[Nn]umber))[ \t]{{0,4}}"
    r"(?=#?[A-Z]{0,4}[-/]?\d[\w./-]{1,20}[ \t*_]*$)",
    re.M,
)
_BOLD = re.compile(r"^[ \t*+-]{0,6}\*\*(?P<text>[^\s*:|][^*:|\n]{1,60})\*\*[ \t]{1,2}(?=\S)", re.M)
_FILLED = re.compile(r"^(?P<marks>#{1,6}[ ]{1,3})?[ \t*_]{0,6}(?P<text>[^\s|*_#:][^|:\n]{0,90}?)[ \t*_]*$", re.M)
_NEVER_VALUES = frozenset(("classification", "emplacement"))  # labels of one word that no value of a form holds
_SINGLE = frozenset(_letters(label) for labels in _LABELS.values() for label in labels if " " not in label)
# Words that labels are made of: between two labels of a flattened table they are residue of a label.
_WORDS: Final = frozenset(
    word
    for labels in _LABELS.values()
    for label in labels
    for spelled in (label.lower(), unicodedata.normalize("NFD", label.lower()).encode("ascii", "ignore").decode())
    for word in re.findall(r"[a-zà-ÿ]+", spelled)
)
_VALUE = re.compile(r"\d{2}|[OIl0-9]{3}|[A-Z]{2}[A-Za-z]?-[0-9OIl]")
_TITLE_WORDS = (word.title() for part in ("rank_en", "rank_fr", "modifiers") for word in table("titles")[part])
_TITLE_WORD = re.compile(rf"(?:{alternation(_TITLE_WORDS)})\b(?!')")


def before_colons(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels that a colon follows, in order."""
    colon = view.find(":", start, end)
    while colon != -1:
        low = max(start, colon - _REACH)
        low = max(low, view.rfind("\n", low, colon) + 1, view.rfind(":", low, colon) + 1)
        aside = _ASIDE.search(view, low, colon)
        found = _longest(view, low, aside.start() if aside else colon)
        if found is not None and not _ends_title(view, low, found[1]):
            yield Label(found[0], found[1], colon + 1, True)
        colon = view.find(":", colon + 1, end)


def in_bold(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels in bold at the start of a line, whose value follows without a colon, in order."""
    for match in _BOLD.finditer(view, start, end):
        name = label_of(match["text"])
        if name is not None:
            yield Label(name, Span(*match.span("text")), match.end(), True)


def _ends_title(view: str, low: int, label: Span) -> bool:
    """Whether what looks like a label is the end of a title: "Office Manager: keeps", "de la cadre supérieure :"."""
    text = view[slice(*label)]
    if text.islower() and " " not in text and view[low : label.start].strip(" *_|#-"):
        return True  # a word alone in small letters, behind others
    return view[slice(*label)].lower() == "manager" and _CAPITALISED.search(view, low, label.start) is not None


def label_of(text: str) -> str | None:
    """The field that a text is the label of; None where it is none.

    >>> label_of("Position Number Numéro du poste"), label_of("Director, Outreach")
    ('position_number', None)
    """
    text = _FORM_ITEM.sub("", text)
    words = text.split()
    if len(words) > 2 * _MOST_WORDS or re.search(r"\d", text):
        return None  # "Grade 7" is what a label holds
    plain = _ASIDE.sub("", text)
    return _named(text) or _named(plain) or _named_twice(plain.split()[:_MOST_WORDS])


def _named(text: str) -> str | None:
    """The field of a label in one language or in two ("Location - Lieu"); of two units one ("Division/Region")."""
    whole = _WHOLE.get(_letters(text))
    if whole is not None or not _TWO.search(text):
        return whole
    names = [_WHOLE.get(_letters(part)) for part in _TWO.split(text)]
    return names[0] if len({*names}) == 1 or ("/" in text and _UNITS.issuperset(names)) else None


def _named_twice(words: list[str]) -> str | None:
    """The field of a label whose translation follows with nothing between."""
    for cut in range(1, len(words)):
        name = _WHOLE.get(_letters(" ".join(words[:cut])))
        if name is not None and name == _WHOLE.get(_letters(" ".join(words[cut:]))):
            return name
    return None


def above_values(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels that fill a line, in one language or in two, and stand above the line of their value, in order.

    The lines of a label in two languages follow each other. One such label alone may be a heading: two are a form.
    """
    found: list[Label] = []
    run: list[tuple[str, Span]] = []
    value = -1  # where the value of the label before ends
    headed = False  # by a heading of Markdown, below which a line is left empty
    for line in _FILLED.finditer(view, start, end):
        name, place = label_of(line["text"]), Span(*line.span("text"))
        if name is not None and (_is_sure(line["text"]) or _goes_on(view, place, name, run, found, value)):
            run, headed = [*run, (name, place)], bool(line["marks"])
            continue
        names = {one for one, _ in run}
        if len(names) == 1 and view[run[-1][1].end : line.start()].count("\n") <= 1 + headed:
            found.append(Label(names.pop(), Span(run[0][1].start, run[-1][1].end), line.start(), True))
            value = line.end()
        run = []
    yield from found if len(found) > 1 else ()


def _is_sure(text: str) -> bool:
    """Whether a line that spells a label of several words can be nothing else."""
    return bool(re.search(r"[ /]", text))


def _goes_on(view: str, place: Span, name: str, run: list[tuple[str, Span]], found: list[Label], value: int) -> bool:
    """Whether a word alone in its line is a label of the form around it, and no value.

    It translates the label above it, or no label is open and it stands right below the value of one, or is in
    capitals as they are.
    """
    if run:
        return run[-1][0] == name
    capitals = bool(found) and view[slice(*place)].isupper() and view[slice(*found[-1].span)].isupper()
    return capitals or (value >= 0 and not view[value : place.start].strip(" \n*_#"))


def before_numbers(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels of a number that it follows to the end of the line, in order."""
    for match in _NUMBERED.finditer(view, start, end):
        name = label_of(match["text"])
        if name is not None:
            yield Label(name, Span(*match.span("text")), match.end(), True)


def before_bars(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels that fill a cell of a Markdown table whose next cell may hold the value, in order."""
    for match in _CELL.finditer(view, start, end):
        name = label_of(match["text"])
        if name is not None:
            yield Label(name, Span(*match.span("text")), match.end(), True)


def before_gaps(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels that begin a line and that a gap sets off from their value, in order: two, or one of a numbered form.

    A dash may join two parts of a title: two fields must be set off by one.
    """
    found: list[Label] = []
    dashed: list[Label] = []
    is_form = False
    for match in _GAP.finditer(view, start, end):
        name = label_of(match["text"])
        if name is not None and not (match["dash"] and _is_label_line(view, match.end())):
            (dashed if match["dash"] else found).append(Label(name, Span(*match.span("text")), match.end(), True))
            is_form = is_form or len(found) > 1 or match[0].lstrip()[0].isdigit()
    yield from found if is_form else ()
    yield from dashed if len({label.name for label in dashed}) > 1 else ()


def _is_label_line(view: str, start: int) -> bool:
    """Whether the rest of a line is the translation of the label before it."""
    return label_of(view[start : start + _REACH].partition("\n")[0].strip(" \t*_:")) is not None


def _longest(view: str, low: int, high: int) -> tuple[str, Span] | None:
    """The label that the last words between two offsets spell, the longest that is one."""
    words = list(_WORD.finditer(view, low, high))[-_MOST_WORDS:]
    spelled = [_SPELLED[word[0]] for word in words]
    for index, word in enumerate(words):
        text, letters = view[word.start() : high], "".join(spelled[index:])
        name = _named(text) if letters in _WHOLE or _TWO.search(text) else None
        if name is not None and not re.search(r"\d", text):
            first = re.search(r"\w", word[0])
            return name, Span(word.start() + (first.start() if first else 0), words[-1].end())
        if index and not letters:
            return None
    return None


def bare(view: str, start: int, end: int) -> Iterator[Label]:
    """Labels of several words in running text, with or without a colon, in order."""
    words = list(_WORD.finditer(view, start, end))
    letters = [_SPELLED[word[0]] for word in words]
    index = 0
    while index < len(words):
        length, name = _bare_at(words, letters, index)
        if name is not None:
            span = Span(words[index].start(), words[index + length - 1].end())
            colon = _COLON.match(view, span.end)
            yield Label(name, span, colon.end() if colon else span.end, colon is not None)
        index += length


def _bare_at(words: list[re.Match[str]], letters: list[str], index: int) -> tuple[int, str | None]:
    """How many words from `index` on spell the longest label of several words, and its field."""
    best: tuple[int, str | None] = (1, None)
    spelled, length = letters[index], 1
    if spelled in _NEVER_VALUES and words[index][0][0].isupper():
        best = 1, _WHOLE[spelled]
    while spelled in _BEGINNINGS and length < _MOST_WORDS and index + length < len(words):
        following = words[index + length]
        if re.search(r"\d", following[0]) or "\n" in following.string[words[index].start() : following.start()]:
            break
        spelled, length = spelled + letters[index + length], length + 1
        if spelled in _SINGLE:
            continue
        if spelled in _WHOLE and words[index][0][0].isupper():
            best = length, _WHOLE[spelled]
        elif spelled in _CUT and len(spelled) >= _LONG_ENOUGH:
            best = length, _CUT[spelled]
    return best


def is_residue(text: str) -> bool:
    """Whether what stands between two labels is only a damaged label, and no value."""
    words = [word for word in text.split() if re.search(r"\w", word)]
    return all(_is_label_piece(word) and not _TITLE_WORD.match(word) for word in words) and not _VALUE.search(text)


def after_residue(view: str, start: int, end: int) -> int:
    """Where the value starts in a row of a flattened table, behind damaged pieces of labels."""
    for word in re.finditer(r"[^\s]+", view[start:end]):
        if _TITLE_WORD.match(word[0]) or re.search(r"\d|[OIl]{3}", word[0]) or not _is_label_piece(word[0]):
            return start + word.start()
    return end


def _is_label_piece(word: str) -> bool:
    """Whether a word is a label's, or what a scan left of one; values start with a capital or a digit."""
    pieces = re.findall(r"[a-zà-ÿ]+", word.lower())
    return not word[0].isupper() or all(len(p) < 4 or any(p in known for known in _WORDS) for p in pieces)
