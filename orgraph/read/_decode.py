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


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Text and the name of its encoding.

    A byte-order mark decides; then UTF-8; then the best guess. What holds control bytes is binary, and
    what no encoding can read is refused: a text with marks of loss would be quoted wrongly.

    >>> decode("Équipe".encode("cp1252"), "a.txt")
    ('Équipe', 'cp1252')
    """
    text, encoding = _decoded(data, source)
    if not text.strip().strip("\ufeff"):
        raise UnreadableSource(source, "empty: no text to read")
    return text, encoding


def _decoded(data: bytes, source: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_marked(data, encoding, source), encoding
    if _is_binary(data):
        raise UnreadableSource(source, "binary data, not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data, source)


def _as_marked(data: bytes, encoding: str, source: str) -> str:
    """The text after its mark. UTF-8 keeps the mark as its first character: offsets count it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise UnreadableSource(source, f"marked as {encoding}, but byte {problem.start} is not") from problem


def _is_binary(data: bytes) -> bool:
    """NUL never occurs in text; other control bytes hardly do."""
    sample = data[:65536]
    control = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0c\x1b")
    return b"\0" in sample or control * 50 > len(sample)


def _guess(data: bytes, source: str) -> tuple[str, str]:
    """cp1252 where it can be (it reads Latin-1 too), else the detector's best."""
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

    best = from_bytes(data[:1_000_000]).best()
    try:
        if best is not None:
            return data.decode(best.encoding), best.encoding
    except UnicodeDecodeError:
        pass
    raise UnreadableSource(source, "no encoding reads it; save it as UTF-8")
