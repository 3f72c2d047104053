"""A chart as a Mermaid flowchart, for pages and wikis that draw it themselves."""

from __future__ import annotations

from orgraph.chart.book import Book
from orgraph.chart.boxes import Box, Line
from orgraph.chart.clean import clean
from orgraph.chart.sheet import NAME, face, look
from orgraph.text import clip

_LONGEST = 300
# Every character that means something in a Mermaid text, as the entity that Mermaid reads.
_ENTITIES = {ord(char): f"#{ord(char)};" for char in "#\"'`<>&;\\{}[]|%"}
_WORDS = {"second": "further superior", "functional": "functional line"}


def render(book: Book) -> bytes:
    """The source as bytes: superiors above, further lines dotted, one class for each kind of box."""
    (page,) = book.pages
    layout = page.layout
    number = {box.id: index for index, box in enumerate(layout.boxes)}
    lines = ["---", f"title: {_quoted(clean(book.title) or NAME)}", "---", "flowchart TB"]
    lines += [f"  n{number[box.id]}{_node(box)}" for box in layout.boxes]
    lines += [f"  {_edge(line, number)}" for line in layout.lines]
    for name in sorted({face(box.facts) for box in layout.boxes}):
        members = [box for box in layout.boxes if face(box.facts) == name]
        style = look(members[0]._replace(tint=-1))
        kind = name.replace(" ", "-")
        dash = f",stroke-dasharray:{style.outline.dash}" if style.outline.dash else ""
        lines.append(
            f"  classDef {kind} fill:{style.fill},stroke:{style.outline.colour},"
            f"stroke-width:{style.outline.width:g}px,color:#16202c{dash}"
        )
        lines.append(f"  class {','.join(f'n{number[box.id]}' for box in members)} {kind}")
    return ("\n".join(lines) + "\n").encode()


def _node(box: Box) -> str:
    """The text in the shape of the box: round for units."""
    text = "<br/>".join(_text(words.text) for words in box.words)
    return f'("{text}")' if box.facts.kind == "unit" else f'["{text}"]'


def _edge(line: Line, number: dict[str, int]) -> str:
    """The superior comes first, so that it is placed above; a line that closes a loop comes from below."""
    low, high = f"n{number[line.subordinate]}", f"n{number[line.superior]}"
    if line.role == "tree":
        return f"{high} {'---' if line.modality == 'stated' else '-.-'} {low}"
    if line.role == "loop":
        return f'{low} -.->|"closes a loop"| {high}'
    return f'{high} -.-|"{_WORDS[line.role]}"| {low}'


def _text(text: str) -> str:
    r"""The text as Mermaid shows it, whatever it holds.

    >>> _text('<b>"A"')
    '#60;b#62;#34;A#34;'
    """
    return clip(clean(text), _LONGEST).translate(_ENTITIES)


def _quoted(text: str) -> str:
    """The title as a quoted YAML scalar."""
    return '"' + clip(text, _LONGEST).replace("\\", "\\\\").replace('"', '\\"') + '"'
