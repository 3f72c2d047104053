"""Bytes to text: the encoding is detected, the text is taken as it stands."""

from __future__ import annotations

import codecs

from orgraph.errors import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What a file is in truth, whatever its name says, and what to do with it.
_KNOWN = (
    (b"%PDF-", "a PDF, not text: give it the ending .pdf, or save its table as one"),
    (b"{\\rtf", "rich text (RTF): save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office program: save it as .docx or .xlsx"),
)

# What an English or French text in cp1252 may hold beyond ASCII, with the names of people from elsewhere in Europe;
# the bytes of a broken UTF-8 give other letters.
_WESTERN = frozenset(
    "àâäáåæçéèêëíîïìñóôöòœùûüúßÀÁÄÆÇÉÈÊËÍÎÏÑÓÔÖŒÙÛÜÚøõýãšžŠŽ‘’‚“”„«»‹›–—…•·€£¥¢§©®™°±²³¹ºª¼½¾×÷µ¶´¨¸¡¿†‡ˆ˜\xa0\xad"
)

# Bytes below the printable ones that a text does not hold: all but tab, line ends, form feed and escape.
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0c\x1b")


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Text and the name of its encoding.

    A byte-order mark decides; then UTF-8; then cp1252, which old files of the West are in. What holds
    control bytes is binary, and what none of them can read is refused: it would be quoted wrongly.

    >>> decode("Équipe".encode("cp1252"), "a.txt")
    ('Équipe', 'cp1252')
    """
    text, encoding = _decoded(data, source)
    refuse_empty(text, source)
    return text, encoding


def refuse_empty(text: str, source: str) -> None:
    """Raise UnreadableSource where a text has nothing but white space."""
    if not text.strip().strip("\ufeff"):
        raise UnreadableSource(source, "empty: no text to read")


def _decoded(data: bytes, source: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_marked(data, encoding, source), encoding
    if found := next((what for start, what in _KNOWN if data.startswith(start)), None):
        raise UnreadableSource(source, found)
    if _is_binary(data):
        raise UnreadableSource(source, "binary data, not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as problem:
        return _guess(data, source, problem.start)


def _as_marked(data: bytes, encoding: str, source: str) -> str:
    """The text after its mark. UTF-8 keeps the mark as its first character: offsets count it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise UnreadableSource(source, f"marked as {encoding}, but byte {problem.start} is not") from problem


def _is_binary(data: bytes) -> bool:
    """NUL never occurs in text; other control bytes hardly do."""
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\0" in sample or control * 50 > len(sample)


def _guess(data: bytes, source: str, bad: int) -> tuple[str, str]:
    """cp1252 (which reads Latin-1 too) where every letter it gives is one that English or French writes."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = None
    if text is None or any(c > "\x7f" and c not in _WESTERN for c in text):
        raise UnreadableSource(source, f"not UTF-8 (byte {bad}), and nothing else that is known; save it as UTF-8")
    return text, "cp1252"
