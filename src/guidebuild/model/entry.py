"""One entry of content: a role, a guide, a skill and so on, with the file and the tree that it was read from.

Comes in: nothing. Goes out: `Entry`, and `MODELS`, the type of node of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from guidebuild.diagnostics import Span
from guidebuild.model import schema
from guidebuild.model.project import Kind, Origin
from guidebuild.yamlfile.node import Node
from guidebuild.yamlfile.tree import YamlMap

N = TypeVar("N", bound=Node)

MODELS: dict[Kind, type[Node]] = {
    "roles": schema.Role,
    "guides": schema.GuideSpec,
    "skills": schema.Skill,
    "categories": schema.Category,
    "tips": schema.Tip,
    "terms": schema.Term,
    "jobs": schema.Job,
    "questions": schema.Question,
    "sources": schema.Source,
}


@dataclass(frozen=True, slots=True)
class Entry(Generic[N]):
    """One entry of a file, with the tree that it was read from."""

    node: N
    tree: YamlMap
    origin: Origin
    file: Path

    @property
    def span(self) -> Span:
        return self.node.span
