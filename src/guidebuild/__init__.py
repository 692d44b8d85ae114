"""Printed career guides: YAML in, a branded, tagged PDF out.

The architecture on one page (`guidebuild.build` is the same thing in code):

    load      guidebuild.model     YAML files       -> Guide       validated, every value with its place
    brand     guidebuild.brand     _brand.yml       -> Theme       colours checked for contrast, fonts, logo
    compose   guidebuild.compose   Guide            -> Document    sections, tables, sentences; no coordinates
    draw      guidebuild.charts    Document, Theme  -> Charts      vector drawings with live text
    typeset   guidebuild.typeset   all of these     -> Typeset     tagged pages
    conform   guidebuild.conform   Typeset          -> Artifact    metadata, output intent, checks, final bytes

Content comes from authors, or through `guidebuild.importers` (articles, O*NET, ESCO, salaries, postings): what they
find is merged with a project's files. `guidebuild.preflight` judges a finished PDF, whoever made it.

Imports point only downwards in the order that `pyproject.toml` states; `diagnostics`, `sources`, `fonts`,
`drawing` and `cache` serve everybody. Only `sources` reads what a guide is made of; besides,
`cache` reads its own entries, `cli.output` the first bytes of the file that it is to replace, and `charts.isolation`
a version number in matplotlib. Only `cli` and `cache` write (and `charts.isolation`, into a temporary folder); only
`cli` prints.

`from guidebuild import build_guide, Order` is the stable way in (docs/api.md); what it needs is imported with the first
of these names, so that `import guidebuild` alone costs nothing. docs/architecture.md tells all of this at length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guidebuild.api import build_guide
    from guidebuild.build import Order
    from guidebuild.conform.artifact import Artifact
    from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError

__version__ = "0.1.0"
__all__ = ["Artifact", "Diagnostic", "EnvironmentFault", "GuideError", "Order", "build_guide"]

_HOME = {
    "Artifact": "conform.artifact",
    "Diagnostic": "diagnostics",
    "EnvironmentFault": "diagnostics",
    "GuideError": "diagnostics",
    "Order": "build",
    "build_guide": "api",
}


def __getattr__(name: str) -> Any:
    """A public name, from the module in which it lives. Raises `AttributeError` for any other."""
    if name not in _HOME:
        raise AttributeError(f"module 'guidebuild' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"guidebuild.{_HOME[name]}"), name)
