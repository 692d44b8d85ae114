"""`event.utm`: what an author can get wrong in it, and what they are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.model.load import check, load

Said = Callable[..., str]
Write = Callable[[str, str | bytes], Path]

ROLE = "title: {0}\ndefinition: Looks after animals.\nreviewed: 2027-01-01\n"
GUIDE = "roles: [keeper, vet]\nurl: https://zoo.example/guide\nevent:\n  name: Fair\n"


@pytest.fixture
def told(write: Write) -> Said:
    """What is said of a guide of two roles with these lines under `event`."""
    for role in ("keeper", "vet"):
        write(f"content/roles/{role}.yml", ROLE.format(role.title()))

    def told(lines: str, guide: str = GUIDE) -> str:
        write("guide.yml", guide + lines)
        return "".join(f"{problem}\n" for problem in check())

    return told


@pytest.mark.parametrize(
    "utm",
    [
        "true",
        "false",
        "{}",
        "{source: fair}",
        "{on: false, term: x}",
        "{content: booth-14, campaign: F_2027.b}",
    ],
)
def test_a_switch_and_a_mapping_are_sound(told: Said, utm: str) -> None:
    assert told(f"  utm: {utm}\n") == ""


@pytest.mark.parametrize(
    ("utm", "said"),
    [
        (
            "{sauce: fair}",
            "guide.yml:5:9: error[unknown-key]: 'sauce' is not a field of a utm block\n"
            "  hint: did you mean 'source'?\n",
        ),
        (
            "{content: 14}",
            "guide.yml:5:18: error[wrong-type]: 'content': expected a text, found the number 14\n"
            '  hint: put it in quotes: "14"\n',
        ),
        (
            "{source: spring fair}",
            "guide.yml:5:17: error[bad-utm]: 'spring fair' cannot stand in a tracking parameter\n"
            "  hint: use letters, digits, '.', '-' and '_', as in spring-fair; "
            "each of them makes the QR code larger\n",
        ),
        (
            "{term: " + "x" * 41 + "}",
            "guide.yml:5:15: error[too-long]: 'term' has 41 characters; the limit is 40\n"
            "  hint: shorten it, or split it up\n",
        ),
        (
            '{medium: ""}',
            "guide.yml:5:17: error[empty-text]: 'medium' is empty\n  hint: write a text, or remove it\n",
        ),
        (
            "[source, medium]",
            "guide.yml:5:8: error[wrong-type]: 'utm': expected true or false, or a mapping, found a list\n",
        ),
        (
            "spring",
            "guide.yml:5:8: error[wrong-type]: 'utm': expected true or false, found the text 'spring'\n",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(told: Said, utm: str, said: str) -> None:
    assert told(f"  utm: {utm}\n") == said


@pytest.mark.parametrize("value", ["a&b", "a=b", "a#b", "a%20b", "-a", "ü", "a/b", "a+b"])
def test_characters_that_mean_something_in_an_address_are_refused(told: Said, value: str) -> None:
    assert f"guide.yml:5:17: error[bad-utm]: '{value}' cannot stand" in told(
        f'  utm: {{source: "{value}"}}\n'
    )


@pytest.mark.parametrize("address", ["", "url: mailto:zoo@zoo.example\n"])
def test_parameters_without_an_address_are_told_to_be_idle(told: Said, address: str) -> None:
    guide = f"roles: [keeper, vet]\n{address}event:\n  name: Fair\n"
    line = 5 if address else 4
    said = told("  utm: true\n", guide)
    assert said == (
        f"guide.yml:{line}:3: warning[idle-utm]: 'utm' is for the addresses of the guide and of the event, "
        "and neither has one\n  hint: give the guide or the event a 'url', or remove 'utm'\n"
    )
    assert [str(warning) + "\n" for warning in load(Path()).warnings] == [said]
    assert told("  utm: true\n  url: https://zoo.example/fair\n", guide) == ""
    assert told("  utm: false\n", guide) == ""
