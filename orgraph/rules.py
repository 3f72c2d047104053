"""Discovery of rules, the @check decorator, and manuals taken from docstrings.

A rule is one file in its package; the file, its function and the rule share one name.
Names that begin with an underscore are shared pieces, not rules.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from orgraph.model import Severity

Function = TypeVar("Function", bound=Callable[..., Any])


class Rule(NamedTuple):
    """A rule as its package shows it: `name` with dashes, code and severity for checks."""

    name: str
    function: Callable[..., Any]
    manual: str
    code: str | None = None
    severity: Severity | None = None

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.partition("\n")[0]


def check(code: str, severity: Severity) -> Callable[[Function], Function]:
    """Mark a generator of findings as a check, with its permanent code and its severity."""

    def mark(function: Function) -> Function:
        function.__dict__.update(code=code, severity=severity)
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
            manual = inspect.getdoc(function) or ""
            marks = function.__dict__
            yield Rule(name.replace("_", "-"), function, manual, marks.get("code"), marks.get("severity"))
