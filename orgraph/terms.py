"""The predicate table: what each predicate joins, its IRI, and whether it may hold one value only.

Extraction, resolution, the graph, RDF and the documentation all read this table; nothing else
knows what a predicate may join. `ontology/orgraph.ttl` holds the same terms, and a test says so.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

OGR: Final = "https://w3id.org/orgraph/ns#"
ORG: Final = "http://www.w3.org/ns/org#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

SubjectKind = Literal["position", "unit", "any"]
ObjectKind = Literal["any", "position", "unit", "text", "classification", "date", "quantity"]


class Term(NamedTuple):
    """One predicate: legal subject and object, IRI, `single` when two values are a conflict; any: position or unit."""

    name: str
    subject: SubjectKind
    object: ObjectKind
    iri: str
    single: bool
    label: str

    @property
    def is_edge(self) -> bool:
        """Whether the predicate joins two entities, and so becomes an edge of the graph."""
        return self.object in ("any", "position", "unit")


_ROWS = (
    # name                 subject     object            IRI                          single  label
    Term("title",              "position", "text",           SKOS + "prefLabel",          True,  "title"),
    Term("unit_name",          "unit",     "text",           SKOS + "prefLabel",          True,  "name of a unit"),
    Term("alias",              "any",      "text",           SKOS + "altLabel",           False, "also called"),
    Term("acronym",            "any",      "text",           OGR + "acronym",             False, "acronym"),
    Term("spelled_out",        "position", "text",           OGR + "spelledOut",          False, "acronym spelled out"),
    Term("position_number",    "position", "text",           OGR + "positionNumber",      True,  "position number"),
    Term("job_code",           "position", "text",           OGR + "jobCode",             True,  "job code"),
    Term("occupation",         "position", "text",           OGR + "occupationCode",      True,  "occupation code"),
    Term("classification",     "position", "classification", OGR + "classifiedAs",        True,  "classification"),
    Term("effective_date",     "position", "date",           OGR + "effectiveDate",       True,  "effective date"),
    Term("location",           "position", "text",           OGR + "locationName",        True,  "location"),
    Term("text_flaw",          "position", "text",           OGR + "textFlaw",            False, "flaw of the text"),
    Term("unit_kind",          "unit",     "text",           OGR + "unitKind",            True,  "kind of unit"),
    Term("incumbent",          "position", "text",           OGR + "incumbent",           False, "incumbent"),
    Term("post_status",        "position", "text",           OGR + "postStatus",          True,  "status of the post"),
    Term("in_unit",            "position", "unit",           ORG + "postIn",              True,  "in unit"),
    Term("heads_unit",         "position", "unit",           OGR + "headsUnit",           True,  "heads unit"),
    Term("member_of",          "position", "unit",           OGR + "memberOf",            False, "member of"),
    Term("chairs",             "position", "unit",           OGR + "chairs",              False, "chairs"),
    Term("part_of",            "unit",     "unit",           ORG + "subOrganizationOf",   True,  "part of"),
    Term("reports_to",         "any",      "position",       ORG + "reportsTo",           True,  "reports to"),
    Term("functional_line_to", "any",      "position",       OGR + "functionalLineTo",    False, "functional line to"),
    Term("lists_peer",         "position", "any",            OGR + "listsPeer",           False, "lists as a peer"),
    Term("decided",            "any",      "text",           OGR + "decided",             False, "decided by a person"),
    Term("stated_peers",       "position", "quantity",       OGR + "statedPeers",         True,  "stated number of peers, itself included"),
    Term("stated_reports",     "position", "quantity",       OGR + "statedReports",       True,  "stated number of direct reports"),
    Term("stated_teams",       "unit",     "quantity",       OGR + "statedTeams",         True,  "stated number of teams"),
    Term("seats",              "position", "quantity",       OGR + "seats",               True,  "identical seats in one box"),
    Term("staff",              "any",      "quantity",       OGR + "staff",               False, "staff"),
    Term("money",              "any",      "quantity",       OGR + "money",               False, "money"),
)  # fmt: skip

TERMS: Final[dict[str, Term]] = {term.name: term for term in _ROWS}

# Values of post_status with which a post counts no more: it was abolished, or who held it has left.
GONE: Final = frozenset(("eliminated", "former"))
