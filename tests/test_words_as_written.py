"""What is drawn: labels in capitals leave an author's words as they are, on every kind of sheet."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from guidebuild.build import Order, build

ROLE = """\
title: {title}
definition: Work of its own kind.
skills: [Maßnehmen, eBay selling, {own}]
education: {{degrees: [Diplom], fields: [{own}], certificates: [Straßenbau]}}
tools: {{iPad apps: [Procreate, {own}]}}
industries: [{{name: iGaming, examples: [de Vries methods]}}, {{name: {own}}}]
questions: [Why iOS?]
outlook: {{trend: rising, headline: Rising}}
"""
GUIDE = """\
roles: [one, two, three]
date: 2027-01-01
kicker: iOS and Straßenbau week
event: {name: eBay day, booth: Große Halle iX}
"""
TITLES = {"one": "iOS Developer", "two": "Straßenbauer", "three": "eBay Seller"}


@pytest.mark.parametrize(
    ("layout", "edition"), [("guide", ""), ("guide", "large-print"), ("handout", ""), ("poster", "")]
)
def test_no_label_in_capitals_changes_a_letter_of_an_author(
    tmp_path: Path, layout: str, edition: str
) -> None:
    (tmp_path / "guide.yml").write_text(GUIDE, encoding="utf-8")
    roles = tmp_path / "content" / "roles"
    roles.mkdir(parents=True)
    for (id_, title), own in zip(TITLES.items(), ("Kfz", "mRNA", "Kfz"), strict=True):
        (roles / f"{id_}.yml").write_text(ROLE.format(title=title, own=own), encoding="utf-8")
    made = build(Order(folder=tmp_path, layout=layout, edition=edition)).artifact.pdf
    with pypdfium2.PdfDocument(made) as file:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in file)
    assert "iOS and Straßenbau week" in text
    for wrong in (
        "IOS",
        "Ios",
        "STRASSE",
        "EBAY",
        "EBay",
        "Ebay",
        "MRNA",
        "IX",
        "GROSSE",
        "IGaming",
        "IPad",
        "DE VRIES",
        "De Vries",
    ):
        assert wrong not in text
    if layout == "guide":
        assert "Ask at Große Halle iX" in text
        assert "With iOS Developer" in text or edition
        assert "EDUCATION" in text  # our own labels have their capitals
