"""Two judges of records, one interface: the scorer of a reference corpus, and the examples of data/.

A judge holds texts by the name of their document, and the kind of each; `figures(records, texts)` gives F1
by figure (reporting lines, staff figures, stated counts, identity, budget amount), and how many of the
quotes are true, over all documents and by kind.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from orgraph.export.record import record
from orgraph.extract import extract
from orgraph.read.plain import plain

ROOT: Final = Path(__file__).parents[1]
FIGURES: Final = ("reporting lines", "staff figures", "stated counts", "identity", "budget amount", "evidence")
Record = dict[str, Any]
Figures = dict[str, float | None]


class Result(NamedTuple):
    """F1 by figure, and the share of true quotes as "evidence": of all documents, and of each kind."""

    all: Figures
    kinds: dict[str, Figures]


class Judge(Protocol):
    """What can judge records."""

    texts: dict[str, str]
    kinds: dict[str, str]

    def figures(self, records: Mapping[str, Record], texts: Mapping[str, str]) -> Result:
        """The figures of the documents whose texts are given."""
        ...

    def is_clean(self, name: str) -> bool:
        """Whether a document is no scan."""
        ...


def records(texts: Mapping[str, str]) -> dict[str, Record]:
    """The record of each text, extracted in this process."""
    documents = ((name, plain(text.encode("utf-8"), f"{name}.txt")) for name, text in texts.items())
    return {name: record(document, extract(document)) for name, document in documents}


class Corpus:
    """A folder with `score.py` (which takes `--records`, `--documents`, `--only`, `--json`), documents and gold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        golds = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((folder / "gold").glob("*.json"))}
        self.kinds = {name: gold["kind"] for name, gold in golds.items()}
        self.texts = {name: (folder / "documents" / f"{name}.txt").read_bytes().decode("utf-8") for name in golds}

    def is_clean(self, name: str) -> bool:
        return not self.kinds[name].endswith("-ocr")

    def figures(self, records: Mapping[str, Record], texts: Mapping[str, str]) -> Result:
        with tempfile.TemporaryDirectory() as place:
            for name, text in texts.items():
                (Path(place) / f"{name}.txt").write_bytes(text.encode("utf-8"))
            rows = Path(place) / "records.jsonl"
            rows.write_text("".join(json.dumps(records[name]) + "\n" for name in texts), "utf-8")
            return self.scored("--records", str(rows), "--documents", place, "--only", ",".join(texts))

    def scored(self, *options: str) -> Result:
        """What the scorer says, run with these options."""
        command = [sys.executable, str(self._folder / "score.py"), "--json", *options]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            sys.exit(f"the scorer failed: {run.stderr.strip()[-400:]}")
        said = json.loads(run.stdout)
        kinds = {kind: _named(figures) for kind, figures in said["by_kind"].items()}
        return Result(_named(said["figures"]), kinds)


def _named(rows: Mapping[str, Mapping[str, float | None]]) -> Figures:
    """F1 of each figure under its plain name; precision where it is evidence."""
    plain_names = {name.removeprefix("= "): row for name, row in rows.items()}
    return {
        name: plain_names[name]["P" if name == "evidence" else "F1"] for name in sorted(FIGURES) if name in plain_names
    }


class Examples:
    """The invented organizations of data/, clean and scanned, with the records that a hand wrote."""

    def __init__(self, folder: Path = ROOT / "data") -> None:
        self._wanted: dict[str, Record] = {}
        self.texts, self.kinds = {}, {}
        for path in sorted(folder.glob("*/expected/records.json")):
            for stem, wanted in json.loads(path.read_text("utf-8")).items():
                for form, place in wanted["document"].items():
                    if form in ("clean", "ocr"):
                        name = f"{path.parents[1].name}-{form}-{stem}"
                        self._wanted[name] = _as_scanned(wanted) if form == "ocr" else wanted
                        self.kinds[name] = f"{path.parents[1].name} {form}"
                        self.texts[name] = (path.parents[1] / place).read_bytes().decode("utf-8")

    def is_clean(self, name: str) -> bool:
        return self.kinds[name].endswith("clean")

    def figures(self, records: Mapping[str, Record], texts: Mapping[str, str]) -> Result:
        counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for name, text in texts.items():
            found = Counter({("evidence", "right"): 0})
            for figure, right, wrong, missed in _compared(self._wanted[name], records[name]):
                found.update({(figure, "right"): right, (figure, "wrong"): wrong, (figure, "missed"): missed})
            for claim in records[name]["claims"]:
                for quote in claim["evidence"]:
                    true = text[quote["start"] : quote["end"]] == quote["quote"]
                    found["evidence", "right" if true else "wrong"] += 1
            counts[""] += found
            counts[self.kinds[name]] += found
        return Result(_f1(counts.pop("")), {kind: _f1(counts[kind]) for kind in sorted(counts)})


def _as_scanned(wanted: Record) -> Record:
    """The record without what the scan lost: `"peers.stated": {"value": None, "why": ...}`."""
    scanned: Record = deepcopy(wanted)
    for path, lost in scanned.get("ocr", {}).items():
        *above, last = path.split(".")
        place = scanned
        for key in above:
            place = place[key]
        place[last] = lost["value"]
    return scanned


def _f1(counts: Counter[tuple[str, str]]) -> Figures:
    shares: Figures = {}
    for figure in sorted({figure for figure, _ in counts}):
        right = counts[figure, "right"]
        whole = 2 * right + counts[figure, "wrong"] + counts[figure, "missed"]
        shares[figure] = 2 * right / whole if whole else None
    return shares


def _compared(wanted: Record, found: Record) -> Iterator[tuple[str, int, int, int]]:
    """Figure, facts right, wrong and missed; each fact is matched once."""
    theirs, ours = _facts(wanted), _facts(found)
    for figure in theirs:
        left = list(ours[figure])
        for fact in theirs[figure]:
            match = next((one for one in left if _same(fact, one)), None)
            if match is not None:
                left.remove(match)
        right = len(ours[figure]) - len(left)
        yield figure, right, len(left), len(theirs[figure]) - right


Fact = tuple[str, str, str]  # what it is, a title, a value


def _facts(said: Record) -> dict[str, list[Fact]]:
    subject, peers, reports = said["subject"], said["peers"], said["reports"]
    lines = [("up", one["title"], one["line"]) for one in said["reports_to"]]
    lines += [("peer", one["title"], "") for one in peers["listed"]]
    lines += [("report", one["title"], one["line"]) for one in reports["listed"]]
    staff = [("report", one["title"], _range(one["staff"])) for one in reports["listed"] if one.get("staff")]
    own = [figure for figure in said["figures"] if figure["measure"] != "budget" and figure["scope"] == "own"]
    staff += [("own", "", _range(figure)) for figure in own[:1]]
    identity = [("title", subject["title"] or "", "")]
    for name in ("position_number", "job_code", "effective_date"):
        identity += [(name, "", subject[name])] if subject[name] else []
    identity += [("classification", "", subject["classification"]["code"])] if subject["classification"] else []
    return {
        "reporting lines": lines,
        "staff figures": staff,
        "stated counts": [
            (name, "", str(part["stated"]))
            for name, part in (("peers", peers), ("reports", reports))
            if part["stated"] is not None
        ],
        "identity": identity,
        "budget amount": [
            ("budget", "", _range(figure)) for figure in said["figures"] if figure["measure"] == "budget"
        ],
    }


def _range(figure: Mapping[str, Any]) -> str:
    return f"{figure['min']} {figure['max']} {figure.get('status', 'unspecified')}"


def _same(wanted: Fact, found: Fact) -> bool:
    """Whether two facts are one: titles may differ as a scan makes them differ."""
    if (wanted[0], wanted[2]) != (found[0], found[2]):
        return False
    one, other = _letters(wanted[1]), _letters(found[1])
    return one == other or SequenceMatcher(None, one, other).ratio() >= 0.88


def _letters(title: str) -> str:
    """A title as letters that survive a scan."""
    folded = unicodedata.normalize("NFKD", title).casefold().replace("0", "o").replace("1", "l").replace("i", "l")
    return "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
