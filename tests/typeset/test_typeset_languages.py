"""Words in another language than the guide's say so in the structure tree, and are hyphenated as that one is."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from guidebuild.cli import program

GERMAN = "Eine Drachenpilotin steuert Drachen und liest die Windkarten der Wetterwarte am Hafen."


@pytest.mark.parametrize("extra", [(), ("--edition", "large-print")])
def test_the_texts_of_a_role_in_german_are_german(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    roles = Path("content/roles")
    roles.mkdir(parents=True)
    (roles / "pilot.yml").write_text(
        f"language: de\ntitle: Drachenpilotin\ndefinition: {GERMAN}\nskills: [Wetterkunde]\n"
    )
    (roles / "baker.yml").write_text("title: Baker\ndefinition: A baker bakes bread.\nskills: [Kneading]\n")
    result = CliRunner().invoke(program, ["pdf", "--roles", "pilot,baker", "-o", "x.pdf", *extra])
    assert result.exit_code == 0, result.output
    with pikepdf.open("x.pdf") as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        spoken = [
            str(obj.Lang)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary) and "/S" in obj and "/Lang" in obj
        ]
    assert spoken
    assert set(spoken) == {"de"}


@pytest.mark.slow
def test_a_language_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    roles = Path("content/roles")
    roles.mkdir(parents=True)
    (roles / "pilot.yml").write_text("language: German\ntitle: Pilot\ndefinition: x\n")
    assert CliRunner().invoke(program, ["check"]).exit_code == 1
