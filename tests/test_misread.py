"""Words that a scan has damaged are read as what they stand for, on record; what is right stays as it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from laws import assert_claims_hold, assert_linear

from orgraph.extract import extract
from orgraph.extract._mended import Mended
from orgraph.extract._misread import misread
from orgraph.model import Claim
from orgraph.read.plain import plain
from orgraph.text import Span

ROOT = Path(__file__).parents[1]

DAMAGED = [
    # shapes taken for one another
    ("Reportlng ta thc Dircctor", "Reporting to the Director"),
    ("the Govemor and the derk", "the Governor and the clerk"),
    ("STRUC7URE, ORGANIZATI0N", "STRUC7URE, ORGANIZATION"),
    ("staf1 (8 FTE5)", "staf1 (8 FTES)"),
    ("l5 Januory", "l5 January"),
    # two confusions in a very long word
    ("superintcndcnt", "superintendent"),
    # pieces, also behind a hyphen at the end of a line
    ("the Gen eral Mana ger", "the General Manager"),
    ("the Direc- tor", "the Director"),
    ("f our Clerks", "four Clerks"),
    ("a Clerk (E C-O7)", "a Clerk (EC-O7)"),
    # glued words
    ("reportingto theDirector ofHarbours", "reporting to the Director of Harbours"),
    ("theADM", "the ADM"),
    # small words that only their cue tells
    ("a staff ot 8; The others ore:", "a staff of 8; The others are:"),
]
FRENCH = [
    ("Ceposte releve du directeut", "Ce poste releve du directeur"),
    ("qui relèvenf du sous-minjstre", "qui relèvent du sous-ministre"),
    ("gui relèvent", "qui relèvent"),
]
RIGHT = [
    "past the load of ore, a stone bead from the forest",
    "the direct or indirect costs may or may not be generated centrally",
    "Director s office, an agent s view, their followers export fewer boats",
    "a case worker in formation, the rapist and the therapist",
    "McDonald's SharePoint, PeopleSoft and LinkedIn; the CDO, COO and CEO of the THC unit",
    "10 to 15 FTEs of EX-01, B2B, 3G, 2nd, Il y a",
    "ores or oats at the end: someone, another, within, without, into",
]
RIGHT_FRENCH = [
    "le Minist re et la r gion: des priorit s, un g rant",
    "j'ai des agent e s en droit, ce lui que la nuit fait taire",
    "les programme r gionaux: le fin contrat central annuel",
]


def _mended(text: str, language: str = "en") -> str:
    return Mended(text, misread(text, language)).view


@pytest.mark.parametrize(("text", "read"), DAMAGED)
def test_a_damaged_word_is_read_as_the_one_word_it_looks_like(text: str, read: str) -> None:
    assert _mended(text) == read


@pytest.mark.parametrize(("text", "read"), FRENCH)
def test_french_has_its_own_short_words_and_lost_accents(text: str, read: str) -> None:
    assert _mended(text, "fr") == read


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_stays(text: str) -> None:
    assert _mended(text) == text


@pytest.mark.parametrize("text", RIGHT_FRENCH)
def test_what_is_right_in_french_or_may_have_lost_an_accent_stays(text: str) -> None:
    assert _mended(text, "fr") == text


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/clean/*.md")), ids=lambda path: path.stem)
def test_a_clean_description_has_no_misread_word(path: Path) -> None:
    document = plain(path.read_bytes(), path.name)
    assert misread(document.view, document.language) == ()


SCAN = "Thc Directcr of Tide Gauges meets tbe Tide Gauge Board. Tide Gouges ofthe north: a Tide Ga uge, aTideGauge."


def test_in_a_scan_the_words_of_the_text_itself_are_known() -> None:
    read = _mended(SCAN + " Gauges, gauge. Gauges.")
    assert "Tide Gauges of the north: a Tide Gauge" in read
    assert "Gouges" not in read


def test_a_text_without_damage_keeps_a_word_that_looks_like_a_commoner_one() -> None:
    text = "The marine harbour, a harbour, the harbour of Horbour."
    assert _mended(text) == text


def test_two_readings_are_none() -> None:
    assert _mended("analysls") == "analysls"  # analysis or analysts


DESCRIPTION = """# Job Description

**Position Title:** Harbour Master

## Organization Structure

The Harbour Master is one of five positions reportlng ta the Directcr Gen eral, Ports.

Repor ting to the Harbour Master are:

* Monager, Pilots (E C-O7), stoff of 8
"""


def _claims(*, repair: bool) -> tuple[Claim, ...]:
    document = plain(DESCRIPTION.encode(), "damaged.md", markdown=True, repair=repair)
    claims = extract(document, repair=repair)
    assert_claims_hold(document, claims)
    return claims


def test_the_quote_stays_as_written_and_each_repair_is_on_record() -> None:
    (line,) = (c for c in _claims(repair=True) if c.predicate == "reports_to" and c.subject.kind == "self")
    assert line.evidence[0].quote.endswith("reportlng ta the Directcr Gen eral, Ports")
    assert getattr(line.value, "text", None) == "Director General, Ports"
    assert ("Directcr", "Director") in {(r.raw, r.repaired) for r in line.repairs}
    assert {r.rule for r in line.repairs} == {"misread-word"}


def test_a_line_read_by_a_damaged_cue_is_repaired_though_its_title_is_not() -> None:
    (line,) = (c for c in _claims(repair=True) if c.predicate == "reports_to" and c.subject.kind != "self")
    assert ("Repor ting", "Reporting") in {(r.raw, r.repaired) for r in line.repairs}


def test_without_repair_nothing_damaged_is_read() -> None:
    refused = _claims(repair=False)
    assert not any(c.repaired for c in refused)
    assert not any(c.predicate == "reports_to" for c in refused)


def test_a_span_that_begins_or_ends_inside_a_repaired_word_takes_the_whole_of_it() -> None:
    text = "of thc Gen eral Staff"
    mended = Mended(text, misread(text, "en"))
    assert mended.view == "of the General Staff"
    for start in range(len(mended.view)):
        for end in range(start + 1, len(mended.view) + 1):
            quote = text[slice(*mended.source(Span(start, end)))]
            assert mended.view[start:end] in quote.replace("thc", "the").replace("Gen eral", "General")
            assert len(quote) <= end - start + len("thc" + "Gen eral")


@pytest.mark.parametrize("unit", ["Dlr ector ", "aaaa", "Gen eral thc ", "oceo ", "(E C-O7) ", "staff ot "])
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int, turns: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        for _ in range(turns):
            misread(text, "en")
        return time.process_time() - start

    assert_linear(lambda turns: seconds(100_000, turns), lambda turns: seconds(400_000, turns))
