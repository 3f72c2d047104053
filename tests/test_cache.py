"""A folder that keeps what each source says: what did not change is not read again, and the bytes are the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgraph import extract as rules
from orgraph.cli import main
from orgraph.export import export
from orgraph.survey import survey

TEXT = "**Position Title:** Clerk of {0}\n**Branch:** Grain Branch\n**Reports To:** Head of Grain\n"
TEXT += "\n## Dimensions\nFTEs: I5\n"
GRAINS = ("Oats", "Rye", "Barley")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    for grain in GRAINS:
        (sources / f"{grain}.md").write_text(TEXT.format(grain), "utf-8")
    return sources


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were really extracted."""
    found: list[str] = []
    real = rules.extract

    def seen(document, **settings):
        found.append(Path(document.source).stem)
        return real(document, **settings)

    monkeypatch.setattr(rules, "extract", seen)
    return found


def bytes_of(sources: Sequence[Path | str], cache: Path | None = None) -> str:
    graph = survey(map(str, sources), cache=None if cache is None else str(cache)).graph
    return "".join(export(graph, "json"))


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, read: list[str]) -> None:
    cache = tmp_path / "cache"
    bytes_of([folder], cache)
    assert sorted(read) == sorted(GRAINS)
    read.clear()
    (folder / "Rye.md").write_text(TEXT.format("Winter Rye"), "utf-8")
    (folder / "Wheat.md").write_text(TEXT.format("Wheat"), "utf-8")
    kept = bytes_of([folder], cache)
    assert sorted(read) == ["Rye", "Wheat"]
    assert kept == bytes_of([folder])


@pytest.mark.parametrize("first", [("Oats",), ("Rye", "Barley"), ("Barley", "Oats", "Rye")])
def test_any_split_into_runs_gives_the_same_bytes(folder: Path, tmp_path: Path, first: tuple[str, ...]) -> None:
    cache = tmp_path / "cache"
    bytes_of([folder / f"{grain}.md" for grain in first], cache)
    rest = [folder / f"{grain}.md" for grain in reversed(GRAINS)]
    assert bytes_of(rest, cache) == bytes_of([folder])


def test_a_broken_entry_is_made_again(folder: Path, tmp_path: Path, read: list[str]) -> None:
    cache = tmp_path / "cache"
    whole = bytes_of([folder], cache)
    for entry, data in zip(sorted(cache.rglob("*.claims")), (b"", b"\xc1", b"\x93\x01\x02\x03"), strict=True):
        entry.write_bytes(data)
    read.clear()
    assert bytes_of([folder], cache) == whole
    assert len(read) == 3


def test_settings_are_part_of_what_is_kept(folder: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    repaired = survey([str(folder)], cache=cache).graph
    refused = survey([str(folder)], cache=cache, repair=False).graph
    assert repaired.nodes["position/grain/clerk-oats"]["staff"]
    assert not refused.nodes["position/grain/clerk-oats"]["staff"]


def test_the_lock_and_the_cache_of_the_command(folder: Path, tmp_path: Path) -> None:
    asked = ["build", str(folder), "--cache", str(tmp_path / "c"), "--lock", str(tmp_path / "lock.json"), "-o"]
    for name in ("one", "two"):
        assert CliRunner().invoke(main, [*asked, str(tmp_path / name)]).exit_code == 0
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    (tmp_path / "lock.json").write_text("{", "utf-8")
    result = CliRunner().invoke(main, [*asked, str(tmp_path / "three")])
    assert (result.exit_code, (tmp_path / "three").exists()) == (2, False)
    assert "no lock of identifiers" in result.output


def test_a_folder_that_cannot_be_used_is_named(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    result = CliRunner().invoke(main, ["check", str(folder), "--cache", str(tmp_path / "c")])
    assert result.exit_code == 2
    assert "cannot be used as a cache: No space left on device" in result.output
