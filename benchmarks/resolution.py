"""How resolution grows with the number of descriptions: seeded organizations of any size, with realistic clashes.

Each ministry has branches, divisions and posts named from small lists, so that titles, branches and numbers
clash across ministries, and posts are named by their peers, their superior and themselves, spelled in several
ways; 2 % of the descriptions contradict another (a second superior, a second level). The first ministries are
read by the real rules; the others are these again under names of their own, of the same length, so that every
quote still stands where its evidence says. The clock runs over resolution alone (without the garbage
collector). Memory is the peak of the whole process, the claims included.

    python benchmarks/resolution.py                     1,000 and 10,000 descriptions
    python benchmarks/resolution.py 10000 100000        these many; growth is linear when µs a claim stays
    python benchmarks/resolution.py --write 200 DIR     write a folder of them, to look at
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import random
import resource
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Final

from msgspec import json

from orgraph.cache import compact
from orgraph.extract import extract
from orgraph.model import Claim, Document
from orgraph.read.plain import plain
from orgraph.resolve import resolve

_SEED: Final = 20_240_301
_FIELDS: Final = (
    "Payroll", "Grants", "Policy", "Planning", "Audit", "Communications", "Data", "Security", "Research", "Training",
    "Procurement", "Buildings", "Engagement", "Design", "Delivery", "Evaluation", "Legal Services", "Internal Control",
)  # fmt: skip
_SYLLABLES: Final = ("ba", "do", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su")
_FAMILIES: Final = 40  # ministries that are read; further ones are these again, under another name
_BRANCHES: Final = ("Corporate Services", "Regional Operations", "Strategic Policy", "Programs", "Digital Services")
_ENCODER = json.Encoder(decimal_format="string")
_DECODER = json.Decoder(tuple[Claim, ...])
_LEVELS: Final = ("EX-01", "EX-02", "AS-07", "EC-08", "CS-05")
_CONFLICTS: Final = 0.02


def descriptions(total: int) -> Iterator[tuple[str, str]]:
    """Name and text of so many descriptions, ministry by ministry; the first N of any number are the same."""
    every = (pair for number in count() for pair in _ministry(number % _FAMILIES, number))
    return islice(every, total)


def _ministry(family: int, number: int) -> Iterator[tuple[str, str]]:
    chance = random.Random(f"{_SEED}-{family}")
    for branch in _BRANCHES:
        yield from _branch(_name(number), branch, f"{number:05}", chance)


def _name(number: int) -> str:
    """A name of ten letters for each number, so that ministries differ in words as real ones do."""
    return "Ministry of " + "".join(_SYLLABLES[int(digit)] for digit in f"{number:05}").capitalize()


def _branch(ministry: str, branch: str, number: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The directors of one branch, each with a description that names the others and its own reports."""
    fields = chance.sample(_FIELDS, 6)
    general = f"Director General, {branch}"
    for index, field in enumerate(fields):
        others = [_spelled(other, chance) for other in fields if other != field]
        superior = (
            "Chief Financial Officer" if chance.random() < _CONFLICTS else chance.choice((general, f"DG, {branch}"))
        )
        level = chance.choice(_LEVELS) if chance.random() < _CONFLICTS else _LEVELS[index % len(_LEVELS)]
        reports = [f"Manager, {field} {part}" for part in ("Operations", "Standards")] + [
            "Technical Advisor",
            "Analyst",
        ]
        items = "".join(
            f"* **{report} (AS-0{turn + 3}, {turn + 2} FTEs):** leads it.\n" for turn, report in enumerate(reports)
        )
        text = (
            f"# Director, {field}\n\n**Position Title:** Director, {field}\n"
            f"**Position Number:** {chance.choice((index + 100, 'TBD'))}\n**Classification:** {level}\n"
            f"**Division:** {field} Division\n**Branch:** {branch}{chance.choice((' Branch', ''))}\n"
            f"**Department:** {ministry}\n**Reports To:** {superior}\n\n## Organization Structure\n"
            f"The Director, {field} is one of six positions reporting to the {superior}. "
            f"The others are: {'; '.join(f'{other} (EX-01)' for other in others)}.\n\n"
            f"Reporting to the Director, {field} are:\n{items}"
        )
        yield f"{number}/{branch.lower().replace(' ', '-')}-{index}.md", text


def _spelled(field: str, chance: random.Random) -> str:
    return chance.choice((f"Director, {field}", f"Director of {field}", f"Dir., {field}"))


def extracted(total: int) -> list[tuple[Document, tuple[Claim, ...]]]:
    """The claims of so many descriptions, without the texts, which resolution never sees."""
    families = [[_read(*pair) for pair in _ministry(family, family)] for family in range(_FAMILIES)]
    every = (
        _stamped(document, claims, number % _FAMILIES, number)
        for number in count()
        for document, claims in families[number % _FAMILIES]
    )
    return list(islice(every, total))


def _read(name: str, text: str) -> tuple[Document, bytes]:
    document = plain(text.encode(), name, markdown=True)
    return document, _ENCODER.encode(extract(document))


def _stamped(document: Document, claims: bytes, family: int, number: int) -> tuple[Document, tuple[Claim, ...]]:
    """What a document of a family says, as another ministry says it."""
    id_ = "sha256:" + hashlib.sha256(f"{document.id} {number}".encode()).hexdigest()
    source = document.source.replace(f"{family:05}/", f"{number:05}/")
    for old, new in ((document.id, id_), (document.source, source), (_name(family), _name(number))):
        claims = claims.replace(old.encode(), new.encode())
    slim = Document(id=id_, source=source, kind=document.kind, language=document.language, encoding=document.encoding)
    return slim, compact(_DECODER.decode(claims), slim)


def main() -> None:
    """Print a row for each size."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], metavar="COUNT")
    options.add_argument("--write", nargs=2, metavar=("COUNT", "DIR"), help="write descriptions and end")
    chosen = options.parse_args()
    if chosen.write:
        for name, text in descriptions(int(chosen.write[0])):
            path = Path(chosen.write[1]) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return
    print(f"{'documents':>10}{'claims':>11}{'entities':>10}{'open':>7}{'seconds':>9}{'µs/claim':>10}{'peak MB':>9}")
    for size in chosen.sizes:
        _row(size)


def _row(size: int) -> None:
    found = extracted(size)
    gc.collect()
    gc.disable()  # its full passes go over all claims that are alive, again and again: that is not resolution
    started = time.process_time()
    roster = resolve(found)
    spent = time.process_time() - started
    gc.enable()
    claims = len(roster.claims)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{size:>10,}{claims:>11,}{len(roster.entities):>10,}{len(roster.unresolved):>7,}"
        f"{spent:>9.2f}{1e6 * spent / claims:>10.1f}{peak:>9,}",
        flush=True,
    )


if __name__ == "__main__":
    main()
