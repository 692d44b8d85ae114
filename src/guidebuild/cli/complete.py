"""What the shell offers after a tab: the ids of guides and roles, from file names and the id in a guide.yml.

Comes in: what has been typed. Goes out: the ids, or names of profiles, that begin so. Without
content it offers no ids.
"""

from __future__ import annotations

import contextlib
from typing import Literal

import click
from click.shell_completion import CompletionItem

from guidebuild import sources
from guidebuild.diagnostics import EnvironmentFault
from guidebuild.edition import PROFILES
from guidebuild.model.project import Layer, find_project, own_id


def guides(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Guide ids, and files, since a guide may be named by its path too."""
    found = [CompletionItem(id_) for id_ in _ids("guides") if id_.startswith(typed)]
    return found or [CompletionItem(typed, type="file")]


def roles(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Role ids after the last comma, without those that are named already."""
    head, comma, last = typed.rpartition(",")
    taken = head.split(",")
    return [
        CompletionItem(head + comma + id_)
        for id_ in _ids("roles")
        if id_.startswith(last) and id_ not in taken
    ]


def profiles(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Profiles after the last comma, without those that are named already."""
    head, comma, last = typed.rpartition(",")
    taken = head.split(",")
    return [
        CompletionItem(head + comma + name)
        for name in PROFILES
        if name.startswith(last) and name not in taken
    ]


def _ids(kind: Literal["roles", "guides"]) -> list[str]:
    layers: list[Layer] = []
    own = ""
    with contextlib.suppress(EnvironmentFault):
        layers.append(Layer("bundled", sources.bundled("content")))
    with contextlib.suppress(EnvironmentFault):
        if project := find_project(sources.working_folder()):
            layers.append(Layer("project", project / "content"))
            own = own_id(project) if kind == "guides" else ""
    found = {file.stem for layer in layers for file in layer.files(kind)}
    return sorted((found | {own}) - {""})
