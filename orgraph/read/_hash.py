"""The identity of a source: what its bytes are, whatever it is called."""

from __future__ import annotations

import hashlib


def identity(data: bytes) -> str:
    """The id of a document.

    >>> identity(b"")[:14]
    'sha256:e3b0c44'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()
