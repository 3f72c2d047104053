"""Identifiers stay: whatever is described later, whichever number becomes known, in any split of the documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from test_properties import examples
from test_resolve import bound, read_all

from orgraph.resolve import resolve

DEPARTMENT = "Ministry of Lanterns"
BRANCHES = ("Coast Lights", "River Lights")
FIELDS = ("Wicks", "Oil and Gas", "Mirrors", "Towers", "Keepers")
POSTS = ("Manager, {} Stores", "Manager, {} Repairs", "Manager", "Technical Advisor", "Clerk, {} Letters")


class Post(NamedTuple):
    """A post of an invented ministry: its title, the branch, and its place among the others (-1: nobody above it)."""

    title: str
    branch: str
    division: str
    superior: int


@st.composite
def ministries(draw: st.DrawFn) -> list[Post]:
    """A ministry: its deputy minister, branches with directors, and under each director posts of different titles."""
    posts = [Post(f"Deputy Minister, {DEPARTMENT}", "", "", -1)]
    fields = iter(draw(st.permutations(FIELDS)))
    for branch in draw(st.lists(st.sampled_from(BRANCHES), min_size=1, unique=True)):
        posts.append(Post(f"Assistant Deputy Minister, {branch}", branch, "", 0))
        head = len(posts) - 1
        for field in [next(fields) for _ in range(draw(st.integers(1, 2)))]:
            posts.append(Post(f"Director, {field}", branch, field, head))
            director = len(posts) - 1
            below = draw(st.lists(st.sampled_from(POSTS), max_size=3, unique=True))
            posts += [Post(title.format(field), branch, field, director) for title in below]
    return posts


def spelled(title: str, turn: int) -> str:
    """A title as one text or another writes it."""
    rank, comma, field = title.partition(", ")
    short = {"Assistant Deputy Minister": "ADM", "Deputy Minister": "DM"}.get(rank, rank)
    return (
        title,
        f"{rank} of {field}" if comma and rank in ("Director", "Manager") else title,
        f"{short}{comma}{field}",
    )[turn % 3]


def described(posts: Sequence[Post], place: int, turn: int, *, numbered: bool = False) -> str:
    """The description of one post: its header, its peers, and what reports to it."""
    post = posts[place]
    peers = [p.title for at, p in enumerate(posts) if p.superior == post.superior and at != place]
    below = [p.title for p in posts if p.superior == place]
    boss = posts[post.superior].title if post.superior >= 0 else ""
    lines = [
        f"**Position Title:** {post.title}",
        f"**Position Number:** {70000 + place}" if numbered else "**Position Number:** TBD",
        *([f"**Division:** {post.division} Division"] if post.division else []),
        *([f"**Branch:** {post.branch}{' Branch' if turn % 2 else ''}"] if post.branch else []),
        f"**Department:** {DEPARTMENT}",
        *([f"**Reports To:** {spelled(boss, turn)}", "", "## Organization Structure"] if boss else []),
    ]
    if boss and peers:
        others = "; ".join(f"{spelled(peer, turn)} (EX-01)" for peer in peers)
        lines.append(
            f"The {post.title} is one of {len(peers) + 1} positions reporting to the {boss}. The others are: {others}."
        )
    if below:
        lines += [
            "",
            f"Reporting to the {post.title} are:",
            *(f"* **{spelled(title, turn)} (3 FTEs):** works" for title in below),
        ]
    return "\n".join(lines) + "\n"


def named(texts: dict[str, str]) -> dict[str, str]:
    return bound(resolve(read_all(texts)))


def growing(chosen: Sequence[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    ends = sorted({min(size, len(chosen)) for size in sizes} | {len(chosen)})
    yield from (list(chosen[:end]) for end in ends if end)


@examples(60)
@given(st.data())
def test_what_is_described_later_moves_no_identifier(data: st.DataObject) -> None:
    """In any order and any split into runs: each mention keeps the identifier that it had."""
    posts = data.draw(ministries())
    order = data.draw(st.permutations(range(len(posts))))
    turns = data.draw(st.lists(st.integers(0, 5), min_size=len(posts), max_size=len(posts)))
    sizes = data.draw(st.lists(st.integers(1, len(posts)), max_size=3))
    runs = [
        named({f"{place}.md": described(posts, place, turns[place]) for place in chosen})
        for chosen in growing(order, sizes)
    ]
    for before, after in pairwise(runs):
        assert before.items() <= after.items()


@examples(30)
@given(st.data())
def test_numbers_that_become_known_move_no_identifier(data: st.DataObject) -> None:
    posts = data.draw(ministries())
    known = data.draw(st.sets(st.integers(0, len(posts) - 1)))
    every = [
        named({f"{place}.md": described(posts, place, 0, numbered=place in some) for place in range(len(posts))})
        for some in (set(), known)
    ]
    assert every[0] == every[1]


def test_two_of_one_title_in_one_list_keep_their_numbers() -> None:
    """The superior's own list counts first, whatever other texts call a peer by the same bare title."""
    posts = [Post("Director, Oil", "Coast Lights", "Oil", -1), Post("Manager", "Coast Lights", "Oil", 0)]
    texts = {"a.md": described([*posts, posts[1]], 0, 0)}
    before = named(texts)
    assert before["a.md: Manager"].endswith("/director-oil/manager")
    assert before["a.md: Manager #2"] == before["a.md: Manager"] + "-2"
    for turn in range(6):
        clerk = Post(f"Clerk, Letters {turn}", "Coast Lights", "Oil", 0)
        texts[f"{turn}.md"] = described([*posts, clerk], 2, turn)
        assert before.items() <= named(texts).items()
