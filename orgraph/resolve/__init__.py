"""Resolve mentions: who is who, within a document and across documents; every claim is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from orgraph.model import BoundClaim, Claim, Document, Mention, Roster, Source, Unresolved
from orgraph.resolve.identify import identify
from orgraph.resolve.local import Local, locals_of
from orgraph.resolve.merge import Open, merge
from orgraph.resolve.rank import ranked
from orgraph.resolve.rows import rows

Bindings = dict[tuple[str, Mention], str]


def resolve(extracted: Iterable[tuple[Document, Sequence[Claim]]]) -> Roster:
    """The roster of all documents. Their order does not matter; equal bytes under two names count once.

    Linear in mentions: candidates come from blocks of one scope and one canonical title.
    """
    once = {document.id: (document, claims) for document, claims in sorted(extracted, key=_by_source, reverse=True)}
    found = [once[key] for key in sorted(once)]
    listed = rows([pair for pair in found if pair[0].kind == "table"])
    texts = [pair for pair in found if pair[0].kind != "table"]
    locals_ = [local for document, claims in texts for local in locals_of(document.id, claims)]
    merged, left_open = merge([*locals_, *listed.locals])
    entities = identify(merged)
    ids = {local: entity.id for entity in entities for local in entity.locals}
    bindings: Bindings = {(local.document, m): ids[local] for local in locals_ for m in local.mentions}
    bindings.update((key, ids[local]) for key, local in listed.of.items())
    left_open = (*left_open, *(Open(local, _reason(near), near) for local, near in listed.unknown))
    subjects = {document: entity for (document, mention), entity in bindings.items() if mention.kind == "self"}
    claims = ranked(_bound(claim, bindings) for _, claims in found for claim in claims)
    return Roster(
        sources=tuple(sorted((_source(document, subjects) for document, _ in found), key=lambda s: (s.source, s.id))),
        entities=tuple(sorted((entity.record() for entity in entities), key=lambda e: e.id)),
        claims=tuple(claims),
        unresolved=tuple(_unresolved(ids, left_open)),
    )


def _by_source(pair: tuple[Document, Sequence[Claim]]) -> str:
    return pair[0].source


def _bound(claim: Claim, bindings: Bindings) -> BoundClaim:
    value = claim.value
    object_ = bindings[claim.document, value] if isinstance(value, Mention) else None
    return BoundClaim(claim=claim, subject=bindings[claim.document, claim.subject], object=object_)


def _reason(near: Sequence[Local]) -> str:
    return "no row has this reference" + ("; one differs from it by letter case or zeros" if near else "")


def _unresolved(ids: Mapping[Local, str], left_open: Iterable[Open]) -> list[Unresolved]:
    """What was left open, with the ids of the entities that it could be, in the order of the texts."""
    found = (
        Unresolved(
            document=local.document,
            mention=local.mentions[0],
            reason=reason,
            candidates=tuple(sorted({ids[candidate] for candidate in candidates})),
        )
        for local, reason, candidates in left_open
    )
    return sorted(found, key=lambda left: (left.document, left.mention.start, left.mention.text))


def _source(document: Document, subjects: dict[str, str]) -> Source:
    return Source(
        id=document.id,
        source=document.source,
        kind=document.kind,
        language=document.language,
        encoding=document.encoding,
        subject=subjects.get(document.id),
    )
