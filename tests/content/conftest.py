"""The content that ships with the program, read with PyYAML and validated with the schema's own classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebuild.model import schema

CONTENT = Path(__file__).parents[2] / "content"


@dataclass(frozen=True)
class Shipped:
    """Every file of `content/` as validated nodes, in the order of the files."""

    roles: dict[str, schema.Role]
    guides: dict[str, schema.GuideSpec]
    categories: tuple[schema.Category, ...]
    skills: tuple[schema.Skill, ...]
    tips: tuple[schema.Tip, ...]
    terms: tuple[schema.Term, ...]
    jobs: tuple[schema.Job, ...]
    sources: tuple[schema.Source, ...]
    questions: tuple[schema.Question, ...]


def read(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))


def entries(name: str, key: str, node: type[Any]) -> tuple[Any, ...]:
    """The entries of a list; those of a file that names a field of work belong to it."""
    file = read(name)
    field = {"field": file["field"]} if "field" in file and "field" in node.model_fields else {}
    return tuple(node.model_validate(field | entry) for entry in file[key])


def mappings(values: list[Any], key: str) -> list[Any]:
    """A plain string stands for a mapping with one key, as the schema's docstrings say."""
    return [{key: value} if isinstance(value, str) else value for value in values]


def role(path: Path) -> schema.Role:
    fields = {"id": path.stem, **read(f"roles/{path.name}")}
    for name, key in (("responsibilities", "detail"), ("skills", "skill"), ("industries", "name")):
        fields[name] = mappings(fields[name], key)
    fields["tools"] = {group: mappings(tools, "name") for group, tools in fields["tools"].items()}
    return schema.Role.model_validate(fields)


def by_id(folder: str, validate: Callable[[Path], Any]) -> dict[str, Any]:
    return {path.stem: validate(path) for path in sorted((CONTENT / folder).glob("*.yml"))}


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped(
        roles=by_id("roles", role),
        guides=by_id(
            "guides",
            lambda path: schema.GuideSpec.model_validate({"id": path.stem, **read(f"guides/{path.name}")}),
        ),
        categories=entries("skills.yml", "categories", schema.Category),
        skills=entries("skills.yml", "skills", schema.Skill),
        tips=entries("tips.yml", "tips", schema.Tip),
        terms=entries("glossary.yml", "terms", schema.Term),
        jobs=entries("jobs.yml", "jobs", schema.Job),
        sources=entries("sources.yml", "sources", schema.Source),
        questions=entries("questions.yml", "questions", schema.Question),
    )
