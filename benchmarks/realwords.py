"""Which words of a word list orgraph would take for damaged ones: each belongs into `real` of lexicon/scans.toml.

    python benchmarks/realwords.py WORDS en|fr        a word a line, as /usr/share/dict has them

To be run when a lexicon has got new words: a word that looks like one of them may be a word of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from orgraph.extract._misread import misread


def main() -> None:
    """Print each word that would be repaired, and what it would be read as."""
    path, language = sys.argv[1:]
    for word in Path(path).read_text("utf-8").split():
        for repair in misread(word, language):
            print(f"{word}\t{repair.repaired}")


if __name__ == "__main__":
    main()
