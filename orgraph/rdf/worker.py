"""The process in which one query runs: a question on standard input, its answer as JSON on standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from orgraph.errors import BadQuery, UnreadableSource
from orgraph.rdf.store import answer


def main() -> None:
    """Read a line with the question as JSON and then the RDF, if any; write rows, or why there are none."""
    question = json.loads(sys.stdin.buffer.readline())
    sys.stdout.buffer.write(json.dumps(_reply(**question)).encode())


def _reply(sparql: str, format: str, path: str | None) -> dict[str, Any]:
    try:
        return answer(sys.stdin.buffer.read() if path is None else Path(path), sparql, format)._asdict()
    except BadQuery as error:
        return {"refused": str(error)}
    except UnreadableSource as error:
        return {"unreadable": error.reason}


if __name__ == "__main__":
    main()
