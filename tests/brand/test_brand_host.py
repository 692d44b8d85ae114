"""Name, logo, contact and event of the guides that ship are theirs; a project's guide prints none, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from guidebuild.build import Built, Order, build

OURS = ("guidebuild.example", "Career Service", "Spring Career Fair", "careers@")
ROLE = "title: {}\ndefinition: Works.\nreviewed: 2026-01-01\n"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    def made(**files: str) -> Path:
        given = {"guide.yml": "id: fair\nroles: [nurse, aide]\ndate: 2027-01-01\n", **files}
        roles = {f"content/roles/{id_}.yml": ROLE.format(id_.title()) for id_ in ("nurse", "aide")}
        for name, text in (roles | given).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return made


def words(built: Built) -> str:
    with pypdfium2.PdfDocument(built.artifact.pdf) as file:
        return " ".join(page.get_textpage().get_text_range() for page in file)


def hosts(built: Built) -> list[str]:
    return [one.message for one in built.artifact.warnings if one.code == "no-host"]


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["guide", "handout", "poster"])
@pytest.mark.parametrize("roles", [(), ("data-engineer", "data-scientist"), ("nurse", "data-engineer")])
def test_a_project_without_a_brand_prints_nobody_s_name(
    project: Callable[..., Path], layout: str, roles: tuple[str, ...]
) -> None:
    folder = project()
    if roles:
        (folder / "guide.yml").unlink()
    built = build(Order(roles=roles, folder=folder, layout=layout))
    assert [own for own in OURS if own in words(built)] == []
    assert hosts(built) == [
        "this guide has no name or logo of its host on the covers and no contact on the back cover"
    ]
    (note,) = [one for one in built.artifact.warnings if one.code == "no-host"]
    assert note.severity == "note"


def test_what_a_brand_or_a_guide_names_is_not_asked_for(project: Callable[..., Path]) -> None:
    folder = project(**{"_brand.yml": "meta: {name: Example Hospital}\n"})
    built = build(Order(folder=folder))
    assert "Example Hospital" in words(built)
    assert hosts(built) == ["this guide has no contact on the back cover"]
    contact = "contact: {email: jobs@hospital.example}\n"
    folder = project(**{"guide.yml": "id: fair\nroles: [nurse, aide]\ndate: 2027-01-01\n" + contact})
    built = build(Order(folder=folder))
    assert hosts(built) == []
    assert "jobs@hospital.example" in words(built)
    assert [own for own in OURS if own in words(built)] == []


def test_a_logo_that_no_page_shows_names_nobody(project: Callable[..., Path]) -> None:
    white = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="8" height="8" fill="#fff"/></svg>'
    built = build(Order(folder=project(**{"_brand.yml": "logo: a.svg\n", "a.svg": white}), layout="handout"))
    assert hosts(built) == [
        "this guide has no name or logo of its host on the covers and no contact on the back cover"
    ]


def test_a_setting_names_the_host_too(project: Callable[..., Path]) -> None:
    built = build(Order(folder=project(), settings=(("meta.name", "Example Clinic"),)))
    assert "Example Clinic" in words(built)
    assert hosts(built) == ["this guide has no contact on the back cover"]


def test_the_event_of_a_guide_that_ships_is_not_lent_to_other_roles(project: Callable[..., Path]) -> None:
    built = build(Order("ml-careers", roles=("nurse", "aide"), folder=project()))
    assert [own for own in ("Spring Career Fair", "Booth 14") if own in words(built)] == []


@pytest.mark.slow
def test_the_guides_that_ship_keep_what_is_theirs(tmp_path: Path) -> None:
    built = build(Order(folder=tmp_path))
    assert [own for own in OURS if own not in words(built)] == []
    assert hosts(built) == []
