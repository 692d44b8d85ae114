"""Addresses come out in ASCII, and mean what they meant."""

from __future__ import annotations

import pytest

from guidebuild.model.address import ascii_address, with_ascii_links
from guidebuild.model.parts import Link
from guidebuild.model.schema import ContactBlock, Tip


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a?b=%C3%A9#c", "https://example.org/a?b=%C3%A9#c"),
        ("https://münchen.de", "https://xn--mnchen-3ya.de"),
        ("https://me@münchen.de:8080/ä?q=ö#ü", "https://me@xn--mnchen-3ya.de:8080/%C3%A4?q=%C3%B6#%C3%BC"),
        ("https://example.org/100%25/日", "https://example.org/100%25/%E6%97%A5"),
        (
            "mailto:jörg@münchen.de?subject=grüße",
            "mailto:j%C3%B6rg@xn--mnchen-3ya.de?subject=gr%C3%BC%C3%9Fe",
        ),
    ],
)
def test_an_address_is_written_in_ascii(written: str, address: str) -> None:
    assert ascii_address(written) == address
    assert ascii_address(address) == address


def test_a_host_without_such_a_form_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a name that a computer can have"):
        ascii_address(f"https://{'ä' * 80}.de")


def test_links_in_a_text_are_written_in_ascii_and_the_rest_is_left() -> None:
    text = "Grüße: [Köln](https://köln.de/(ä)) und [é](<https://example.org/é>), nicht (https://köln.de)"
    expected = "Grüße: [Köln](https://xn--kln-sna.de/(%C3%A4)) und [é](<https://example.org/%C3%A9>), nicht"
    assert with_ascii_links(text) == f"{expected} (https://köln.de)"


def test_every_address_of_the_content_is_in_ascii() -> None:
    assert Link(label="Köln", url="https://köln.de").url == "https://xn--kln-sna.de"
    assert ContactBlock(email="rat@köln.de").email == "rat@xn--kln-sna.de"
    tip = Tip(id="a", title="A", why="See [Köln](https://köln.de)", step="[B](https://example.org/é)")
    assert (tip.why, tip.step) == ("See [Köln](https://xn--kln-sna.de)", "[B](https://example.org/%C3%A9)")
