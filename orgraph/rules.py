"""Discovery of rules, the @check decorator, and manuals taken from docstrings.

A rule is one file in its package; the file, its function and the rule share one name.
Names that begin with an underscore are shared pieces, not rules.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from orgraph.model import Severity

Function = TypeVar("Function", bound=Callable[..., Any])


class Setting(NamedTuple):
    """A limit that a user may set: a keyword argument of the rule, its type and its usual value."""

    type: type
    usual: Any


class Rule(NamedTuple):
    """A rule as its package shows it: `name` with dashes, code and severity for checks.

    `settings` are the keyword arguments of its function; `because` names the rules whose findings explain
    those of this one where both are about the same box.
    """

    name: str
    function: Callable[..., Any]
    manual: str
    code: str | None = None
    severity: Severity | None = None
    settings: Mapping[str, Setting] = {}
    because: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.partition("\n")[0]

    def record(self) -> dict[str, Any]:
        """The rule as JSON holds it."""
        limits = {name: setting.usual for name, setting in self.settings.items()}
        kept = {"name": self.name, "code": self.code, "severity": self.severity, "summary": self.summary}
        return {**kept, "limits": limits, "because": list(self.because), "manual": self.manual}


def check(code: str, severity: Severity, *, because: tuple[str, ...] = ()) -> Callable[[Function], Function]:
    """Mark a generator of findings as a check, with its permanent code, its severity and what may cause it."""

    def mark(function: Function) -> Function:
        function.__dict__.update(code=code, severity=severity, because=because)
        return function

    return mark


def discover(package: str) -> Iterator[Rule]:
    """Every rule of a package, by name: the function that each module is named after.

    >>> "fte-rollup" in {rule.name for rule in discover("orgraph.check")}
    True
    """
    home = importlib.import_module(package)
    for name in sorted(module.name for module in pkgutil.iter_modules(home.__path__)):
        if not name.startswith("_"):
            function = getattr(importlib.import_module(f"{package}.{name}"), name)
            yield _rule(name, function, function.__dict__)


def _rule(name: str, function: Callable[..., Any], marks: Mapping[str, Any]) -> Rule:
    return Rule(
        name.replace("_", "-"),
        function,
        inspect.getdoc(function) or "",
        marks.get("code"),
        marks.get("severity"),
        _settings(function),
        marks.get("because", ()),
    )


def _settings(function: Callable[..., Any]) -> Mapping[str, Setting]:
    parameters = inspect.signature(function).parameters.values()
    return {p.name: Setting(type(p.default), p.default) for p in parameters if p.kind is p.KEYWORD_ONLY}
