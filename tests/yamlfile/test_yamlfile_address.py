"""Addresses come out in ASCII, and mean what they meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import TRIES
from guidebuild.model.parts import Link
from guidebuild.model.schema import ContactBlock, Tip
from guidebuild.yamlfile.address import checked, checked_web, with_checked_links


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a?b=%C3%A9#c", "https://example.org/a?b=%C3%A9#c"),
        ("https://münchen.de", "https://xn--mnchen-3ya.de"),
        ("https://münchen.de:8080/ä?q=ö#ü", "https://xn--mnchen-3ya.de:8080/%C3%A4?q=%C3%B6#%C3%BC"),
        ("HTTPS://EXAMPLE.ORG/ABC", "https://EXAMPLE.ORG/ABC"),
        ("Http://intranet", "http://intranet"),
        ("https://[2001:db8::1]:443/a", "https://[2001:db8::1]:443/a"),
        ("https://example.org?x=a@b:c#d", "https://example.org?x=a@b:c#d"),
        ("https://_dmarc.example.org.", "https://_dmarc.example.org."),
        ("MAILTO:a@example.org,b@example.org?subject=Hi", "mailto:a@example.org,b@example.org?subject=Hi"),
        ("tel:+44-20-7946-0000", "tel:+44-20-7946-0000"),
        ("TEL:0207946000;ext=12", "tel:0207946000;ext=12"),
        ("https://example.org/100%25/日", "https://example.org/100%25/%E6%97%A5"),
        (
            "mailto:jörg@münchen.de?subject=grüße",
            "mailto:j%C3%B6rg@xn--mnchen-3ya.de?subject=gr%C3%BC%C3%9Fe",
        ),
    ],
)
def test_an_address_is_written_in_ascii(written: str, address: str) -> None:
    assert checked(written) == address
    assert checked(address) == address


def test_a_host_without_such_a_form_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a name that a computer can have"):
        checked(f"https://{'ä' * 80}.de")


def test_links_in_a_text_are_written_in_ascii_and_the_rest_is_left() -> None:
    text = "Grüße: [Köln](https://köln.de/(ä)) und [é](<https://example.org/é>), nicht (https://köln.de)"
    expected = "Grüße: [Köln](https://xn--kln-sna.de/(%C3%A4)) und [é](<https://example.org/%C3%A9>), nicht"
    assert with_checked_links(text) == f"{expected} (https://köln.de)"


def test_every_address_of_the_content_is_in_ascii() -> None:
    assert Link(label="Köln", url="https://köln.de").url == "https://xn--kln-sna.de"
    assert ContactBlock(email="rat@köln.de").email == "rat@xn--kln-sna.de"
    tip = Tip(id="a", title="A", why="See [Köln](https://köln.de)", step="[B](https://example.org/é)")
    assert (tip.why, tip.step) == ("See [Köln](https://xn--kln-sna.de)", "[B](https://example.org/%C3%A9)")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("https://me@example.org", "names no user"),
        ("https://me:secret@example.org/a", "names no user"),
        ("https://", "is not a name that a computer can have"),
        ("https:///a", "is not a name that a computer can have"),
        ("https://exa mple.org", "holds no spaces"),
        ("https://example..org", "is not a name"),
        ("https://-example.org", "is not a name"),
        ("https://exa%20mple.org", "is not a name"),
        ("https://example.org:", "is not the number of a port"),
        ("https://example.org:99999/a", "is not the number of a port"),
        ("https://example.org:80x", "is not the number of a port"),
        ("https:example.org", "has // and a host"),
        ("mailto:somebody", "is not an e-mail address"),
        ("mailto:?subject=x", "is not an e-mail address"),
        ("tel:call-me", "is not a telephone number"),
        ("tel:", "is not a telephone number"),
        ("ftp://example.org", "begins with https://"),
        ("javascript:alert(1)", "begins with https://"),
        ("example.org", "begins with https://"),
    ],
)
def test_what_no_link_can_have_is_refused(written: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        checked(written)


@pytest.mark.parametrize("written", ["mailto:a@example.org", "tel:+44", "example.org", "ftp://a"])
def test_a_page_has_an_address_of_the_web(written: str) -> None:
    with pytest.raises(ValueError, match="begins with https:// or http://"):
        checked_web(written)


def test_links_in_a_text_are_checked_too() -> None:
    assert (
        with_checked_links("[A](HTTPS://a.org) [B](tel:+4420) (ftp://x)")
        == "[A](https://a.org) [B](tel:+4420) (ftp://x)"
    )
    with pytest.raises(ValueError, match="names no user"):
        with_checked_links("See [A](https://me@a.org).")


@given(st.text(max_size=60) | st.from_regex(r"(?i:https?)://[^\s/]{0,20}(/.{0,20})?", fullmatch=True))
@settings(max_examples=TRIES)
def test_a_sound_address_is_ascii_and_stays_as_it_is(written: str) -> None:
    try:
        address = checked(written)
    except ValueError:
        return
    assert address.isascii()
    assert checked(address) == address
