r"""Refuse queries that would call another server: SERVICE as a keyword, never as a word in a string or a name.

The engine splits a query into words by what may stand where: `<` opens an IRI in one place and
compares in another, and a keyword needs no space around it. So nothing here guesses. Only what is a
string, a comment, an IRI, a variable or the end of a prefixed name under *every* reading is set aside;
if the word is still there, the query is refused.
"""

from __future__ import annotations

import re
from typing import Final

from orgraph.errors import BadQuery
from orgraph.text import Lines

_WORD: Final = re.compile("service", re.IGNORECASE)
_HARMLESS: Final = re.compile(
    r"""
      \\ .                                              # an escape in a prefixed name
    | " "" (?: [^"\\] | \\ . | " (?! "" ) )*+ " ""      # a long string
    | ' '' (?: [^'\\] | \\ . | ' (?! '' ) )*+ ' ''
    | " (?: [^"\\\n\r] | \\ . )*+ "                     # a string
    | ' (?: [^'\\\n\r] | \\ . )*+ '
    | \# [^\n\r]*+                                      # a comment
    | < [A-Za-z][A-Za-z0-9+.-]*+ :// [\w.~:/?%=&+@,;!$*-]*+ (?: \# [\w.~:/?%=&+@,;!$*-]*+ )? >    # an IRI
    | [?$] [A-Za-z0-9_]++                               # a variable
    | : [A-Za-z0-9_]++                                  # the end of a prefixed name
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)
# Whether any other "<" opens an IRI depends on what stands before it, unless a space follows.
_UNSURE: Final = re.compile(r"<(?!=?\s)")


def refuse_service(sparql: str) -> None:
    """Raise BadQuery if a query calls, or under some reading could call, another server.

    >>> refuse_service("SELECT * { ?service rdfs:label 'Service' } # a service")
    >>> refuse_service("SELECT * { SERVICE <https://e.org/sparql> { ?s ?p ?o } }")
    Traceback (most recent call last):
    orgraph.errors.BadQuery: line 1: SERVICE is refused: a query reads this graph and nothing else
    """
    if not _WORD.search(sparql):
        return
    rest = _HARMLESS.sub(lambda found: "\n" * found[0].count("\n") + "~", sparql)
    if found := _WORD.search(rest):
        line, _ = Lines(rest).place(found.start())
        raise BadQuery(f"line {line}: SERVICE is refused: a query reads this graph and nothing else")
    if found := _UNSURE.search(rest):
        line, _ = Lines(rest).place(found.start())
        advice = 'beside the word "service", write IRIs in full (<https://...>) and a space after "<"'
        raise BadQuery(f"line {line}: {advice}")
