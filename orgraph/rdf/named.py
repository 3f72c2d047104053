"""Named queries: a file each in ontology/queries, its caption in the first line, its parameters in the next.

A parameter is a `$name` in the query and a line `# param: name = default` above it. Its value takes the
place of `$name` as one escaped string, so no value can be read as SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, NamedTuple

from orgraph.errors import UnknownName
from orgraph.rdf.names import whole

_PARAMETER: Final = re.compile(r"^# param: (\w+) = (.*)$", re.MULTILINE)
_VARIABLE: Final = re.compile(r"\$(\w+)")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class NamedQuery(NamedTuple):
    """One query of the shelf: what it answers, its parameters with their defaults, and its text."""

    name: str
    caption: str
    parameters: dict[str, str]
    text: str


def ontology() -> Traversable:
    """The folder of the vocabulary and its queries: inside an installed wheel, or beside the package."""
    packed = files("orgraph") / "_ontology"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "ontology"


def generate_queries() -> Iterator[NamedQuery]:
    """Every named query, by name.

    >>> {"below", "chain-of-command"} <= {query.name for query in generate_queries()}
    True
    """
    for file in sorted((ontology() / "queries").iterdir(), key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        caption = text.partition("\n")[0].removeprefix("# ")
        yield NamedQuery(file.name.removesuffix(".rq"), caption, dict(_PARAMETER.findall(text)), text)


def named_query(name: str) -> NamedQuery:
    """The query of a name; an unknown name is an error that lists the known ones."""
    queries = {query.name: query for query in generate_queries()}
    if name not in queries:
        raise UnknownName("query", name, list(queries))
    return queries[name]


def bind(query: NamedQuery, values: Mapping[str, str]) -> str:
    """The text of a query with its parameters filled in; those not given keep their defaults."""
    for name in values:
        if name not in query.parameters:
            raise UnknownName("parameter", name, list(query.parameters) or ["(none)"])
    literals = {name: sparql_string(value) for name, value in {**query.parameters, **values}.items()}
    return _VARIABLE.sub(lambda found: literals.get(found[1], found[0]), query.text)


def sparql_string(text: str) -> str:
    r"""A text as a string of SPARQL.

    A backslash before a "u" needs care: SPARQL lets an engine read \\uXXXX before it looks for strings.

    >>> print(sparql_string('a "b" \\ c'), sparql_string("\\u0022"))
    "a \"b\" \\ c" "\\\U000000750022"
    """
    escaped = whole(text).translate(_ESCAPES)
    return '"' + re.sub(r"(?<=\\)[uU]", lambda found: f"\\U{ord(found[0]):08X}", escaped) + '"'
