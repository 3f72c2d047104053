"""How the time of reading grows with the length of a text, for families of texts made to be slow.

Each family repeats one phrase behind one beginning, up to a length that doubles from row to row. A
rule whose time is linear keeps its MB/s from row to row; where MB/s halves with each doubling, time
is quadratic. Times are processor seconds, the best of three for short texts.

    python benchmarks/growth.py                           all families, 16 to 128 kB
    python benchmarks/growth.py --to 1024 blanks labels   these families, up to 1 MB
    python benchmarks/growth.py --list                    the families and their phrases

The tests take the same families (tests/test_hostile.py) and fail where growth is not linear.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from typing import Final

from orgraph.errors import UnreadableSource
from orgraph.extract import extract
from orgraph.read.plain import plain

_HEADER = (
    "**Position Title:** Director, Policy\n**Division:** Policy Division\n**Reports To:** Chief Executive Officer\n\n"
)
_COUNTED = "The Director, Policy is one of five positions reporting to the Chief Executive Officer. "
_FRENCH = "# Directeur, Politiques\n\nle directeur est responsable de la et des dans avec que pour une qui. "
# What stands before the flood: it decides which rules take it up.
BEGINNINGS: Final = {
    "plain": "x ",
    "header": _HEADER,
    "table": "POSITION TITLE: Director, Policy DIVISION: Policy REPORTS TO: Chief Executive Officer LEVEL: EX-OI ",
    "peers": _HEADER
    + "The Director, Policy is one of five positions reporting to the Chief Executive Officer. The others are: ",
    "reports": _HEADER + "## Organization Structure\nReporting to the Director are:\n",
    "figures": _HEADER + "## Dimensions\n\n",
    "acronym": "# Director, Policy (DP)\n\nThe Director, Policy (DP) is accountable for ",
    "french": _FRENCH + "Relèvent du directeur : ",
}
FLOODS: Final = {
    "blanks": " ",
    "lines": "\n",
    "blank lines": " \n",
    "tabs": "\t",
    "cues up": "reporting to the ",
    "cues down": "Reporting to the Director are: ",
    "direct reports": "Direct reports: ",
    "has reports": "has five direct reports ",
    "one of": "one of ",
    "peer sentences": "is one of five positions reporting to the Director. ",
    "others": "The others are: ",
    "relevent": "relèvent du directeur ",
    "reports to": "The Director reports to the Deputy Minister. ",
    "brackets": "[",
    "parentheses": "( ",
    "parentheses alone": "(",
    "nested lists": "* Director:\n  * Manager;\n    * Clerk (AS-01)\n",
    "number words": "five twenty-two (3) dix-sept ",
    "page footers": "Page 1 of 5 ",
    "pages of": "Page 1 of ",
    "double quotes": '"',
    "French openers": "l'un des cinq postes qui relèvent du ",
    "les autres": "Les autres postes sont : ",
    "closed brackets": "Aa Bb (AB) ",
    "half brackets": "Director (",
    "capitals": "DIRECTOR POLICY ",
    "one word of capitals": "A",
    "one word": "a",
    "titles": "Director, ",
    "and titles": ", and the Director",
    "and": "and the ",
    "small commas": "aa, ",
    "semicolons": "aa; ",
    "items": "Director, Policy (EX-01); Manager, Pay (3 FTEs); ",
    "bullets": "* Manager, Pay (EX-01): leads the team\n",
    "empty bullets": "*\n",
    "stars": "**",
    "bold": "**Director, Policy** ",
    "initials": "A. ",
    "dashes": "- ",
    "underscores": "_",
    "dots": ".",
    "quotes": "'",
    "colons": ": ",
    "digits": "1,",
    "one number": "1",
    "numbers": "1,234,567 ",
    "groups": "1 000 ",
    "look-alikes": "I O l 0 ",
    "codes": "EX-01, ",
    "staff": "FTE ",
    "staff figures": "8 FTEs, ",
    "staff ranges": "FTE: From 17 (N.L.) to 56 (Ontario) ",
    "money": "Salary: $1M ",
    "dollars": "$",
    "labels": "Position Title: ",
    "label lines": "Position Title: X\n",
    "bare labels": "Division Branch Sector ",
    "headings": "# A\n",
    "known headings": "## Dimensions\n",
    "inline headings": "ORGANIZATION STRUCTURE ",
    "supervises": "Supervises: Director\n",
    "postings": "As a Director, Policy\n",
    "assigned": "assigned to the position of ",
    "dotted": "dotted line to the Director, ",
    "twice decoded": "â€™",
    "claims and repairs": "The Director reports to the Deputy Minister â€™. ",
    "fillers": "\u2060",
    "combining": "e\u0301",
    "right to left": "\u202e",
    "pages": "word " * 300 + "\n",
    "markup": "<b>Director</b>\n",
}


def text(beginning: str, flood: str, length: int) -> str:
    """A text of a family, of that many characters."""
    phrase = FLOODS[flood]
    return (BEGINNINGS[beginning] + phrase * (length // len(phrase) + 1))[:length]


def seconds(source: str, *, turns: int = 1, work: Callable[[bytes], object] | None = None) -> float:
    """Processor seconds to read a text and to extract its claims, the best of some turns."""
    data, times = source.encode("utf-8"), []
    for _ in range(turns):
        started = time.process_time()
        (work or read_and_extract)(data)
        times.append(time.process_time() - started)
    return min(times)


def read_and_extract(data: bytes) -> None:
    """What is measured. A text that is refused (binary, empty) costs what the refusal costs."""
    try:
        extract(plain(data, "growth.txt"))
    except UnreadableSource:
        return


def rows(beginning: str, flood: str, lengths: list[int], limit: float) -> Iterator[tuple[int, float, float]]:
    """Length, seconds and MB/s, until a row takes longer than the limit."""
    for length in lengths:
        source = text(beginning, flood, length)
        spent = seconds(source, turns=3 if length <= 64_000 else 1)
        yield length, spent, len(source.encode("utf-8")) / 1e6 / max(spent, 1e-9)
        if spent > limit:
            return


def main() -> None:
    """Print a table for each family."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    option = options.add_argument
    option("floods", nargs="*", metavar="FLOOD", help="only these floods (default: all)")
    option("--after", action="append", choices=list(BEGINNINGS), help="only behind these (default: plain, reports)")
    option("--from", type=int, default=16, dest="low", metavar="KB", help="first length (default 16)")
    option("--to", type=int, default=128, dest="high", metavar="KB", help="last length (default 128)")
    option("--limit", type=float, default=5.0, metavar="SECONDS", help="end a family behind a row that took longer")
    option("--list", action="store_true", help="list the families")
    chosen = options.parse_args()
    if chosen.list:
        print("\n".join(f"{name:22} {phrase[:50]!r}" for name, phrase in FLOODS.items()))
        return
    unknown = [name for name in chosen.floods if name not in FLOODS]
    if unknown:
        options.error(f"no such flood: {', '.join(unknown)}; --list shows them")
    lengths = [chosen.low * 1000]
    while lengths[-1] * 2 <= chosen.high * 1000:
        lengths.append(lengths[-1] * 2)
    read_and_extract(b"x ")  # tables and patterns are made before the clock starts
    print(f"{'family':34}{'kB':>7}{'seconds':>10}{'MB/s':>9}{'growth':>8}")
    for beginning in chosen.after or ("plain", "reports"):
        for flood in chosen.floods or FLOODS:
            before = 0.0
            for length, spent, speed in rows(beginning, flood, lengths, chosen.limit):
                growth = f"x{spent / before:.1f}" if before else ""
                print(
                    f"{f'{beginning}: {flood}':34}{length // 1000:>7}{spent:>10.3f}{speed:>9.3f}{growth:>8}", flush=True
                )
                before = spent


if __name__ == "__main__":
    main()
