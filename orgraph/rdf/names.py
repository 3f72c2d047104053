"""What triples are made of: namespaces, IRIs and literals, and the IRIs minted under a base.

Every minted IRI follows from content alone (an entity id, a document hash, a claim), so equal graphs
have equal IRIs. Nothing is a blank node.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, unquote

from msgspec.structs import asdict

from orgraph.errors import OrgraphError, Unencodable
from orgraph.terms import OGR, ORG, SKOS
from orgraph.text import HALF_A_PAIR

if TYPE_CHECKING:
    from orgraph.model import BoundClaim, Classification, Unresolved

BASE: Final = "https://example.org/orgraph/"

DCAT: Final = "http://www.w3.org/ns/dcat#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
OA: Final = "http://www.w3.org/ns/oa#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
VOID: Final = "http://rdfs.org/ns/void#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final = {
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "oa": OA,
    "ogr": OGR,
    "org": ORG,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "void": VOID,
    "xsd": XSD,
}

TYPE: Final = RDF + "type"
LABEL: Final = RDFS + "label"
IDENTIFIER: Final = DCTERMS + "identifier"
PREF_LABEL: Final = SKOS + "prefLabel"
ALT_LABEL: Final = SKOS + "altLabel"
IN_DOCUMENT: Final = OGR + "inDocument"
ORDER: Final = OGR + "order"

STRING: Final = XSD + "string"

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")


_PLAIN = re.compile(r"[A-Za-z0-9_~/:-]*")  # what an identifier of ours is made of, and no IRI escapes


class Iri(NamedTuple):
    """The name of a thing."""

    value: str


class Literal(NamedTuple):
    """A value with its datatype; a text in a language has `language`."""

    value: str
    datatype: str = STRING
    language: str = ""


Node = Iri | Literal


def whole(text: str) -> str:
    r"""The text itself; half of a surrogate pair, which no encoding can hold, is refused.

    >>> whole("Director \ud83d")
    Traceback (most recent call last):
    orgraph.errors.Unencodable: half of a surrogate pair (\ud83d), which no encoding has, in 'Director \ud83d'
    """
    if not text.isascii() and (found := HALF_A_PAIR.search(text)):
        raise Unencodable(text, found.start())
    return text


class Names(NamedTuple):
    """The IRIs under one base.

    >>> names("https://acme.example/org").entity("position/acme/director-engagement")
    'https://acme.example/org/id/position/acme/director-engagement'
    """

    base: str

    def dataset(self, part: str = "") -> str:
        """The IRI of all that is said under this base, or of a part of it."""
        return f"{self.base}dataset#{part}" if part else f"{self.base}dataset"

    def entity(self, id_: str) -> str:
        """The IRI of a position or a unit."""
        return f"{self.base}id/{_path(id_)}"

    def document(self, id_: str) -> str:
        """The IRI of a source document."""
        return _document(self.base, id_)

    def claim(self, bound: BoundClaim) -> str:
        """The IRI of a claim about one entity: the same claim about two entities has two."""
        return f"{self.base}claim/{claim_key(bound)}"

    def classification(self, value: Classification) -> str:
        """The IRI of a group and level: equal classifications are one thing."""
        key = _hash("\0".join(f"{field}={part}" for field, part in asdict(value).items() if part is not None))
        return f"{self.base}classification/{_path(value.code).replace('/', '%2F')}-{key}"

    def unresolved(self, value: Unresolved) -> str:
        """The IRI of a mention that no entity fits."""
        mention = value.mention
        key = f"{value.document}\0{mention.kind} {mention.start} {mention.end}\0{mention.text}\0{value.reason}"
        return f"{self.base}unresolved/{_hash(key)}"


def names(base: str = "") -> Names:
    """The names under a base, an absolute IRI that is closed with a slash; BASE without one."""
    base = base or BASE
    if not _BASE.fullmatch(base):
        raise OrgraphError(f"the base of the IRIs must be absolute and without ? or #, like {BASE}: {base!r}")
    return Names(base if base.endswith("/") else base + "/")


def claim_key(bound: BoundClaim) -> str:
    """The last part of the IRI of a claim: a hash of what it says of whom, and where."""
    claim = bound.claim
    key = f"{claim.id}\0{claim.predicate}\0{bound.subject}\0{bound.object or ''}"
    for found in claim.evidence:
        key = f"{key}\0{found.document} {found.start} {found.end}"
    return _hash(key)


def identifier(iri: str, folder: str) -> str:
    """The id that an IRI was minted from.

    >>> identifier("https://example.org/orgraph/document/sha256:0a%2Etxt", "document")
    'sha256:0a.txt'
    """
    return unquote(iri.rpartition(f"/{folder}/")[2] or iri)


@lru_cache(maxsize=1024)
def _document(base: str, id_: str) -> str:
    return f"{base}document/{_path(id_).replace('/', '%2F')}"


def _path(id_: str) -> str:
    if _PLAIN.fullmatch(id_):
        return id_
    # A full stop is escaped because "." and ".." are steps in a path.
    return quote(whole(id_), safe="/:").replace(".", "%2E")


def _hash(key: str) -> str:
    return sha256(whole(key).encode()).hexdigest()[:20]
