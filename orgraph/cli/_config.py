"""Settings that people write: orgraph.toml, [tool.orgraph] of pyproject.toml, and --set; every key is checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import click
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from orgraph.cli._options import FailOn
from orgraph.rules import Rule, discover

NAMES: Final = ("orgraph.toml", "pyproject.toml")
Limits = dict[str, dict[str, Any]]


class Configured(BaseModel):
    """The settings of a check; `set` holds limits by rule."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"), strict=True)

    select: list[str] = []
    ignore: list[str] = []
    fail_on: FailOn = "error"
    set: Limits = {}


def configured(given: str | None, start: Path | None = None) -> Configured:
    """The settings of a file, else of the nearest one from the working folder up, else the usual ones.

    Raises click.UsageError for a file that cannot be read, a key that is unknown and a value that is not
    legal: it names file, key and legal values.
    """
    path = Path(given) if given else _nearest(start or Path.cwd())
    if path is None:
        return Configured()
    table = _table(path)
    unknown = sorted(set(table) - {"check"})
    if unknown:
        raise click.UsageError(f"{path}: unknown key {unknown[0]}; legal is check")
    try:
        found = Configured.model_validate(table.get("check", {}))
    except ValidationError as problem:
        raise click.UsageError(f"{path}: {_told(problem, 'check')}") from problem
    return found.model_copy(update={"set": _valid(found.set, f"{path}: check.set.")})


def limits(usual: Limits, given: Iterable[str]) -> Limits:
    """The limits of a file with those of `--set RULE.LIMIT=VALUE` put over them."""
    over: Limits = {}
    for said in given:
        key, mark, value = said.partition("=")
        rule, dot, limit = key.strip().partition(".")
        if not (mark and dot):
            raise click.UsageError(f"--set {said}: write RULE.LIMIT=VALUE; limits are {', '.join(_legal())}")
        over.setdefault(rule, {})[limit] = value.strip()
    over = _valid(over, "--set ")
    return {rule: {**usual.get(rule, {}), **over.get(rule, {})} for rule in {**usual, **over}}


def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if path.is_file() and (name == NAMES[0] or "orgraph" in _document(path).get("tool", {})):
                return path
    return None


def _table(path: Path) -> Mapping[str, Any]:
    document = _document(path)
    table = document.get("tool", {}).get("orgraph", {}) if path.name == NAMES[1] else document
    return table if isinstance(table, dict) else {}


def _document(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise click.UsageError(f"{path}: {problem}") from problem


def _valid(given: Limits, where: str) -> Limits:
    """The limits with the types of their rules."""
    found: Limits = {}
    for rule, values in given.items():
        model = _models().get(rule)
        if model is None:
            raise click.UsageError(f"{where}{rule}: unknown rule; limits are {', '.join(_legal())}")
        try:
            found[rule] = model.model_validate(values).model_dump(exclude_unset=True)
        except ValidationError as problem:
            raise click.UsageError(f"{where}{_told(problem, rule, list(model.model_fields))}") from problem
    return found


@cache
def _models() -> Mapping[str, type[BaseModel]]:
    """A model of the limits of each rule that has some."""
    return {rule.name: _model(rule) for rule in discover("orgraph.check") if rule.settings}


def _model(rule: Rule) -> type[BaseModel]:
    fields: dict[str, Any] = {
        name: (setting.type, Field(setting.usual, ge=0)) for name, setting in rule.settings.items()
    }
    return create_model(rule.name, __config__=ConfigDict(extra="forbid"), **fields)


def _legal() -> list[str]:
    return [f"{rule}.{limit}" for rule, model in _models().items() for limit in model.model_fields]


def _told(problem: ValidationError, above: str, legal: Iterable[str] = ("select", "ignore", "fail-on", "set")) -> str:
    """The first error: the key, what is wrong, and what would be legal."""
    first = problem.errors()[0]
    key = ".".join(map(str, (above, *first["loc"])))
    if first["type"] == "extra_forbidden":
        return f"{key}: unknown key; legal are {', '.join(legal)}"
    return f"{key}: {first['msg'][:1].lower()}{first['msg'][1:]}, not {first['input']!r:.60}"
