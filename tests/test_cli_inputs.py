"""What users hand to the command line by mistake: each is named, the rest is built, the exit code says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orgraph.cli import main

GOOD = """**Position Title:** Director, Lamps
**Division:** Lamp Division
**Reports To:** Harbour Master

Reporting to the Director are:

* Lamp Clerk (AS-02)
"""
WRITTEN = ["chart.html", "chart.svg", "findings.json", "organization.json", "organization.ttl", "report.html"]
VERBS = ("build", "extract", "check", "chart", "query", "export", "push", "why", "rules", "explain")
UNREADABLE, USAGE = 3, 2


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.md"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


def start(*arguments: str | Path, stdin: bytes = b"", code: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """A real process: `python -m orgraph`, or a piece of Python."""
    command = ["-c", code] if code else ["-m", "orgraph", *map(str, arguments)]
    return subprocess.run([sys.executable, *command], input=stdin, capture_output=True, timeout=120, check=False)


def files(folder: Path) -> list[str]:
    """Every path below a folder, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# --- sources that cannot be read --------------------------------------------------------------------------


def _empty(folder: Path) -> str:
    (folder / "empty.txt").write_bytes(b"")
    return "empty.txt"


def _blank(folder: Path) -> str:
    (folder / "blank.txt").write_bytes(b" \n\t\r\n" * 50)
    return "blank.txt"


def _only_a_mark(folder: Path) -> str:
    (folder / "mark.txt").write_bytes(b"\xef\xbb\xbf\n")
    return "mark.txt"


def _no_sources(folder: Path) -> str:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG")
    return "pictures"


def _binary(folder: Path) -> str:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    return "binary.txt"


def _missing(_: Path) -> str:
    return "missing.md"


def _no_match(_: Path) -> str:
    return "2024/*.md"


def _bad_mark(folder: Path) -> str:
    (folder / "marked.txt").write_bytes("Director".encode("utf-16") + b"\x00\xd8")
    return "marked.txt"


def _zip(folder: Path) -> str:
    (folder / "letter.md").write_bytes(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00" + bytes(range(128, 256)) * 4)
    return "letter.md"


def _nul_name(_: Path) -> str:
    return "a\0b.txt"


def _long_name(_: Path) -> str:
    return "x" * 5000 + ".txt"


def _loop(folder: Path) -> str:
    (folder / "loop.txt").symlink_to("loop.txt")
    return "loop.txt"


def _dangling(folder: Path) -> str:
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    return "dangling.txt"


BAD: dict[str, tuple[Callable[[Path], str], str]] = {
    "an empty file": (_empty, "empty"),
    "a blank file": (_blank, "empty"),
    "only a byte-order mark": (_only_a_mark, "empty"),
    "a folder without sources": (_no_sources, "without sources"),
    "a binary file named .txt": (_binary, "binary"),
    "an archive named .md": (_zip, "binary"),
    "a missing file": (_missing, "No such file"),
    "a pattern that matches nothing": (_no_match, "no file matches"),
    "a mark that lies": (_bad_mark, "utf-16"),
    "a name with NUL": (_nul_name, "null"),
    "a name too long": (_long_name, "too long"),
    "a link to itself": (_loop, "symbolic links"),
    "a link to nothing": (_dangling, "No such file"),
}


@pytest.fixture(params=BAD, ids=[name.replace(" ", "-") for name in BAD])
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    make, reason = BAD[request.param]
    return make(tmp_path), reason


def test_build_names_the_bad_source_and_builds_the_rest(bad: tuple[str, str], good: Path, tmp_path: Path) -> None:
    source, reason = bad
    result = run("build", good.name, source, "-o", "out")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, source, reason)
    assert files(tmp_path / "out") == WRITTEN
    assert b"Director, Lamps" in (tmp_path / "out" / "organization.ttl").read_bytes()


@pytest.mark.parametrize("verb", ["extract", "check", "chart", "export"])
def test_every_command_names_the_bad_source(bad: tuple[str, str], good: Path, verb: str) -> None:
    source, reason = bad
    result = run(verb, source, good.name)
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, source, reason)
    assert ("Lamp" if verb != "check" else reason) in result.stdout


def test_a_bad_source_is_a_finding_too(good: Path, tmp_path: Path) -> None:
    """Who keeps only what `check` writes learns of it as well."""
    result = run("check", "--format", "json", _empty(tmp_path), good.name)
    assert result.exit_code == UNREADABLE
    assert "empty.txt" in result.stdout
    json.loads(result.stdout)


@pytest.mark.parametrize("verb", ["extract", "check", "chart", "export"])
def test_a_bad_source_alone_ends_with_its_message(bad: tuple[str, str], verb: str) -> None:
    source, reason = bad
    result = run(verb, source)
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, source, reason)


def assert_message(stderr: str, source: str, reason: str) -> None:
    """One line for one bad source: which, and why; nothing of Python."""
    lines = [line for line in stderr.splitlines() if line]
    assert len(lines) == 1, stderr
    assert lines[0].startswith("orgraph: ")
    assert (source in lines[0]) or ("\0" in source and "a" in lines[0])
    assert reason in lines[0]
    assert "Traceback" not in stderr
    assert "Errno" not in stderr
    assert len(lines[0]) < len(source) + 200


def test_extract_as_json_of_nothing_is_json(tmp_path: Path) -> None:
    """What is printed can be parsed, even where no source could be read."""
    result = run("extract", "--format", "json", _empty(tmp_path))
    assert result.exit_code == UNREADABLE
    assert json.loads(result.stdout) == []


def test_several_bad_sources_are_all_named(good: Path, tmp_path: Path) -> None:
    named = [_empty(tmp_path), _binary(tmp_path), _missing(tmp_path)]
    result = run("build", *named, good.name, "-o", "out")
    assert result.exit_code == UNREADABLE
    assert [line for line in result.stderr.splitlines() for name in named if name in line] == result.stderr.splitlines()
    assert len(result.stderr.splitlines()) == len(named)


def test_a_bad_file_in_a_folder(good: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    good.rename(tmp_path / "in" / "good.md")
    (tmp_path / "in" / "bad.txt").write_bytes(b"\0")
    result = run("build", "in", "-o", "out")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "in/bad.txt", "binary")
    assert files(tmp_path / "out") == WRITTEN


def test_a_folder_named_like_a_text(tmp_path: Path, good: Path) -> None:
    """A folder is walked, whatever its name; one inside a folder is no source of its own."""
    (tmp_path / "in" / "x.txt").mkdir(parents=True)
    good.rename(tmp_path / "in" / "x.txt" / "good.md")
    assert run("extract", "in").exit_code == 0
    assert json.loads(run("extract", "in/x.txt").stdout)["document"]["source"] == "in/x.txt/good.md"


@pytest.mark.parametrize("verb", ["extract", "export"])
def test_a_file_without_permission(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    """Root may read everything, so the refusal is made where the file is opened."""
    secret = tmp_path / "secret.txt"
    secret.write_text(GOOD, "utf-8")
    opened = Path.open

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = run(verb, "secret.txt", good.name)
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "secret.txt", "Permission denied")
    assert "Lamp" in result.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_in_a_folder_is_no_source(good: Path, tmp_path: Path) -> None:
    """A pipe that nobody writes to would be waited for without end."""
    (tmp_path / "in").mkdir()
    good.rename(tmp_path / "in" / "good.md")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert run("extract", "in").exit_code == 0


def test_a_text_over_the_limit_in_one_line(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from orgraph.read import _paths

    monkeypatch.setattr(_paths, "MAX_BYTES", 2**20)
    (tmp_path / "huge.txt").write_bytes(b"Director " * 130_000)
    result = run("build", good.name, "huge.txt", "-o", "out")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "huge.txt", "larger than 1 MiB")
    assert files(tmp_path / "out") == WRITTEN


def test_the_real_limit_is_refused_quickly(tmp_path: Path) -> None:
    """A sparse file over it takes no space, and is refused before anything looks at its text."""
    from orgraph.read._paths import MAX_BYTES

    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    result = run("extract", "huge.txt")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "huge.txt", f"larger than {MAX_BYTES // 2**20} MiB")


@pytest.mark.parametrize("text", ["Équipe: Director", "L’équipe – 9 000 $", "Bœuf, naïve façade"])
def test_an_old_file_of_the_west_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "old.txt").write_bytes((GOOD + text).encode("cp1252"))
    result = run("extract", "old.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["subject"]["title"] == "Director, Lamps"


@pytest.mark.parametrize(
    "data", [b"\x81\x8d \xff", b"\xc3(\xa0\xa1", b"\xff", "é".encode() + b"\xe9\xe9 "], ids=range(4)
)
def test_broken_utf_8_is_refused(tmp_path: Path, data: bytes) -> None:
    """A quote with a letter that nobody wrote proves nothing."""
    (tmp_path / "broken.txt").write_bytes(GOOD.encode("utf-8") + data)
    result = run("extract", "broken.txt")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "broken.txt", "not UTF-8 (byte 1")


def test_messages_do_not_obey_a_file_name(tmp_path: Path) -> None:
    """A file name may hold an escape sequence or a line break: neither reaches the terminal."""
    name = "red\x1b[31m\nnot a message.txt"
    (tmp_path / name).write_bytes(b"")
    result = run("extract", name)
    assert result.exit_code == UNREADABLE
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


# --- outputs that cannot be written -------------------------------------------------------------------------


def test_a_file_where_the_folder_should_be(good: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    before = files(tmp_path)
    result = run("build", good.name, "-o", "out")
    assert result.exit_code in (USAGE, UNREADABLE)
    assert "out" in result.stderr
    assert files(tmp_path) == before
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_file_on_the_way_to_the_folder(good: Path, tmp_path: Path) -> None:
    (tmp_path / "above").write_text("mine", "utf-8")
    before = files(tmp_path)
    result = run("build", good.name, "-o", "above/out")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "above/out", "cannot be written")
    assert files(tmp_path) == before


def test_a_folder_where_a_file_should_be_written(good: Path, tmp_path: Path) -> None:
    """One output has no room: nothing is left half-written, and no other output either."""
    (tmp_path / "out" / "report.html").mkdir(parents=True)
    result = run("build", good.name, "-o", "out")
    assert result.exit_code == UNREADABLE
    assert "out" in result.stderr
    assert files(tmp_path / "out") == ["report.html"]


@pytest.mark.parametrize(
    ("verb", "ending"), [("extract", "jsonl"), ("check", "txt"), ("chart", "svg"), ("export", "ttl")]
)
def test_an_output_in_no_folder(good: Path, tmp_path: Path, verb: str, ending: str) -> None:
    before = files(tmp_path)
    result = run(verb, good.name, "-o", f"nowhere/out.{ending}")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, f"nowhere/out.{ending}", "cannot be written")
    assert files(tmp_path) == before


def test_a_full_disk_leaves_the_old_output(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", good.name, "-o", "out").exit_code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    good.write_text(GOOD.replace("Lamps", "Bells"), "utf-8")
    opened = Path.open

    def full(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "report.html":
            raise OSError(28, "No space left on device", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        result = run("build", good.name, "-o", "out")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "out", "No space left")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_an_output_that_breaks_off_leaves_nothing(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error inside a drawing is a fault of ours: even then no piece of a file stays behind."""
    import orgraph.export

    def broken(*_: object) -> Iterator[str]:
        yield "{"
        raise RuntimeError("broken off")

    monkeypatch.setattr(orgraph.export, "export", broken)
    before = files(tmp_path)
    with pytest.raises(RuntimeError):
        run("export", good.name, "--format", "json", "-o", "out.json")
    assert files(tmp_path) == before
    with pytest.raises(RuntimeError):
        run("build", good.name, "-o", "out")
    assert files(tmp_path) in (before, sorted([*before, "out"]))


# --- built graphs and standard input ----------------------------------------------------------------------------


def test_a_built_folder_is_a_source(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, "-o", "out").exit_code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    again = run("build", "out", "-o", "again")
    assert again.exit_code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == before
    assert run("chart", "out").stdout == run("chart", good.name).stdout
    assert run("why", "out/organization.ttl", "Lamp Clerk").exit_code == 0


def test_a_built_folder_gives_the_records_of_its_sources(good: Path) -> None:
    assert run("build", good.name, "-o", "out").exit_code == 0
    assert run("extract", "out").stdout == run("extract", good.name).stdout


def test_a_built_folder_holds_no_texts_to_mark(good: Path) -> None:
    assert run("build", good.name, "-o", "out").exit_code == 0
    result = run("extract", "--format", "text", "out")
    assert result.exit_code == USAGE
    assert "built graph" in result.stderr


def test_a_built_folder_with_others_is_a_usage_error(good: Path) -> None:
    assert run("build", good.name, "-o", "out").exit_code == 0
    result = run("check", "out", good.name)
    assert result.exit_code == USAGE
    assert "built graph" in result.stderr


NO_GRAPHS = (b"", b"@prefix", b"<a> <b> <c> .\n", b"\0\xff", b"not turtle at all", b'<a> <b> "' + b"x" * 100_000)


@pytest.mark.parametrize("data", NO_GRAPHS, ids=range(len(NO_GRAPHS)))
def test_a_ttl_that_is_no_graph(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken.ttl").write_bytes(data)
    result = run("check", "broken.ttl")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "broken.ttl", "")


def test_a_missing_ttl() -> None:
    result = run("check", "missing.ttl")
    assert result.exit_code == UNREADABLE
    assert_message(result.stderr, "missing.ttl", "No such file")


def test_standard_input(tmp_path: Path) -> None:
    """In a real process: text from a pipe, a folder beside it, and an empty pipe."""
    found = start("extract", "-", stdin=GOOD.encode("utf-8"))
    assert (found.returncode, found.stderr) == (0, b"")
    assert json.loads(found.stdout)["document"]["source"] == "<stdin>"
    empty = start("check", "-", stdin=b"")
    assert empty.returncode == UNREADABLE
    assert b"<stdin>: empty" in empty.stderr


def test_standard_input_through_the_runner(tmp_path: Path) -> None:
    result = run("build", "-", "-o", "out", stdin=GOOD.encode("utf-8"))
    assert result.exit_code == 0
    assert files(tmp_path / "out") == WRITTEN


def test_a_reader_that_leaves_early(good: Path) -> None:
    """`orgraph chart … | head -c 10` ends without a traceback."""
    command = [sys.executable, "-m", "orgraph", "chart", good.name]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    assert process.stdout is not None
    process.stdout.close()
    _, stderr = process.communicate(timeout=60)
    assert b"Traceback" not in stderr
    assert b"Exception" not in stderr


def test_the_same_bytes_whatever_the_hash_seed_and_the_order(good: Path, tmp_path: Path) -> None:
    """No set order, no order of arguments, no name of the output shows in what is written."""
    for index in range(4):
        (tmp_path / f"d{index}.md").write_text(GOOD.replace("Lamp", f"Bell {index}"), "utf-8")
    sources = [f"d{index}.md" for index in range(4)] + ["good.md"]
    written = []
    for seed, order, out in (("1", sources, "one"), ("2", sources[::-1], "two")):
        command = [sys.executable, "-m", "orgraph", "build", *order, "-o", out]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
        written.append({path.name: path.read_bytes() for path in (tmp_path / out).iterdir()})
    assert sorted(written[0]) == WRITTEN
    assert written[0] == written[1]


# --- usage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "good.md"],
        ["build", "-o", "out"],
        ["extract"],
        ["check"],
        ["extract", "good.md", "--format", "xml"],
        ["check", "good.md", "--select", "no-such-rule"],
        ["check", "good.md", "--fail-on", "sometimes"],
        ["chart", "good.md", "--aspect", "0"],
        ["chart", "good.md", "--format", "bmp"],
        ["query", "good.md"],
        ["query", "good.md", "-q", "SELECT", "-n", "reports-of"],
        ["query", "good.md", "-q", "this is no query"],
        ["query", "good.md", "-n", "no-such-query"],
        ["query", "good.md", "-q", "INSERT DATA { <a:a> <a:b> <a:c> }"],
        ["query", "good.md", "-n", "reports-of", "-p", "position"],
        ["export", "good.md", "--base", "not an iri <"],
        ["export", "good.md", "--format", "doc"],
        ["why", "good.md"],
        ["why", "good.md", "Nobody at all"],
        ["explain", "no-such-rule"],
        ["dance"],
        ["--dance"],
    ],
    ids=" ".join,
)
def test_usage_errors_say_what_is_wrong(good: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == USAGE
    assert "Error: " in result.stderr
    assert result.stdout == ""
    assert len(result.stderr) < 2000
    assert not Path("out").exists()


@pytest.mark.parametrize("verb", VERBS)
def test_help_shows_an_example(verb: str) -> None:
    for option in ("--help", "-h"):
        result = run(verb, option)
        assert result.exit_code == 0
        assert "Examples:" in result.output
        assert f"orgraph {verb}" in result.output.partition("Examples:")[2]


def test_help_lists_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"\n  {verb} " in result.output for verb in VERBS)
    assert "Examples:" in result.output
    assert run("--version").exit_code == 0


HEAVY = ("networkx", "pydantic", "rdflib", "pyoxigraph", "ftfy", "graphviz", "resvg_py")


LIGHT = (["--help"], ["--version"], ["build", "--help"], ["query", "--help"], ["dance"])


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
from orgraph.cli import main
try:
    main({arguments!r}, prog_name="orgraph")
except SystemExit:
    pass
print("LOADED", sorted(set({HEAVY!r}) & set(sys.modules)))
"""
    found = start(code=code)
    assert b"LOADED []" in found.stdout, found.stdout[-300:]


def test_extract_draws_no_graph() -> None:
    code = """
import sys
from orgraph.cli import main
try:
    main(["extract", "-"], prog_name="orgraph")
except SystemExit:
    pass
print("LOADED", "networkx" in sys.modules)
"""
    assert start(code=code, stdin=GOOD.encode()).stdout.endswith(b"LOADED False\n")


def test_the_module_runs() -> None:
    assert b"orgraph build" in start("--help").stdout
    assert start().returncode in (0, USAGE)
    missing = start("build", "missing.md", "-o", "out")
    assert missing.returncode == UNREADABLE
    assert missing.stderr == b"orgraph: missing.md: No such file or directory\n"
