"""Replay decisions: what they unite, part, state, reject or prefer; one that does not apply is left open, with why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from orgraph.decision import Decision, Decisions, Named
from orgraph.model import BoundClaim, Claim, Mention, Rank, Text, Unresolved, Value
from orgraph.resolve.identify import Identified
from orgraph.resolve.local import Local
from orgraph.resolve.merge import Decided
from orgraph.resolve.stated import agrees, parse_value
from orgraph.resolve.target import Missing, Targets, in_source
from orgraph.terms import TERMS


class Effect(NamedTuple):
    """What decisions do to settled entities: claims they make, ranks they give, labels, and what does not apply."""

    claims: list[BoundClaim]
    ranks: dict[str, Rank]
    labels: dict[str, str]
    left: list[Unresolved]


class Bench:
    """The decisions of a run, first as they unite and part Locals, then as they judge claims."""

    def __init__(self, files: Iterable[Decisions], targets: Targets) -> None:
        self.files = sorted(files, key=lambda file: (file.source.source, file.source.id))
        self.targets = targets
        self.failed: list[tuple[Decision, Named, str]] = []
        self.found: list[tuple[Decision, list[list[Local]]]] = []
        for decision in (one for file in self.files for one in file.all):
            try:
                self.found.append((decision, [targets.find(name) for name in decision.of]))
            except Missing as missing:
                self.failed.append((decision, missing.named, str(missing)))

    def decided(self) -> Decided:
        """What is to be one, and what is to stay apart."""
        same = [[local for part in parts for local in part] for one, parts in self.found if one.verdict == "same"]
        apart = [pair for one, parts in self.found if one.verdict == "different" for pair in combinations(parts, 2)]
        return Decided(same, apart)

    def effect(self, entities: Sequence[Identified], claims: Sequence[BoundClaim]) -> Effect:
        """What the decisions do to settled entities and their claims."""
        home = {local: entity for entity in entities for local in entity.locals}
        effect = Effect([], {}, {}, [])
        said: dict[tuple[str, str], list[BoundClaim]] = {}
        for bound in claims:
            said.setdefault((bound.subject, bound.claim.predicate), []).append(bound)
        for decision, parts in self.found:
            subjects = [home[part[0]] for part in parts]
            try:
                if decision.value is None:
                    self._settled(decision, subjects, effect)
                else:
                    self._judged(decision, subjects[0], said, home, effect)
            except Missing as missing:
                self.failed.append((decision, missing.named, str(missing)))
        effect.left.extend(_left(decision, named, reason) for decision, named, reason in self.failed)
        return effect

    def _settled(self, decision: Decision, subjects: list[Identified], effect: Effect) -> None:
        """Record who is one and who is not; where another decision says the contrary, say so."""
        ids = dict.fromkeys(entity.id for entity in subjects)
        if decision.verdict == "different" and len(ids) < len(subjects):
            raise Missing(decision.of[0], "the names are of one post that a text or another decision makes one")
        names = [f"“{named.text}”" + (f" of {named.source}" if named.source else "") for named in decision.of]
        same = decision.verdict == "same"
        text = " and ".join(names) + (" are one" if same else " are not the same")
        for entity, named in list(zip(subjects, decision.of, strict=True))[: 1 if same else None]:
            effect.claims.append(_claim(decision, entity, named, text))

    def _judged(
        self,
        decision: Decision,
        entity: Identified,
        said: dict[tuple[str, str], list[BoundClaim]],
        home: dict[Local, Identified],
        effect: Effect,
    ) -> None:
        """State a value, or give a rank to what sources state."""
        predicate, wanted = decision.predicate or "", decision.value
        assert wanted is not None
        _fitting(decision, entity, predicate)
        value, object_ = self._value(wanted, predicate, home)
        known = said.get((entity.id, predicate), [])
        fits = [bound for bound in known if _is(bound, value, object_) and _within(bound, wanted)]
        if decision.verdict != "value" and not fits:
            raise Missing(wanted, f"no source states “{TERMS[predicate].label}: {wanted.text}” of it")
        if decision.verdict == "reject":
            effect.ranks.update(dict.fromkeys(_with_unit(fits, said), "deprecated"))
        else:
            others = [bound for bound in known if bound not in fits] if TERMS[predicate].single else []
            effect.ranks.update(dict.fromkeys(_with_unit(others, said), "deprecated"))
            effect.ranks.update(dict.fromkeys((bound.claim.id for bound in fits), "preferred"))
            if predicate in ("title", "unit_name"):
                effect.labels[entity.id] = wanted.text
        if decision.verdict == "value":
            effect.claims.append(_claim(decision, entity, decision.of[0], value, object_))
        judged = {"value": "stated", "reject": "rejected", "preferred": "preferred"}[decision.verdict]
        text = f"{TERMS[predicate].label} “{wanted.text}” is {judged}"
        effect.claims.append(_claim(decision, entity, decision.of[0], text))

    def _value(self, wanted: Named, predicate: str, home: dict[Local, Identified]) -> tuple[Value, str | None]:
        """The value that a decision names, and the entity if it is one."""
        if not TERMS[predicate].is_edge:
            try:
                return parse_value(predicate, wanted.text), None
            except ValueError as problem:
                raise Missing(wanted, str(problem)) from problem
        entity = home[self.targets.find(Named(text=wanted.text, start=wanted.start, end=wanted.end))[0]]
        legal = TERMS[predicate].object
        if legal not in ("any", entity.kind):
            raise Missing(wanted, f"“{entity.label}” is a {entity.kind}, and a {legal} is wanted")
        return _mention(wanted, entity), entity.id


def _with_unit(claims: Sequence[BoundClaim], said: Mapping[tuple[str, str], Sequence[BoundClaim]]) -> Iterator[str]:
    """The ids of the claims, and of the unit that was only inferred from a line among them."""
    for bound in claims:
        yield bound.claim.id
        if bound.claim.predicate == "reports_to":
            units = (*said.get((bound.subject, "in_unit"), ()), *said.get((bound.subject, "part_of"), ()))
            inferred = (other.claim for other in units if other.claim.modality == "inferred")
            yield from (claim.id for claim in inferred if _of_one_mention(claim, bound.claim))


def _of_one_mention(one: Claim, other: Claim) -> bool:
    return (one.document, one.subject) == (other.document, other.subject)


def _fitting(decision: Decision, entity: Identified, predicate: str) -> None:
    legal = TERMS[predicate].subject
    if legal not in ("any", entity.kind):
        raise Missing(decision.of[0], f"“{entity.label}” is a {entity.kind}, and a {legal} has a {predicate}")


def _is(bound: BoundClaim, value: Value, object_: str | None) -> bool:
    return bound.object == object_ if object_ else agrees(bound.claim.value, value)


def _within(bound: BoundClaim, wanted: Named) -> bool:
    return wanted.source is None or any(in_source(evidence.source, wanted.source) for evidence in bound.claim.evidence)


def _mention(named: Named, entity: Identified) -> Mention:
    return Mention(
        kind="unit" if entity.kind == "unit" else "position", text=named.text, start=named.start, end=named.end
    )


def _claim(
    decision: Decision, entity: Identified, named: Named, value: Value | str, object_: str | None = None
) -> BoundClaim:
    """A claim that rests on a decision: of the value it states, or of the decision itself, with who and why."""
    said = Text(text=f"{value}: {decision.why} ({decision.who})") if isinstance(value, str) else value
    predicate = "decided" if isinstance(value, str) else decision.predicate or ""
    content = "\x1f".join((decision.evidence.document, str(decision.evidence.start), entity.id, predicate, repr(said)))
    claim = Claim(
        id=hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        subject=_mention(named, entity),
        predicate=predicate,
        value=said,
        evidence=(decision.evidence,),
    )
    return BoundClaim(
        claim=claim, subject=entity.id, object=object_, rank="normal" if predicate == "decided" else "preferred"
    )


def _left(decision: Decision, named: Named, reason: str) -> Unresolved:
    return Unresolved(
        document=decision.evidence.document,
        mention=Mention(kind="position", text=named.text, start=named.start, end=named.end),
        reason=f"the decision of {decision.who} ({decision.verdict}) does not apply: {reason}",
    )
