"""Resolve mentions: who is who, within a document and across documents; every claim is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from orgraph.decision import Decisions
from orgraph.model import BoundClaim, Claim, Document, Entity, Mention, Roster, Source, Unresolved
from orgraph.resolve.decide import Bench, Effect
from orgraph.resolve.identify import Identified, identify
from orgraph.resolve.local import Local, locals_of
from orgraph.resolve.lock import Lock, locked, present, relocked
from orgraph.resolve.merge import Open, merge
from orgraph.resolve.rank import judged, place, ranked
from orgraph.resolve.rows import Rows, led_anew, rows
from orgraph.resolve.target import Targets

__all__ = ["Lock", "Settled", "resolve", "settle"]


class Settled(NamedTuple):
    """A roster, and the lock that keeps its identifiers for the next run, if one was given."""

    roster: Roster
    lock: Lock | None


def resolve(extracted: Iterable[tuple[Document, Sequence[Claim]]], decisions: Iterable[Decisions] = ()) -> Roster:
    """The roster of all documents. Their order does not matter; equal bytes under two names count once.

    Linear in mentions: candidates come from blocks of one scope and one canonical title. Decisions are
    replayed; one that does not apply is among the unresolved, with the reason.
    """
    return settle(extracted, decisions).roster


def settle(
    extracted: Iterable[tuple[Document, Sequence[Claim]]], decisions: Iterable[Decisions] = (), lock: Lock | None = None
) -> Settled:
    """The roster, with identifiers as the lock holds them, and the lock with what is new."""
    once = {document.id: (document, claims) for document, claims in sorted(extracted, key=_by_source, reverse=True)}
    found = [once[key] for key in sorted(once)]
    listed = rows([pair for pair in found if pair[0].kind == "table"])
    texts = [pair for pair in found if pair[0].kind != "table"]
    locals_ = [local for document, claims in texts for local in locals_of(document.id, claims, document.language)]
    sources = {document.id: document.source for document, _ in found}
    entities, left_open, bench = _settled([*locals_, *listed.locals], sources, tuple(decisions), lock)
    ids = {local: entity.id for entity in entities for local in entity.locals}
    bindings = _Bindings(locals_, listed, ids)
    left_open = (*left_open, *(Open(local, _reason(near), near) for local, near in listed.unknown))
    subjects = {local.document: ids[local] for local in locals_ if local.is_subject}
    claims = list(ranked(_in_order(found, bindings)))
    effect = bench.effect(entities, claims) if bench else Effect([], {}, {}, [])
    claims = list(led_anew(claims, effect.ranks)) if effect.ranks else claims
    every = (*(_source(document, subjects) for document, _ in found), *_files(bench, effect))
    roster = Roster(
        sources=tuple(sorted(every, key=lambda source: (source.source, source.id))),
        entities=tuple(sorted((_record(entity, effect) for entity in entities), key=lambda e: e.id)),
        claims=(*judged(claims, effect.ranks), *effect.claims),
        unresolved=(*_unresolved(ids, left_open), *effect.left),
    )
    if lock is None:
        return Settled(roster, None)
    new = relocked(entities, lock)
    return Settled(replace(roster, replaced=present(new)), new)


def _settled(
    locals_: list[Local], sources: dict[str, str], decisions: tuple[Decisions, ...], lock: Lock | None
) -> tuple[list[Identified], tuple[Open, ...], Bench | None]:
    """Entities as the texts make them; where people decided, once more with what they decided of these."""
    groups, left_open = merge(locals_)
    entities = _identified(groups, lock)
    if not decisions:
        return entities, left_open, None
    bench = Bench(decisions, Targets(entities, sources))
    groups, left_open = merge(locals_, bench.decided())
    return _identified(groups, lock), left_open, bench


def _identified(groups: list[list[Local]], lock: Lock | None) -> list[Identified]:
    found = identify(groups)
    return found if lock is None else locked(found, lock)


def _files(bench: Bench | None, effect: Effect) -> list[Source]:
    """The files of decisions that something rests on: they are sources, too."""
    used = {bound.claim.document for bound in effect.claims} | {left.document for left in effect.left}
    return [file.source for file in bench.files if file.source.id in used] if bench else []


def _record(entity: Identified, effect: Effect) -> Entity:
    return replace(entity.record(), label=effect.labels.get(entity.id, entity.label))


def _by_source(pair: tuple[Document, Sequence[Claim]]) -> str:
    return pair[0].source


class _Bindings:
    """What each mention of a document means, made a document at a time: all of them weigh as much as the claims."""

    def __init__(self, locals_: Iterable[Local], listed: Rows, ids: Mapping[Local, str]) -> None:
        self._ids, self._listed = ids, listed
        self._locals: dict[str, list[Local]] = defaultdict(list)
        self._rows: dict[str, list[Mention]] = defaultdict(list)
        for local in locals_:
            self._locals[local.document].append(local)
        for document, mention in listed.of:
            self._rows[document].append(mention)

    def of(self, document: str) -> dict[Mention, str]:
        """The entity of each mention of one document."""
        found = {m: self._ids[local] for local in self._locals.get(document, ()) for m in local.mentions}
        found.update((m, self._ids[self._listed.of[document, m]]) for m in self._rows.get(document, ()))
        return found


def _in_order(found: Iterable[tuple[Document, Sequence[Claim]]], bindings: _Bindings) -> Iterator[BoundClaim]:
    """The claims by source and place. A document at a time: keys for all of them would be as large as they are."""
    for document, claims in sorted(found, key=lambda pair: (pair[0].source, pair[0].id)):
        last, subject, means = None, "", bindings.of(document.id)
        for claim in sorted(claims, key=place):
            if claim.subject is not last:  # the claims of a row stand together
                last, subject = claim.subject, means[claim.subject]
            value = claim.value
            object_ = means[value] if isinstance(value, Mention) else None
            yield BoundClaim(claim=claim, subject=subject, object=object_)


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
