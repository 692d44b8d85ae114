"""A guide of ours that a shop refuses comes with the setting that mends it, and that does."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from press_file import damaged, on_page

from guidebuild.build import Order, build
from guidebuild.cache import Cache, default_folder
from guidebuild.conform.artifact import Artifact
from guidebuild.preflight.report import preflight

OURS = "defaults.guidebuild."


@lru_cache(maxsize=8)
def _made(*settings: tuple[str, str]) -> bytes:
    order = Order(profile="press", layout="handout", folder=Path("/"), settings=settings)
    return build(order, cache=Cache(default_folder())).artifact.pdf


def _refusals(pdf: bytes, shop: str) -> dict[str, str]:
    findings = preflight(pdf, "x", shop).findings
    return {finding.check: finding.hint for finding in findings if finding.outcome == "failure"}


@pytest.mark.slow
def test_each_setting_mends_what_it_is_named_for() -> None:
    assert _refusals(_made(), "us-press") == {
        "bleed-room": "write 'bleed: 0.125in' under defaults.guidebuild in the brand file",
        "outside-bleed": "write 'crop_marks: false' under defaults.guidebuild in the brand file",
    }
    bled = (OURS + "bleed", "0.125in")
    assert list(_refusals(_made(bled), "us-press")) == ["outside-bleed"]
    assert _refusals(_made(bled, (OURS + "crop_marks", "false")), "us-press") == {}
    assert _refusals(_made(), "online-press") == {}


@pytest.mark.parametrize(
    ("shop", "hint"),
    [
        ("online-press", "build it with --profile press"),
        ("press-x4", "build it with --profile press"),
        ("copy-shop", "build it with --profile gray"),
    ],
)
def test_the_profile_is_named_that_the_shop_takes(
    built: Callable[..., Artifact], shop: str, hint: str
) -> None:
    refusals = _refusals(built("dl-vs-mlse", layout="handout").pdf, shop)
    assert refusals
    assert set(refusals.values()) == {hint}


def test_a_booklet_of_single_pages_is_named_to_a_shop_that_folds(built: Callable[..., Artifact]) -> None:
    assert _refusals(built("dl-vs-mlse").pdf, "booklet") == {
        "page-count": "build it with --layout booklet, and 'imposed: false' under 'booklet' in the guide file"
    }


def test_files_of_others_keep_their_general_hints() -> None:
    pdf = damaged(on_page(lambda page: page.__delattr__("BleedBox")))
    assert "guidebuild" not in _refusals(pdf, "online-press")["page-boxes"]
