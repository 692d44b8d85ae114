"""All figures of a document: the cache, the fonts, and a machine that tries to interfere."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from chart_cases import PALETTE, THEME, TITLES, document, pay_bar, pay_spec, set_spec, texts

from guidebuild.cache import Cache
from guidebuild.charts import Chart, draw
from guidebuild.diagnostics import EnvironmentFault, GuideError
from guidebuild.drawing import unnamed
from guidebuild.fonts import Face

HERE = Path(__file__).parent
SPEC = set_spec(TITLES[:2], {(0,): ("R", "$a$ and $b$"), (0, 1): ("Python",)})
PAY = pay_spec(pay_bar("A & <b>", 0, (10, 20, 30, 40, 50)))

SCRIPT = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from chart_cases import *
from guidebuild.cache import Cache
from guidebuild.charts import draw
charts = draw(document(set_spec(TITLES[:2], {{(0,): ("R", "C++"), (0, 1): ("Git",)}})), THEME, Cache({cache}))
print(charts["figure-0"].drawing)
print("matplotlib" in sys.modules, file=sys.stderr)
"""


def run(cwd: Path, cache: Path | None = None, **environ: str) -> tuple[str, str]:
    """Draw in a fresh process; returns the drawing, and whatever the process complained about."""
    script = SCRIPT.format(here=str(HERE), cache=f"Path({str(cache)!r})" if cache else "None")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=cwd,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path))),
            **environ,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, done.stderr.strip()


def test_figures_come_back_under_their_ids(tmp_path: Path) -> None:
    charts = draw(document(SPEC, PAY), THEME, Cache(tmp_path))
    assert list(charts) == ["figure-0", "figure-1"]
    assert all(isinstance(chart, Chart) and chart.drawing.alt == "" for chart in charts.values())


def test_a_set_is_drawn_in_the_colours_of_its_role_also_where_another_role_has_none(tmp_path: Path) -> None:
    spec = replace(SPEC, roles=(0, 2))
    (chart,) = draw(document(spec), THEME, Cache(tmp_path)).values()
    coloured = {role.text: n for n, role in enumerate(PALETTE.roles)}
    assert {coloured[run.colour] for run in texts(chart.drawing) if run.colour in coloured} == {0, 2}


@pytest.mark.slow
def test_a_second_build_draws_the_same_and_imports_no_matplotlib(tmp_path: Path) -> None:
    first, imported = run(tmp_path, tmp_path / "cache")
    again, imported_again = run(tmp_path, tmp_path / "cache")
    assert (imported, imported_again) == ("True", "False")
    assert first == again


@pytest.mark.parametrize(
    "change",
    [
        {"palette": replace(PALETTE, ink=unnamed("#000000"))},
        {"paper": replace(THEME.paper, width=612.0)},
        {"faces": replace(THEME.faces, regular=THEME.faces.bold)},
    ],
)
def test_a_changed_theme_is_drawn_anew(tmp_path: Path, change: dict[str, object]) -> None:
    cache = Cache(tmp_path)
    before = draw(document(SPEC), THEME, cache)
    after = draw(document(SPEC), replace(THEME, **change), cache)  # type: ignore[arg-type]
    assert before != after


@pytest.mark.slow
def test_nothing_on_the_machine_changes_the_drawing(tmp_path: Path) -> None:
    """A hostile matplotlibrc, a nonsensical backend, another hash seed and no home: the same drawing, in silence."""
    plain, _ = run(tmp_path, PYTHONHASHSEED="1")
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    (hostile / "matplotlibrc").write_bytes(
        b"path.simplify: True\nlines.scale_dashes: True\nnonsense\n\xff\xfe"
    )
    environ = {"MPLBACKEND": "module://nowhere", "MATPLOTLIBRC": str(hostile), "MPLCONFIGDIR": "/proc/none"}
    environ |= {"PYTHONHASHSEED": "2", "HOME": "/nonexistent", "TZ": "Asia/Tokyo"}
    other, errors = run(hostile, None, **environ)
    assert other == plain
    assert errors == "True"


def test_drawing_leaves_environment_and_working_directory_alone(tmp_path: Path) -> None:
    before = (dict(os.environ), Path.cwd())
    draw(document(SPEC), THEME, Cache(None))
    assert (dict(os.environ), Path.cwd()) == before
    assert list(tmp_path.iterdir()) == []


def test_dollar_signs_and_markup_stay_plain_text() -> None:
    charts = draw(document(SPEC, PAY), THEME, Cache(None))
    assert "$a$ and $b$" in list(charts["figure-0"].drawing.texts())
    assert "A & <b>" in list(charts["figure-1"].drawing.texts())


def test_characters_without_a_glyph_are_all_named_at_once() -> None:
    spec = set_spec(("Data 分析", "B"), {(0,): ("R ☃",), (0, 1): ("ok", "\U0001f600")})
    with pytest.raises(GuideError) as caught:
        draw(document(spec), THEME, Cache(None))
    assert {d.code for d in caught.value.diagnostics} == {"missing-glyph"}
    words = str(caught.value)
    for char in ("U+5206", "U+2603", "U+1F600"):
        assert char in words
    assert "SourceSans3-Bold" in words


def test_a_missing_font_file_is_a_fault_of_the_environment() -> None:
    faces = replace(THEME.faces, bold=Face("Gone", "/nowhere/gone.ttf"))
    with pytest.raises(EnvironmentFault, match=r"gone\.ttf"):
        draw(document(SPEC), replace(THEME, faces=faces), Cache(None))


def test_charts_survive_a_pickle_round_trip() -> None:
    charts = draw(document(SPEC, PAY), THEME, Cache(None))
    assert pickle.loads(pickle.dumps(charts)) == charts


def test_only_regular_and_bold_live_text_is_used() -> None:
    charts = draw(document(SPEC, PAY), THEME, Cache(None))
    assert {run.face for chart in charts.values() for run in texts(chart.drawing)} == {"regular", "bold"}
