"""The example organizations, clean and scanned, against their hand-made records."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from orgraph.export.record import record
from orgraph.extract import extract
from orgraph.read import read

DATA = Path(__file__).parents[1] / "data"
ORGANIZATIONS = ("digital-service", "bilingual-agency")


def _expected(organization: str) -> dict[str, Any]:
    return json.loads((DATA / organization / "expected" / "records.json").read_text("utf-8"))


CASES = [(org, form, stem) for org in ORGANIZATIONS for form in ("clean", "ocr") for stem in sorted(_expected(org))]


def _plain(text: str | None) -> str:
    """A title as it survives a scan: small letters, no accents, no letters that a scan drops, no look-alikes."""
    text = unicodedata.normalize("NFKD", (text or "").replace("’", "'"))
    text = (
        "".join(c for c in text if not unicodedata.combining(c))
        .lower()
        .replace("0", "o")
        .replace("1", "l")
        .replace("i", "l")
    )
    return re.sub(r"\b(?:le|la|les|de la|du|de)\b|[^a-z2-9]", "", text)


def _code(value: dict[str, Any] | None) -> str | None:
    return value and value["code"]


def _staff(entry: dict[str, Any]) -> tuple[Any, ...] | None:
    staff = entry.get("staff")
    return staff and (staff["min"], staff["max"], staff["measure"], staff["status"])


def _facts(found: dict[str, Any]) -> dict[str, Any]:
    """What both sides must agree on, in comparable form."""
    subject = found["subject"]
    return {
        "title": _plain(subject["title"]),
        "aliases": sorted(map(_plain, subject["aliases"])),
        "acronyms": sorted(subject["acronyms"]),
        "numbers": (subject["position_number"], subject["job_code"]),
        "classification": subject["classification"]
        and (_code(subject["classification"]), subject["classification"]["qualifier"]),
        "units": [_plain(unit["name"]) for unit in subject["units"]],
        "department": _plain(subject["department"]),
        "effective_date": subject["effective_date"],
        "reports_to": sorted((_plain(up["title"]), up["line"]) for up in found["reports_to"]),
        "peers": (
            found["peers"]["stated"],
            sorted((_plain(p["title"]), _code(p["classification"]), p["count"]) for p in found["peers"]["listed"]),
        ),
        "reports": (
            found["reports"]["stated"],
            sorted(
                (_plain(r["title"]), r["kind"], _code(r["classification"]), r["count"], r["line"], str(_staff(r)))
                for r in found["reports"]["listed"]
            ),
        ),
        "figures": sorted((f["measure"], f["scope"], f["min"], f["max"]) for f in found["figures"]),
    }


def _as_scanned(wanted: dict[str, Any]) -> None:
    """Put in what the scan lost: `"peers.stated": {"value": None, "why": ...}`."""
    for path, lost in wanted.get("ocr", {}).items():
        *above, last = path.split(".")
        place = wanted
        for key in above:
            place = place[key]
        place[last] = lost["value"]


@pytest.mark.parametrize(("organization", "form", "stem"), CASES)
def test_record(organization: str, form: str, stem: str) -> None:
    wanted = _expected(organization)[stem]
    if form == "ocr":
        _as_scanned(wanted)
    document = read(str(DATA / organization / wanted["document"][form]))
    found = _facts(record(document, extract(document)))
    assert found == _facts(wanted)
