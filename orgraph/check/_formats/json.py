"""Findings as one JSON object, with the rollup and the quality index; their numbers are exact decimal strings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from msgspec.structs import asdict

from orgraph.check._checked import Checked
from orgraph.check._formats._safe import dumped, ended
from orgraph.check._quality import Quality
from orgraph.evidence import Evidence
from orgraph.interval import Interval
from orgraph.model import Finding
from orgraph.rollup import Account, Rollup


def generate_json(checked: Checked) -> Iterator[str]:
    """The lines of `{"findings": [...], "rollup": {...}, "quality": {...}}`."""
    record = {
        "findings": [_finding(finding) for finding in checked.findings],
        "rollup": {**_rollup(checked.rollup), "accounts": list(map(_account, checked.accounts))},
        "quality": _quality(checked.quality),
    }
    return ended(dumped(record).split("\n"))


def _finding(finding: Finding) -> dict[str, Any]:
    return {**asdict(finding), "evidence": [_evidence(evidence) for evidence in finding.evidence]}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    names = ("source", "start", "end", "line", "column", "quote", "rule")
    cell = {} if evidence.header is None else {"row": evidence.line, "header": evidence.header, "sheet": evidence.sheet}
    page = {} if evidence.page is None else {"page": evidence.page}
    return {**{name: getattr(evidence, name) for name in names}, **cell, **page}


def _rollup(rollup: Rollup) -> dict[str, Any]:
    return {
        "fte_in_sources": _exact(rollup.fte_in_sources),
        "fte_reachable": _exact(rollup.fte_reachable),
        "fte_lost": [
            {"cause": lost.cause, "fte": _exact(lost.fte), "boxes": list(lost.boxes)} for lost in rollup.fte_lost
        ],
        "fte_by_status": {status: _exact(fte) for status, fte in rollup.by_status.items()},
        "tops": list(rollup.tops),
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "measure": account.measure,
        "currency": account.currency,
        "along": account.along,
        "in_sources": _amount(account.in_sources),
        "reachable": _amount(account.reachable),
        "lost": [
            {"cause": loss.cause, "amount": _amount(loss.amount), "boxes": list(loss.boxes)} for loss in account.lost
        ],
        "by_status": {status: _amount(amount) for status, amount in account.by_status.items()},
        "eliminated": _amount(account.eliminated),
    }


def _amount(part: Interval) -> str | dict[str, str | None]:
    """An exact sum as its number, a range as its two ends; an open one has no upper end."""
    if part.exact:
        return _exact(part.low)
    return {"min": _exact(part.low), "max": None if part.high is None else _exact(part.high)}


def _quality(quality: Quality) -> dict[str, Any]:
    return {
        "index": quality.score,
        "shares": [
            {"name": share.name, "count": _exact(share.number), "of": _exact(share.of)} for share in quality.shares
        ],
        "findings": quality.findings,
        "computed": quality.computed,
    }


def _exact(number: Decimal) -> str:
    return f"{number.normalize():f}"
