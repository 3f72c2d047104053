"""Find what a decision names: an identifier, a title or a position number, of the whole run or of one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from orgraph.decision import Named
from orgraph.resolve.identify import Identified
from orgraph.resolve.local import Local
from orgraph.titles import canonical

_SHOWN = 4


class Missing(LookupError):
    """What a decision names is not there, or is there several times."""

    def __init__(self, named: Named, reason: str) -> None:
        super().__init__(reason)
        self.named = named


class Targets:
    """Entities as they are without decisions, by identifier, canonical name and position number."""

    def __init__(self, entities: Iterable[Identified], sources: Mapping[str, str]) -> None:
        self.sources = sources
        self.by_id: dict[str, Identified] = {}
        self.by_key: dict[str, list[Local]] = defaultdict(list)
        self.by_number: dict[str, list[Local]] = defaultdict(list)
        self.home: dict[Local, str] = {}
        for entity in entities:
            self.by_id[entity.id] = entity
            for local in entity.locals:
                self.home[local] = entity.id
                for key in local.keys:
                    self.by_key[key].append(local)
                for number in local.numbers:
                    self.by_number[number].append(local)

    def find(self, named: Named) -> list[Local]:
        """The Locals that a name means, all of one entity; Missing says why there are none."""
        entity = self.by_id.get(named.text)
        found = entity.locals if entity else self.by_key.get(canonical(named.text)) or self.by_number[named.text]
        if named.source:
            found = [local for local in found if in_source(self.sources[local.document], named.source)]
        ids = sorted({self.home[local] for local in found})
        if not ids:
            place = f" in {named.source}" if named.source else ""
            raise Missing(named, f"nothing is called “{named.text}”{place}")
        if len(ids) > 1:
            shown = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
            raise Missing(named, f"“{named.text}” fits {len(ids)}: {shown}")
        return found


def in_source(source: str, wanted: str) -> bool:
    """Whether a source is the one that a person names, by its path or the end of it."""
    return source == wanted or source.endswith("/" + wanted)
