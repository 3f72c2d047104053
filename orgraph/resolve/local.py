"""Who is who within one document: mentions that stand for one position or unit become one Local."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from orgraph.model import Claim, Mention, Text
from orgraph.resolve.glossary import glossary, written_out
from orgraph.resolve.scope import NOWHERE, Home, Scope, scope_of
from orgraph.titles import Canonical, canonical, initials, is_bare, may_be_one, rank

_LOST = re.compile(r"(?<=\w) s (?=\w)")  # a scan lost an apostrophe: "the CEO s management committee"
_MOST_SUPERIORS = 50  # of one document that are compared; what names more is no description


@dataclass(eq=False, slots=True)
class Local:
    """One position or unit as one document knows it; `superior` is its Local in the same document.

    `acronyms` are canonical, and of the whole title: those that it is defined by, and those that name it;
    `also` are its names with the acronyms of units written out.
    """

    document: str
    kind: str
    scope: Scope
    place: int
    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: frozenset[str] = frozenset()
    acronyms: frozenset[Canonical] = frozenset()
    also: frozenset[Canonical] = frozenset()
    superior: Local | None = None
    is_subject: bool = False
    is_head: bool = False  # of the outermost unit: there is one "Deputy Minister, Lamps"
    home: Home = NOWHERE
    language: str = ""  # of its text
    is_row: bool = False  # of a table: rows are never united with one another
    _keys: tuple[int, tuple[Canonical, ...]] = (0, ())

    @property
    def apart(self) -> str:
        """Two Locals with the same of this are two entities."""
        return "rows" if self.is_row else self.document

    @property
    def keys(self) -> tuple[Canonical, ...]:
        """Canonical forms of its names; of initials that another of its names spells out, only that one."""
        if self._keys[0] != len(self.names):
            names = [name for name in self.names if not (name.isupper() and _is_spelled(name, self.names))]
            names = [_LOST.sub(" ", name) for name in names] if self.kind == "unit" else names
            self._keys = len(self.names), tuple(sorted({key for name in names if (key := canonical(name))}))
        return self._keys[1]

    @property
    def bare(self) -> bool:
        """Whether no name of it says more than a rank."""
        return self.kind == "position" and all(is_bare(name) for name in self.names)


def locals_of(document: str, claims: Sequence[Claim], language: str = "") -> list[Local]:
    """The positions and units of one document, in order of place."""
    found = _Document(document, scope_of(claims), _referring(claims), _lists(claims))
    for claim in claims:
        found.take(claim)
    for claim in claims:
        found.relate(claim)
    found.write_out(claims)
    for local in found.locals:
        local.language = language
    return sorted(found.locals, key=lambda local: (local.place, local.names))


def _referring(claims: Sequence[Claim]) -> set[Mention]:
    """Mentions that refer to a post said elsewhere too: superiors, and names with their acronym."""
    lines = ("reports_to", "functional_line_to")
    superiors = {claim.value for claim in claims if claim.predicate in lines and isinstance(claim.value, Mention)}
    return superiors | {
        claim.subject for claim in claims if claim.predicate == "acronym" and claim.subject.kind == "position"
    }


def _lists(claims: Sequence[Claim]) -> dict[Mention, str]:
    """The list that each item stands in: the peers, or the reports."""
    found: dict[Mention, str] = {}
    for claim in claims:
        if claim.predicate == "lists_peer" and isinstance(claim.value, Mention):
            found[claim.value] = "peers"
        elif isinstance(claim.value, Mention) and claim.value.kind == "self":
            found[claim.subject] = "reports"
    return found


class _Document:
    """The Locals of one document while they are gathered."""

    def __init__(self, document: str, scope: Scope, referring: set[Mention], lists: dict[Mention, str]) -> None:
        self.document, self.scope, self.referring = document, scope, referring
        self.locals: list[Local] = []
        self.of: dict[Mention, Local] = {}
        self.superiors: list[Local] = []
        self.units: dict[str, Local] = {}
        self.titles: dict[str, Local] = {}
        self.lists = lists

    def take(self, claim: Claim) -> None:
        """Give each mention of a claim its Local, and each Local its names and numbers."""
        subject = self._local(claim.subject)
        if isinstance(claim.value, Mention):
            self._local(claim.value)
        elif isinstance(claim.value, Text):
            if claim.predicate in ("title", "alias", "unit_name") and claim.value.text not in subject.names:
                subject.names.append(claim.value.text)
            elif claim.predicate == "position_number":
                subject.numbers |= {claim.value.text}
            elif claim.predicate == "acronym" and _stands_for_all(claim.value.text, subject):
                subject.acronyms |= {canonical(claim.value.text)}

    def relate(self, claim: Claim) -> None:
        """Set the superior of each Local, the stated line before an inferred one."""
        if claim.predicate == "reports_to" and isinstance(claim.value, Mention):
            local = self.of[claim.subject]
            if local.superior is None or (claim.modality == "stated" and claim.value.kind == "self"):
                local.superior = self.of[claim.value]

    def write_out(self, claims: Iterable[Claim]) -> None:
        """Give each Local its names with the acronyms written out that the document defines."""
        units = (
            f"{claim.subject.text} ({claim.value.text})"
            for claim in claims
            if claim.predicate == "acronym" and claim.subject.kind == "unit" and isinstance(claim.value, Text)
        )
        known = glossary((*(name for local in self.locals for name in local.names), *units))
        for local in self.locals if known else ():
            spelled = (written_out(name, known) for name in local.names)
            local.also = frozenset(name for name in spelled if name)

    def _local(self, mention: Mention) -> Local:
        if mention not in self.of:
            local = self._known(mention) or self._new(mention)
            self.of[mention] = local
            local.mentions.append(mention)
            if mention.kind != "self" and mention.text not in local.names:
                local.names.append(mention.text)
                if _is_acronym(mention.text):
                    local.acronyms |= {canonical(mention.text)}
        return self.of[mention]

    def _new(self, mention: Mention) -> Local:
        local = Local(self.document, "unit" if mention.kind == "unit" else "position", self.scope, mention.start)
        local.is_subject = mention.kind == "self"
        self.locals.append(local)
        if mention.kind == "unit":
            self.units[canonical(mention.text)] = local
        elif not local.is_subject:
            self.titles.setdefault(canonical(mention.text), local)
            if mention in self.referring:
                self.superiors.append(local)
        return local

    def _known(self, mention: Mention) -> Local | None:
        """The Local that a further mention belongs to: a unit of the same name, a superior said shorter."""
        if mention.kind == "unit":
            return self.units.get(canonical(mention.text))
        if mention.kind == "self":
            return None
        if mention in self.referring:
            known = self.superiors[:_MOST_SUPERIORS]
            fits = [local for local in known if any(may_be_one(mention.text, name) for name in local.names)]
            if len(fits) == 1:
                return fits[0]
        return self._namesake(mention)

    def _namesake(self, mention: Mention) -> Local | None:
        """The Local of the same full title; two items of one list stay two, whatever they are called."""
        if is_bare(mention.text):
            return None
        known = self.titles.get(canonical(mention.text))
        list_ = self.lists.get(mention)
        return None if known is None or (list_ and any(self.lists.get(m) == list_ for m in known.mentions)) else known


def _is_spelled(text: str, names: Iterable[str]) -> bool:
    """Whether capitals are initials of a name that is written out: this CEO may be a Chief Engagement Officer."""
    return text.isalpha() and any(not name.isupper() and initials(name).startswith(text) for name in names)


def _is_acronym(text: str) -> bool:
    """Whether a name is nothing but an acronym: "CEO", "ED/S"; "DG" alone is a rank."""
    letters = text.replace("/", "")
    return 1 < len(letters) <= 8 and letters.isalpha() and letters.isupper() and canonical(text) == _letters(text)


def _letters(text: str) -> str:
    """An acronym in small letters, part by part, as `canonical` leaves one that stands for no rank."""
    return " ".join(text.lower().split("/"))


def _stands_for_all(acronym: str, local: Local) -> bool:
    """Whether an acronym names the whole title, and not only its rank, which many posts share."""
    ranks = {initials(rank(name)) for name in local.names if canonical(name) != rank(name) or is_bare(name)}
    return acronym not in ranks and canonical(acronym) == _letters(acronym)
