"""The gallery: its commands, word for word, draw the files that stand beside it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgraph.cli import main

HOME = Path(__file__).parents[1]
GALLERY = HOME / "docs" / "gallery"
COMMANDS = re.findall(r"^(?:\| `)?(orgraph chart [^`\n]+)", (GALLERY / "README.md").read_text("utf-8"), re.MULTILINE)


def titles(picture: Path) -> list[str]:
    """What the boxes of an SVG say first."""
    return re.findall(r'role="treeitem".*\n<title>([^,<]*)', picture.read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_gallery_gives_its_file(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    *arguments, target = shlex.split(command)[1:]
    monkeypatch.chdir(HOME)
    drawn = tmp_path / Path(target).name
    done = CliRunner().invoke(main, [*arguments, str(drawn)])
    assert done.exit_code == 0, done.output
    assert drawn.stat().st_size > 1_000
    if drawn.suffix == ".svg":
        assert titles(drawn)
        assert titles(drawn) == titles(HOME / target), "draw it again: docs/gallery/draw.sh"


def test_the_gallery_shows_every_file_of_its_folder() -> None:
    shown = {Path(shlex.split(command)[-1]).name for command in COMMANDS}
    assert shown == {path.name for path in GALLERY.iterdir()} - {"README.md", "draw.sh"}
