"""The process in which one query runs: a question on standard input, its answer as JSON on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

from orgraph.errors import BadQuery, UnreadableSource
from orgraph.rdf.store import answer


def main() -> None:
    """Read a line with the query as JSON and then Turtle; write rows, or why there are none."""
    sparql = json.loads(sys.stdin.buffer.readline())
    sys.stdout.buffer.write(json.dumps(_reply(sys.stdin.buffer.read(), sparql)).encode())


def _reply(turtle: bytes, sparql: str) -> dict[str, Any]:
    try:
        return answer(turtle, sparql)._asdict()
    except BadQuery as error:
        return {"refused": str(error)}
    except UnreadableSource as error:
        return {"unreadable": error.reason}


if __name__ == "__main__":
    main()
