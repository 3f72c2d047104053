"""Coverage-guided fuzzing of reading and extraction with atheris: any bytes, any order of the rules' own words.

    pip install -e ".[test,bench]"
    python benchmarks/fuzz.py                        ten minutes, one process
    python benchmarks/fuzz.py --seconds 60           one minute
    python benchmarks/fuzz.py --again FOLDER         the inputs that a run kept, once each: coverage in lines

An input is a byte that says how to read the rest: even, the rest is the bytes of a source; odd, each two
bytes choose a phrase (of the lexicon, of tests/phrases.py) and the text is the phrases in that order. The
laws are those of the property tests (tests/laws.py): no crash, spans in range, text[start:end] == quote,
legal claims, and the same claims without repairs. A broken law is printed with its input, once for each
place in the code, and the run goes on; the exit code is 1 if there was any.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SLOW = 20  # seconds that one input may take
LONGEST = 6000  # bytes of one input
BROKEN = "BROKEN LAW"


def target() -> None:
    """The fuzzed process: never returns, for libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["orgraph"], enable_loader_override=False):
        run = _target()
        run(b"\0# Director, Policy\n")  # rules are imported with the first text
    seen: set[str] = set()

    def one(data: bytes) -> None:
        try:
            run(data)
        except Exception as problem:
            place = "".join(traceback.format_exception(problem)[-2:])
            if place not in seen:
                seen.add(place)
                print(f"{BROKEN} {len(seen)}\n{traceback.format_exc()}input: {data!r}", file=sys.stderr, flush=True)

    atheris.Setup(sys.argv[:1] + sys.argv[2:], one)
    atheris.Fuzz()


def _target() -> Callable[[bytes], None]:
    """One input read, extracted and judged; a broken law raises."""
    sys.path.insert(0, str(ROOT / "tests"))
    import laws
    import phrases

    from orgraph.errors import UnreadableSource
    from orgraph.extract import extract
    from orgraph.read.plain import plain

    vocabulary = (*phrases.ALL, *phrases.lexicon())

    def run(data: bytes) -> None:
        said = data[1:]
        if data[:1] and data[0] % 2:
            choices = (int.from_bytes(said[at : at + 2], "big") for at in range(0, len(said), 2))
            said = " ".join(vocabulary[choice % len(vocabulary)] for choice in choices).encode("utf-8", "replace")
        for repair in (True, False):
            try:
                document = plain(said, "fuzzed.md", markdown=True, repair=repair)
            except UnreadableSource:
                return
            laws.assert_document_holds(document)
            laws.assert_claims_hold(document, extract(document, repair=repair))

    return run


def seeds() -> Iterator[bytes]:
    """The invented descriptions of data/, whole and in pieces, and a text of each family made to be slow."""
    from growth import BEGINNINGS, FLOODS, text

    for path in sorted((ROOT / "data").rglob("*")):
        if path.suffix in (".md", ".txt") and path.is_file():
            data = path.read_bytes()
            yield from (b"\0" + data[at : at + LONGEST // 4] for at in range(0, len(data), LONGEST // 4))
    yield from (b"\0" + text(beginning, flood, 600).encode() for beginning in BEGINNINGS for flood in FLOODS)
    yield from (b"\1" + bytes((step * place) % 256 for place in range(120)) for step in range(1, 40))


def dictionary() -> Iterator[str]:
    """Phrases for libFuzzer to insert, each as it wants them: quoted, bytes beyond ASCII as hex."""
    sys.path.insert(0, str(ROOT / "tests"))
    import phrases

    for phrase in dict.fromkeys((*phrases.ALL, *phrases.lexicon())):
        shown = "".join(
            chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}"
            for byte in phrase.encode("utf-8", "replace")[:60]
        )
        yield f'"{shown}"'


def fuzz(seconds: int, kept: Path, seed: int) -> int:
    """Run the target so long; print executions, coverage and broken laws. 1 if a law was broken."""
    for place, data in enumerate(seeds()):
        (kept / f"seed-{place:04}").write_bytes(data)
    (kept.parent / "phrases.dict").write_text("\n".join(dictionary()) + "\n", "ascii")
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}", f"-seed={seed}"]
    options += ["-print_final_stats=1", "-rss_limit_mb=2048", f"-dict={kept.parent / 'phrases.dict'}"]
    options += [f"-artifact_prefix={kept.parent}/", str(kept)]
    command = [sys.executable, str(Path(__file__)), "--target", *options]
    run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    executions = re.search(r"number_of_executed_units: (\d+)", run.stderr)
    coverage = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", run.stderr)
    broken = run.stderr.count(BROKEN)
    if executions is None or run.returncode:
        print(run.stderr[-6000:])
        print(f"the run ended early, code {run.returncode}")
        return 1
    first, last = coverage[0], coverage[-1]
    print(f"{seconds} s, seed {seed}: {int(executions[1]):,} executions, {broken} broken laws")
    print(f"edges {first[0]} -> {last[0]}, features {first[1]} -> {last[1]}, inputs kept {last[2]}")
    if broken:
        print(run.stderr[run.stderr.index(BROKEN) :])
    return int(broken > 0)


def again(kept: Path) -> int:
    """Each kept input once: the share of lines and branches of read/ and extract/ that they reach."""
    import coverage

    measured = coverage.Coverage(branch=True, data_file=None, include=["*/orgraph/read/*", "*/orgraph/extract/*"])
    measured.start()
    run = _target()
    for path in sorted(kept.iterdir()):
        run(path.read_bytes())
    measured.stop()
    share = measured.report(skip_covered=True)
    print(f"{len(list(kept.iterdir()))} inputs reach {share:.1f} % of the lines and branches of read/ and extract/")
    return 0


def main() -> None:
    if sys.argv[1:2] == ["--target"]:
        target()
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--seconds", type=int, default=600, help="how long (default 600)")
    options.add_argument("--seed", type=int, default=1, help="of libFuzzer (default 1)")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the inputs that reached something new")
    options.add_argument("--again", type=Path, metavar="FOLDER", help="run kept inputs once and measure their lines")
    chosen = options.parse_args()
    if chosen.again:
        sys.exit(again(chosen.again))
    with tempfile.TemporaryDirectory() as place:
        kept = chosen.keep or Path(place) / "kept"
        kept.mkdir(parents=True, exist_ok=True)
        sys.exit(fuzz(chosen.seconds, kept, chosen.seed))


if __name__ == "__main__":
    main()
