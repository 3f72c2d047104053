"""Packed files (Office documents and workbooks): a small file that unpacks to a huge one is refused."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from orgraph.errors import UnreadableSource

_MOST_UNPACKED: Final = 1 << 30  # bytes that a packed file may hold


def refuse_bomb(data: bytes, source: str) -> None:
    """Raise UnreadableSource before anything is unpacked; what is no archive is left to its reader."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        return
    if size > _MOST_UNPACKED:
        raise UnreadableSource(source, f"unpacks to {size:,} bytes, more than {_MOST_UNPACKED:,}")
