"""`guidebuild check` finds what a build would find, and writes nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild.cli import program

HOST = "defaults: {guidebuild: {contact: {name: Our Careers Service}}}\n"
SOUND = {
    "guide.yml": "title: Two\nroles: [mine, data-engineer]\ndate: 2026-01-01\n",
    "content/roles/mine.yml": "title: Mine\ndefinition: What I do.\n",
    "_brand.yml": f"meta: {{name: Ours}}\n{HOST}",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in SOUND.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_sound_project_passes_and_nothing_is_written(project: Path) -> None:
    result = CliRunner().invoke(program, ["check"])
    said = f"Looked at 3 files of {project}: no mistakes found.\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")
    assert sorted(file.name for file in project.iterdir()) == ["_brand.yml", "content", "guide.yml"]


@pytest.mark.slow
def test_the_bundled_content_passes_strictly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(program, ["check", "--strict"])
    assert result.exit_code == 0, result.output


def test_mistakes_in_several_files_are_shown_together(project: Path) -> None:
    (project / "content/roles/mine.yml").write_text("title: Mine\n")
    (project / "content/roles/unused.yml").write_text("title: [1]\ndefinition: x\n")
    result = CliRunner().invoke(program, ["check"])
    assert result.exit_code == 1
    assert "content/roles/mine.yml:" in result.stderr
    assert "content/roles/unused.yml:1:" in result.stderr


def test_only_the_named_files_are_checked(project: Path) -> None:
    (project / "content/roles/other.yml").write_text("title: [1]\n")
    assert CliRunner().invoke(program, ["check", "content/roles/mine.yml"]).exit_code == 0
    assert CliRunner().invoke(program, ["check", "content/roles/other.yml"]).exit_code == 1
    assert CliRunner().invoke(program, ["check", "content"]).exit_code == 1


def test_what_only_shows_when_guide_and_brand_meet_is_found(project: Path) -> None:
    """A character that the brand's font lacks, and a colour that is none."""
    (project / "content/roles/mine.yml").write_text("title: Mine\ndefinition: A sign 𓀀.\n")
    result = CliRunner().invoke(program, ["check"])
    assert result.exit_code == 1
    assert "content/roles/mine.yml:2:" in result.stderr
    assert "U+13000" in result.stderr
    (project / "_brand.yml").write_text("color: {primary: blurple}\n")
    result = CliRunner().invoke(program, ["check", "_brand.yml"])
    assert result.exit_code == 1
    assert "_brand.yml:1:" in result.stderr


def test_json_lists_the_mistakes_for_editors(project: Path) -> None:
    (project / "guide.yml").write_text("title: Two\nroles: [mine, nobody]\n")
    result = CliRunner().invoke(program, ["check", "--format", "json"])
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)
    assert (found["file"], found["line"], found["severity"]) == ("guide.yml", 2, "error")
    (project / "guide.yml").write_text(SOUND["guide.yml"])
    assert json.loads(CliRunner().invoke(program, ["check", "--format", "json"]).stdout) == []


def test_a_path_that_is_not_there_is_a_wrong_command_line(project: Path) -> None:
    assert CliRunner().invoke(program, ["check", str(project / "nowhere")]).exit_code == 2


def test_a_warning_passes_unless_strict(project: Path) -> None:
    (project / "_brand.yml").write_text(SOUND["_brand.yml"] + "typography: {base: Comic Neue}\n")
    relaxed = CliRunner().invoke(program, ["check"])
    assert (relaxed.exit_code, relaxed.stdout) == (0, "")
    assert relaxed.stderr.endswith("\n1 warning\n")
    assert relaxed.stderr.count("1 warning") == 1
    assert CliRunner().invoke(program, ["check", "--strict"]).exit_code == 1


@pytest.mark.slow
def test_an_empty_folder_is_the_same_with_a_dot_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = [CliRunner().invoke(program, ["check", *paths]).output for paths in ([], ["."])]
    assert said[0] == said[1]
    assert said[0].endswith(" files that came with guidebuild: no mistakes found.\n")
    (tmp_path / "other").mkdir()
    assert CliRunner().invoke(program, ["check", "other"]).exit_code == 1


@pytest.mark.slow
@pytest.mark.parametrize("paths", [[], ["."], ["content/roles/unused.yml"]])
def test_characters_are_looked_for_in_roles_that_no_guide_uses(project: Path, paths: list[str]) -> None:
    (project / "content/roles/unused.yml").write_text("title: 数据\ndefinition: مرحبا\nfocus: a 𓀀\n")
    result = CliRunner().invoke(program, ["check", *paths])
    assert result.exit_code == 1
    head = "error[missing-character]: the font SourceSans3-Regular has no character"
    assert f"unused.yml:1:8: {head}s '数', '据' (U+6570, U+636E)\n" in result.stderr
    assert "hint: bundled families that have them: 'Noto Sans JP', 'Noto Sans SC'" in result.stderr
    assert "unused.yml:2:13: error[script-not-set]: 'مرحبا' is written in Arabic" in result.stderr
    assert "hint: no bundled family has them" in result.stderr
    assert result.stderr.endswith("\n3 errors\n")


@pytest.mark.slow
def test_a_role_is_set_in_the_projects_own_font(project: Path) -> None:
    (project / "content/roles/unused.yml").write_text("title: 数\ndefinition: x\n")
    (project / "_brand.yml").write_text("typography: {base: Noto Sans SC}\n")
    assert CliRunner().invoke(program, ["check", "content/roles/unused.yml"]).exit_code == 0
    assert CliRunner().invoke(program, ["check"]).exit_code == 0


def test_what_was_looked_at_is_said(project: Path) -> None:
    (project / "_brand.yml").write_text("meta: {name: Ours}\n")
    assert CliRunner().invoke(program, ["check"]).stdout.startswith("Looked at 3 files of ")
    only = CliRunner().invoke(program, ["check", "_brand.yml"])
    assert only.stdout == "Looked at 1 file of _brand.yml: no mistakes found.\n"
    (project / "pictures").mkdir()
    nothing = CliRunner().invoke(program, ["check", "pictures"])
    assert nothing.exit_code == 1
    assert "pictures: error[not-content]: this folder holds no content of the project" in nothing.stderr


def test_a_note_is_no_mistake_even_under_strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\ndate: 2026-01-01\n")
    (tmp_path / "_brand.yml").write_text("meta: {name: Acme}\ncolor: {palette: {teal: '#007a7a'}}\n")
    result = CliRunner().invoke(program, ["check", "--strict"])
    assert result.exit_code == 0, result.output
    assert "note[no-primary]: the brand names no primary colour" in result.output
    assert "no mistakes found" in result.output


LONG = "plain words of usual length here " * 150


def _errors(output: str) -> set[str]:
    return {line for line in output.splitlines() if ": error[" in line or ": warning[" in line}


@pytest.mark.parametrize(
    "more",
    [
        f"sections: {{profiles: {{lead: {LONG}}}}}\n",
        f"sections: {{cover: {{lead: {LONG}}}}}\n",
        f"sections: {{profiles: {{lead: {LONG}}}}}\nedition: large-print\n",
        f"sections: {{profiles: {{lead: {LONG}}}}}\npaper: a5\nprofile: gray\n",
        f"layout: handout\nevent: {{name: Fair, url: https://example.edu/{'x' * 470}, utm: {{source: {'z' * 40},"
        f" medium: {'z' * 40}, campaign: {'z' * 40}, content: {'z' * 40}, term: {'z' * 40}}}}}\n",
        "layout: booklet\nprofile: press\nbooklet: {imposed: true}\n",
        f"layout: poster\nsections: {{profiles: {{lead: {LONG}}}}}\n",  # a poster has no profiles: nothing is wrong
    ],
)
def test_check_and_pdf_say_the_same(project: Path, more: str) -> None:
    """Whatever a page has no room for is told by both, at the same field, in the guide's own layout and edition."""
    (project / "guide.yml").write_text(SOUND["guide.yml"] + more)
    checked = CliRunner().invoke(program, ["check"])
    built = CliRunner().invoke(program, ["pdf", "-o", "x.pdf"])
    assert checked.exit_code == built.exit_code
    assert _errors(checked.stderr) == _errors(built.stderr)
    assert ("error[" in checked.stderr) == (checked.exit_code == 1)
    if "poster" not in more:
        assert _errors(checked.stderr)


def test_json_names_the_field_that_does_not_fit(project: Path) -> None:
    (project / "guide.yml").write_text(SOUND["guide.yml"] + f"sections:\n  profiles: {{lead: {LONG}}}\n")
    result = CliRunner().invoke(program, ["check", "--format", "json"])
    (found,) = [one for one in json.loads(result.stdout) if one["severity"] == "error"]
    assert (found["file"], found["line"], found["column"]) == ("guide.yml", 5, 20)
    assert found["path"] == "sections.profiles.lead"
    assert found["code"] == "does-not-fit"


@pytest.mark.slow
def test_every_guide_of_a_project_is_tried(project: Path) -> None:
    (project / "content/guides").mkdir()
    for name in ("short", "long"):
        lead = LONG if name == "long" else "Short."
        text = f"roles: [mine, data-engineer]\ndate: 2026-01-01\nsections: {{cover: {{lead: {lead}}}}}\n"
        (project / f"content/guides/{name}.yml").write_text(text)
    result = CliRunner().invoke(program, ["check"])
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in sorted(_errors(result.stderr))] == [
        "content/guides/long.yml:3:26"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["acme.yml", "brand.yaml", "colours-of-ours.yml"])
def test_a_brand_is_known_under_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("meta: {name: Acme}\ncolor: {primary: blurple}\n")
    result = CliRunner().invoke(program, ["check", name])
    assert (result.exit_code, result.stderr.split(":")[:3]) == (1, [name, "2", "18"])
    Path(name).write_text("defaults: {guidebuild: {footer: Acme}}\n")
    assert CliRunner().invoke(program, ["check", name]).exit_code == 0
    Path(name).write_text("meta: {name: Acme}\ncolor: {primary: '#7a0019', link: blue}\n")
    result = CliRunner().invoke(program, ["check", name])
    assert (result.exit_code, result.stdout) == (0, f"Looked at 1 file of {name}: no mistakes found.\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("brand", "code"),
    [
        ("meta: {name: Acme}\ncolor: {primry: '#7a0019', primary: '#7a0019'}\n", "unknown-key"),
        ("meta: {name: Acme, link: https://acme.example}\n", "not-used"),
        ("meta: {name: Acme}\ntypography: {base: {line-height: 1.25em}}\n", "not-used"),
        ("meta: {name: Acme}\ncolor: {link: '#7a0019'}\n", "not-used"),
    ],
)
def test_keys_that_are_not_used_are_errors_under_strict_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brand: str, code: str
) -> None:
    """A brand file serves many programs; who wants one for guides alone is told of the rest."""
    monkeypatch.chdir(tmp_path)
    Path("_brand.yml").write_text(brand)
    plain = CliRunner().invoke(program, ["check", "_brand.yml"])
    assert (plain.exit_code, f"note[{code}]" in plain.stderr) == (0, True)
    result = CliRunner().invoke(program, ["check", "--strict", "_brand.yml"])
    assert (result.exit_code, f"error[{code}]" in result.stderr) == (1, True)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize("command", ["check", "pdf"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/roles/mine.yml", SOUND["content/roles/mine.yml"]),
        ("content/tips.yml", "tips: []\n"),
        ("guide.yml", SOUND["guide.yml"]),
        ("_brand.yml", "meta: {name: Acme}\n"),
    ],
)
def test_files_of_a_project_lie_in_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory, command: str, name: str, text: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / Path(name).name
    outside.write_text(text)
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to(outside)
    result = CliRunner().invoke(program, [command])
    assert result.exit_code == 1
    assert (
        f"{name}: error[outside-project]: '{outside.name}' is a link that leaves the project" in result.stderr
    )
    (project / name).unlink()
    (project / "elsewhere.txt").write_text(text)
    (project / name).symlink_to(project / "elsewhere.txt")
    assert CliRunner().invoke(program, [command]).exit_code == 0
