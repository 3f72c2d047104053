"""The mention that stands for the described position itself."""

from __future__ import annotations

from typing import Final

from orgraph.model import Mention

SELF: Final = Mention(kind="self", text="this position")
