"""What an author can get wrong in a content file, and what they are told: word for word, place for place."""

from __future__ import annotations

import os
import re
import textwrap
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebuild.diagnostics import GuideError
from guidebuild.model import parts, schema
from guidebuild.model.entry import MODELS
from guidebuild.model.library import Library, load_library
from guidebuild.model.load import check, load
from guidebuild.model.project import Kind, find_project
from guidebuild.model.references import dangling
from guidebuild.yamlfile import node
from guidebuild.yamlfile.tree import read_tree
from tiers import slow

Said = Callable[..., str]
Write = Callable[[str, str | bytes], Path]

OK = "title: Keeper\ndefinition: Looks after animals.\n"


def lines(text: str) -> str:
    return textwrap.dedent(text).strip()


def test_a_good_role_has_nothing_said_about_it(said: Said) -> None:
    assert said(OK) == ""


def test_a_misspelt_key_is_named_at_its_place_with_the_nearest_field(said: Said) -> None:
    assert said(OK + "responsibilites:\n  - Feed\n") == lines("""
        content/roles/keeper.yml:3:1: error[unknown-key]: 'responsibilites' is not a field of a role
          hint: did you mean 'responsibilities'?
    """)


def test_a_misspelt_key_deep_inside_names_the_thing_it_is_in(said: Said) -> None:
    assert said(OK + "skills:\n  - skill: python\n    levl: core\n") == lines("""
        content/roles/keeper.yml:5:5: error[unknown-key]: 'levl' is not a field of a skill of a role
          hint: did you mean 'level'?
    """)


def test_a_key_like_nothing_lists_the_fields_there_are(said: Said) -> None:
    assert said(OK + "outlook: {trend: rising, zzz: 1}\n") == lines("""
        content/roles/keeper.yml:3:26: error[unknown-key]: 'zzz' is not a field of an outlook
          hint: its fields are trend, headline, reason, why, summary, sources
    """)


def test_span_is_ours_and_no_key_for_authors(said: Said) -> None:
    assert said(OK + "outlook: {trend: rising, span: 3}\n") == lines("""
        content/roles/keeper.yml:3:26: error[unknown-key]: 'span' is not a field of an outlook
          hint: its fields are trend, headline, reason, why, summary, sources
    """)


def test_missing_keys_and_missing_values_are_told_apart(said: Said) -> None:
    assert said("focus: x\ndefinition:\n") == lines("""
        content/roles/keeper.yml:1:1: error[missing-key]: a role needs a 'title'
        content/roles/keeper.yml:2:1: error[missing-value]: nothing stands after 'definition', but a role needs it
    """)


def test_an_optional_key_with_nothing_after_it_counts_as_absent(said: Said) -> None:
    assert said(OK + "skills:\nlinks:\noutlook:\n") == ""


def test_wrong_types_say_what_was_expected_and_what_was_found(said: Said) -> None:
    text = """
        title: [a]
        definition: {a: b}
        aliases: Foo
        skills: 3
        education: none at all
        reviewed: 2026-02-30
        pay: {region: US, years: 2024, source: aijobs,
              overall: {n: 3, p10: "120,000", p25: 4, p50: 5, p75: x, p90: 7}}
    """
    assert said(text) == lines("""
        content/roles/keeper.yml:1:8: error[wrong-type]: 'title': expected a text, found a list
        content/roles/keeper.yml:2:13: error[wrong-type]: 'definition': expected a text, found a mapping
          hint: put a text that contains ': ' in quotes
        content/roles/keeper.yml:3:10: error[wrong-type]: 'aliases': expected a list, found the text 'Foo'
          hint: begin each item on a line of its own with '- ', or write [one, two]
        content/roles/keeper.yml:4:9: error[wrong-type]: 'skills': expected a list, found the number 3
          hint: begin each item on a line of its own with '- ', or write [one, two]
        content/roles/keeper.yml:5:12: error[wrong-type]: 'education': expected a mapping of keys and values, \
found the text 'none at all'
        content/roles/keeper.yml:6:11: error[wrong-type]: 'reviewed': expected a date such as 2026-01-31, \
found 2026-02-30, which is not in the calendar
        content/roles/keeper.yml:8:28: error[wrong-type]: 'p10': expected a number, found the text '120,000'
          hint: write digits only, without commas, spaces, quotes or currency
        content/roles/keeper.yml:8:60: error[wrong-type]: 'p75': expected a number, found the text 'x'
    """)


@pytest.mark.parametrize("words", ["about 30 dollars an hour", "30000", "Union rate"])
def test_pay_in_words_is_led_to_its_own_key(said: Said, words: str) -> None:
    told = said(OK + f"pay: {words}\n").splitlines()
    assert told[0].startswith(
        "content/roles/keeper.yml:3:6: error[wrong-type]: 'pay': expected a mapping of keys and values, found the "
    )
    assert told[1:] == [
        f"  hint: what is known of pay in words stands under another key: 'pay_said: {words}'"
    ]
    assert said(OK + f"pay_said: '{words}'\n") == ""


def test_words_that_yaml_reads_as_something_else_are_to_be_quoted(said: Said) -> None:
    """NO for Norway, a time of day, a phone number, a year: the traps of YAML."""
    assert said(OK + "fits: [no, 1:30, 0755, 2026, 2026-01-01, 'no']\nshort: on\n") == lines("""
        content/roles/keeper.yml:3:8: error[wrong-type]: item 1 of 'fits': expected a text, found no, \
which YAML reads as false
          hint: put it in quotes: "no"
        content/roles/keeper.yml:3:12: error[wrong-type]: item 2 of 'fits': expected a text, found 1:30, \
which YAML reads as a number to base 60
          hint: put it in quotes: "1:30"
        content/roles/keeper.yml:3:18: error[wrong-type]: item 3 of 'fits': expected a text, found 0755, \
which YAML reads as a number to base 8
          hint: put it in quotes: "0755"
        content/roles/keeper.yml:3:24: error[wrong-type]: item 4 of 'fits': expected a text, found the number 2026
          hint: put it in quotes: "2026"
        content/roles/keeper.yml:3:30: error[wrong-type]: item 5 of 'fits': expected a text, found the date 2026-01-01
          hint: put it in quotes: "2026-01-01"
        content/roles/keeper.yml:4:8: error[wrong-type]: 'short': expected a text, found on, which YAML reads as true
          hint: put it in quotes: "on"
    """)


def test_values_outside_the_allowed_ones_get_the_nearest_or_all(said: Said) -> None:
    text = OK + "skills:\n  - {skill: python, level: cor}\noutlook: {trend: sideways}\n"
    assert said(text) == lines("""
        content/roles/keeper.yml:4:28: error[unknown-value]: 'level' cannot be 'cor'
          hint: did you mean 'core'?
        content/roles/keeper.yml:5:18: error[unknown-value]: 'trend' cannot be 'sideways'
          hint: known here are rising, steady, falling, mixed
    """)


def test_pay_that_cannot_be_is_refused(said: Said) -> None:
    text = OK + textwrap.dedent("""
        pay:
          region: US
          years: [2024]
          source: aijobs
          currency: Dollars
          overall: {n: 0, p10: 5, p25: 6, p50: 7, p75: 8, p90: -1}
          levels:
            junior: {n: 3, p10: 5, p25: 4, p50: 3, p75: 2, p90: 1}
    """)
    assert said(text) == lines("""
        content/roles/keeper.yml:6:10: error[wrong-count]: 'years' needs 2 values
        content/roles/keeper.yml:8:13: error[bad-currency]: 'Dollars' is not a currency
          hint: use its three letters, as in USD
        content/roles/keeper.yml:9:16: error[out-of-range]: 'n' must be at least 1
        content/roles/keeper.yml:9:56: error[out-of-range]: 'p90' must be at least 0
        content/roles/keeper.yml:11:5: error[unknown-key]: 'junior' is not a key of 'levels'
          hint: did you mean 'senior'?
        content/roles/keeper.yml:11:13: error[wrong-value]: the percentiles must not fall from p10 to p90
    """)


def test_an_outlook_says_where_it_goes_or_says_something(said: Said) -> None:
    assert said(OK + "outlook: {reason: because}\n") == lines("""
        content/roles/keeper.yml:3:10: error[missing-key]: an outlook needs a 'trend', a 'headline' or a 'summary'
          hint: write one of the three, or remove the block
    """)
    assert said(OK + "outlook: {summary: It stays as it is.}\n") == ""
    assert said(OK + "outlook: {headline: Hard to say}\n") == ""


def test_duplicate_keys_name_the_first_one(said: Said) -> None:
    assert said(OK + "title: Again\n") == lines("""
        content/roles/keeper.yml:3:1: error[duplicate-key]: 'title' stands twice, first on line 1
          hint: keep one of the two
    """)


def test_duplicate_ids_name_both_places(said: Said) -> None:
    text = """
        skills:
          - {id: feeding, label: Feeding, category: people}
          - {id: feeding, label: Feeding animals, category: people}
    """
    assert said(text, "content/skills.yml") == lines("""
        content/skills.yml:3:10: error[duplicate-id]: the id 'feeding' stands twice, first at content/skills.yml:2:10
          hint: rename or remove one of the two
    """)


def test_one_role_in_two_files_is_a_duplicate(said: Said, write: Write) -> None:
    write("content/roles/keeper.yaml", OK)
    assert "the id 'keeper' is taken by keeper.yaml too" in said(OK)


def test_an_id_that_differs_from_the_file_is_refused(said: Said) -> None:
    assert said(OK + "id: other\n") == lines("""
        content/roles/keeper.yml:3:5: error[id-and-name]: the id 'other' differs from the name of the file
          hint: rename the file to other.yml, or remove the id
    """)


def test_a_file_name_that_is_no_id_is_refused(said: Said) -> None:
    assert said(OK, "content/roles/Zoo Keeper.yml") == lines("""
        content/roles/Zoo Keeper.yml:1:1: error[bad-id]: 'Zoo Keeper' is not an id
          hint: an id has small letters, digits and hyphens, as in data-engineer
    """)


def test_dangling_references_of_a_role_are_all_named(said: Said, write: Write) -> None:
    write("content/sources.yml", "sources:\n  - {id: zoo-almanac, title: The Zoo Almanac}\n")
    write("content/glossary.yml", "terms:\n  - {id: aviary, term: Aviary, definition: A house for birds.}\n")
    text = OK + textwrap.dedent("""
        sources: [zoo-almanak]
        terms: [aviari]
        outlook: {trend: rising, sources: [zoo-almanac, zoo-almanac]}
        pay: {region: US, years: 2024, source: zoo-almanacs,
              overall: {n: 3, p10: 3, p25: 4, p50: 5, p75: 6, p90: 7}}
    """)
    assert said(text) == lines("""
        content/roles/keeper.yml:4:11: error[unknown-source]: there is no source 'zoo-almanak'
          hint: did you mean 'zoo-almanac'?
        content/roles/keeper.yml:5:9: error[unknown-glossary-term]: there is no glossary term 'aviari'
          hint: did you mean 'aviary'?
        content/roles/keeper.yml:6:49: error[duplicate-id]: the source 'zoo-almanac' stands twice in this list
          hint: remove one of the two
        content/roles/keeper.yml:7:40: error[unknown-source]: there is no source 'zoo-almanacs'
          hint: did you mean 'zoo-almanac'?
    """)


def test_a_skill_that_is_nearly_a_known_one_is_a_warning_and_free_text_is_not(
    said: Said, write: Write
) -> None:
    write(
        "content/skills.yml", "skills:\n  - {id: animal-feeding, label: Feeding animals, category: people}\n"
    )
    text = OK + "skills: [animal-feding, Animal feding, problem-solving, Feeding Animals, animal-feeding]\n"
    assert said(text) == lines("""
        content/roles/keeper.yml:3:10: warning[unknown-skill]: there is no skill 'animal-feding'; \
it is printed as it stands
          hint: did you mean 'animal-feeding'?
        content/roles/keeper.yml:3:25: warning[duplicate-skill]: 'Animal feding' is the same skill as \
'animal-feding' above, and is left out
          hint: remove one of the two
        content/roles/keeper.yml:3:25: warning[unknown-skill]: there is no skill 'Animal feding'; \
it is printed as it stands
          hint: did you mean 'animal-feeding'?
        content/roles/keeper.yml:3:74: warning[duplicate-skill]: 'animal-feeding' is the same skill as \
'Feeding Animals' above, and is left out
          hint: remove one of the two
    """)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("pythn", "python"),
        ("Pyhton", "python"),
        ("Kuberntes", "Kubernetes"),
        ("datta modelling", "Data modelling"),
    ],
)
def test_a_slip_of_the_pen_in_a_skill_is_told(said: Said, write: Write, words: str, meant: str) -> None:
    _known_skills(write)
    assert f"hint: did you mean '{meant}'?" in said(OK + f"skills: [{words}]\n")


@pytest.mark.parametrize(
    "words", ["Jython", "Pythia", "Ruse", "model making", "data moulding", "data-mining"]
)
def test_other_skills_that_look_alike_are_not_taken_for_slips(said: Said, write: Write, words: str) -> None:
    _known_skills(write)
    assert said(OK + f"skills: [{words}]\n") == ""


def _known_skills(write: Write) -> None:
    write(
        "content/skills.yml",
        """
        skills:
          - {id: python, label: Python, category: people}
          - {id: containers, label: Containers, aliases: [Kubernetes], category: people}
          - {id: rust, label: Rust, category: people}
          - {id: modelling, label: Data modelling, category: people}
        """,
    )


def test_roles_named_by_their_titles_are_told_once_each_with_their_ids(said: Said, write: Write) -> None:
    write("content/roles/keeper.yml", "title: Animal Keeper\ndefinition: Keeps.\n")
    write("content/roles/vet.yml", "title: Vet\ndefinition: Heals.\n")
    assert said("roles: [Animal Keeper, Vett]\n", "guide.yml") == lines("""
        guide.yml:1:9: error[unknown-role]: there is no role 'Animal Keeper'
          hint: did you mean 'keeper'?
        guide.yml:1:24: error[unknown-role]: there is no role 'Vett'
          hint: did you mean 'vet'?
    """)


def test_a_section_that_stands_twice_in_the_order_is_an_error(said: Said, write: Write) -> None:
    write("content/roles/keeper.yml", OK)
    write("content/roles/vet.yml", OK)
    assert said("roles: [keeper, vet]\norder: [cover, pay, cover]\n", "guide.yml") == (
        "guide.yml:2:8: error[wrong-value]: 'order' names 'cover' twice"
    )


def test_a_guide_of_the_project_with_the_id_of_another_is_an_error(said: Said, write: Write) -> None:
    write("content/roles/keeper.yml", OK)
    write("content/roles/vet.yml", OK)
    write("content/guides/zoo.yml", "roles: [keeper, vet]\n")
    assert said("id: zoo\nroles: [keeper, vet]\n", "guide.yml") == lines("""
        guide.yml: error[duplicate-id]: the id 'zoo' is taken by a file in content/guides/ too
          hint: give one of the two another id
    """)


def test_a_guide_names_all_that_is_wrong_with_it_at_once(said: Said, write: Write) -> None:
    write("content/roles/keeper.yml", OK)
    write("content/roles/vet.yml", OK)
    text = """
        roles: [keeper, vett]
        tips: [feed-the-lions]
        jobs: [keeper-at-berlin]
        sections: {cver: on, pay: off, tips: {on: maybe}}
        order: [cover, tps]
        questions: [Why?, {ask: How?, roles: [veti]}]
        paper: a6
        locale: de
        event: {name: 3, date: soon}
        contact: {email: x, url: 'javascript:alert(1)'}
    """
    found = said(text, "guide.yml")
    assert [line.split(" hint:")[0] for line in found.splitlines() if not line.startswith("  hint")] == lines("""
        guide.yml:1:17: error[unknown-role]: there is no role 'vett'
        guide.yml:2:8: error[unknown-tip]: there is no tip 'feed-the-lions'
        guide.yml:3:8: error[unknown-job]: there is no job 'keeper-at-berlin'
        guide.yml:4:12: error[unknown-key]: 'cver' is not a key of 'sections'
        guide.yml:4:43: error[wrong-type]: 'on': expected true or false, found the text 'maybe'
        guide.yml:5:16: error[unknown-value]: item 2 of 'order' cannot be 'tps'
        guide.yml:6:39: error[unknown-role]: there is no role 'veti'
        guide.yml:7:8: error[unknown-value]: 'paper' cannot be 'a6'
        guide.yml:8:9: error[bad-locale]: 'de' is not a locale that guides are written in
        guide.yml:9:15: error[wrong-type]: 'name': expected a text, found the number 3
        guide.yml:9:24: error[wrong-type]: 'date': expected a date such as 2026-01-31, found the text 'soon'
        guide.yml:10:18: error[bad-email]: 'x' is not an e-mail address
        guide.yml:10:26: error[bad-url]: 'javascript:alert(1)' is not an address for a link
    """).splitlines()


def test_a_guide_of_one_role_is_refused(said: Said, write: Write) -> None:
    write("content/roles/keeper.yml", OK)
    assert said("roles: [keeper]\n", "guide.yml") == (
        "guide.yml:1:8: error[wrong-count]: 'roles' lists 1; at least 2 are needed"
    )


BROKEN = {
    "tab as indentation": (
        "title: a\nskills:\n\t- python\n",
        "3:1: error[tab]: this line is indented with a tab, which YAML does not allow\n  hint: use spaces",
    ),
    "empty file": ("", "1:1: error[empty-file]: the file is empty"),
    "only a comment": ("# nothing\n", "1:1: error[empty-file]: the file is empty"),
    "two documents": (
        OK + "---\na: 1\n",
        "3:1: error[many-documents]: a second document begins here ('---')\n  hint: write one file for each",
    ),
    "colon in a text": (
        "title: Keeper: lions\ndefinition: a\n",
        "1:14: error[yaml-syntax]: a colon cannot stand here\n"
        "  hint: put a text that contains ': ' in quotes, and check the indentation",
    ),
    "open quote": (
        'title: "Keeper\ndefinition: a\n',
        "1:8: error[yaml-syntax]: a quotation mark is opened but not closed\n  hint: close it",
    ),
    "open bracket": (
        "aliases: [a, b\ntitle: a\n",
        "1:10: error[yaml-syntax]: a list in brackets is not closed\n"
        "  hint: put a comma between items and a ']' at the end",
    ),
    "template braces": (
        "title: {{ role }}\ndefinition: a\n",
        "1:9: error[bad-key]: a key must be a text, but here stands a list or a mapping\n"
        "  hint: put text that begins with [ or { in quotes",
    ),
    "markdown emphasis unquoted": (
        "title: *Keeper*\n",
        "1:15: error[yaml-syntax]: a text cannot begin with * or &\n  hint: put the text in quotes",
    ),
    "at sign": (
        "title: @keeper\n",
        "1:8: error[yaml-syntax]: a text cannot begin with this character\n  hint: put the text in quotes",
    ),
    "windows path": (
        'title: "C:\\quiz"\n',
        "1:11: error[yaml-syntax]: a backslash before a character that needs none\n"
        "  hint: use single quotes, or double the backslash",
    ),
    "list for a role": ("- a\n", "1:1: error[wrong-type]: a role is a mapping of keys and values"),
    "text for a role": ("hello\n", "1:1: error[wrong-type]: a role is a mapping of keys and values"),
    "python tag": (
        "title: !!python/object/apply:os.system ['true']\n",
        "1:8: error[yaml-tag]: the tag '!!python/object/apply:os.system' is not allowed\n  hint: remove the tag",
    ),
    "number as key": (
        "2024: x\n",
        "1:1: error[bad-key]: a key must be a text, but here '2024' is a number\n  hint: write numbers without commas",
    ),
    "merge key": (
        OK + "outlook: {<<: {reason: a}, trend: rising}\n",
        "3:11: error[unknown-key]: '<<' is not a field of an outlook\n"
        "  hint: merge keys are not supported; write the fields out",
    ),
    "control character": (
        "title: a\x07b\ndefinition: x\n",
        "1:9: error[control-character]: the file contains the hidden character U+0007 (bell)\n"
        "  hint: remove the character",
    ),
    "escaped control character": (
        'title: "a\\x1bb"\ndefinition: x\n',
        "1:8: error[control-character]: the text contains the hidden character U+001B (escape)\n"
        "  hint: remove the character",
    ),
    "latin-1": (
        "title: a\ndefinition: ä caf\xe9\n".encode("latin-1"),
        "2:13: error[not-utf8]: the byte 0xe4 is not UTF-8\n  hint: save the file as UTF-8",
    ),
    "utf-16": (
        OK.encode("utf-16"),
        "1:1: error[not-utf8]: the byte 0xff is not UTF-8\n  hint: save the file as UTF-8",
    ),
    "alias to itself": ("title: &a [*a]\n", "1:12: error[bad-alias]: '*a' refers to itself or to nothing"),
    "paragraph of 50,000 characters": (
        "title: a\ndefinition: " + "word " * 10_000 + "\n",
        "2:13: error[too-long]: 'definition' has 49,999 characters; the limit is 5,000\n"
        "  hint: shorten it, or split it up",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_explained_in_plain_words(case: str, said: Said) -> None:
    text, expected = BROKEN[case]
    assert said(text) == "content/roles/keeper.yml:" + expected


def test_markup_and_template_words_are_plain_text(said: Said, write: Write) -> None:
    """Nothing in content is markup for us, so nothing of it is refused or changed here; tags are told."""
    words = "<b>R&D</b> {{ x }} </para> <img src='file:///etc/passwd'> http://a.example/b.png"
    output = said(f"title: Keeper\ndefinition: |-\n  {words}\n")
    assert re.findall(r"\w+\[[\w-]+\]", output) == ["warning[block-markup]"]
    write("content/roles/vet.yml", OK)
    loaded = load(roles=("keeper", "vet"))
    assert loaded.guide.roles[0].definition == words


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(said: Said) -> None:
    assert said(b"\xef\xbb\xbf" + OK.replace("\n", "\r\n").encode()) == ""


def _bomb() -> str:
    steps = [f"{b}: &{b} [{','.join(['*' + a] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    return "\n".join(["a: &a [x,x,x,x,x,x,x,x,x,x]", *steps, ""])


HEAVY = {
    "alias bomb": (_bomb(), "too-many-values"),
    "bomb as keys": ("a: &a [x]\n" + "".join(f"k{i}: *a\n" for i in range(600)), "too-many-values"),
    "a long text many times": (f"a: &a {'x' * 900_000}\n" + "b: [" + "*a, " * 400 + "]", "too-many-values"),
    "brackets": ("a: " + "[" * 500_000, "too-deep"),
    "braces": ("{a: " * 200_000, "too-deep"),
    "indentation": ("".join(" " * i + "a:\n" for i in range(800)), "too-deep"),
    "a file over four megabytes": (OK + "# " + "x" * 4_000_000, "file-too-large"),
    "30,000 unknown keys": (OK + "".join(f"k{i}: 1\n" for i in range(30_000)), "unknown-key"),
    "a very long word": ("x" * 900_000 + ": 1\n", None),
    "hidden characters throughout": ("\x01" * 500_000, "control-character"),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", HEAVY)
def test_what_is_made_to_exhaust_us_is_refused_in_bounded_memory(case: str, write: Write) -> None:
    text, code = HEAVY[case]
    file = write("content/roles/keeper.yml", text)
    check()  # the schemas are built once
    tracemalloc.start()
    found = check([file])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found
    assert code is None or found[0].code == code
    assert len(found) <= 110
    assert sum(len(str(problem)) for problem in found) < 100_000
    assert peak < 60_000_000


def test_a_list_with_thousands_of_bad_entries_stops_early(said: Said) -> None:
    text = "skills:\n" + "".join(f"- {{id: A{i}}}\n" for i in range(9_000))
    found = said(text, "content/skills.yml")
    assert "error[too-many-problems]: reading stops here: too much is wrong" in found
    assert found.count("error[") < 110


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_a_file_does_not_hang(project: Path, write: Write) -> None:
    write("content/roles/vet.yml", OK)
    os.mkfifo(project / "content" / "roles" / "keeper.yml")
    assert [str(problem) for problem in check()] == [
        "content/roles/keeper.yml: error[not-a-file]: 'keeper.yml' is a pipe, not a file"
    ]


def test_a_folder_in_place_of_a_file_is_refused(project: Path, write: Write) -> None:
    write("content/roles/vet.yml", OK)
    (project / "content" / "skills.yml").mkdir()
    assert "content/skills.yml: error[not-a-file]: 'skills.yml' is a folder, not a file" in map(str, check())


def test_a_list_file_says_which_lists_it_holds(said: Said) -> None:
    text = """
        skils: []
        categories: people
        skills:
          - only words
    """
    assert said(text, "content/skills.yml") == lines("""
        content/skills.yml:1:1: error[unknown-key]: 'skils' is not a list of this file
          hint: did you mean 'skills'?
        content/skills.yml:2:13: error[wrong-type]: 'categories' must be a list, each item a category
        content/skills.yml:4:5: error[wrong-type]: item 1 of 'skills' must be a skill: a mapping of keys and values
    """)


def test_loading_raises_everything_that_is_wrong_with_all_files_at_once(write: Write) -> None:
    write("content/roles/keeper.yml", OK + "sources: [nowhere]\n")
    write("content/roles/vet.yml", "title: Vet\n")
    write("content/tips.yml", "tips:\n  - {id: a, why: A, step: B}\n")
    write("guide.yml", "roles: [keeper, vet]\ntips: [z]\n")
    with pytest.raises(GuideError) as caught:
        load()
    assert [(str(p.span), p.code) for p in caught.value.diagnostics] == [
        ("content/roles/keeper.yml:3:11", "unknown-source"),
        ("content/roles/vet.yml:1:1", "missing-key"),
        ("content/tips.yml:2:5", "missing-key"),
        ("guide.yml:2:8", "unknown-tip"),
    ]


def test_a_guide_that_is_wrong_does_not_hide_what_is_wrong_with_its_roles(write: Write) -> None:
    write("content/roles/keeper.yml", OK + "skils: [a]\nsources: [nowhere]\n")
    write("content/roles/vet.yml", OK + "sources: [anywhere]\n")
    write("guide.yml", "roles: [keeper, vet]\npapr: a4\n")
    with pytest.raises(GuideError) as caught:
        load()
    assert [(str(p.span), p.code) for p in caught.value.diagnostics] == [
        ("content/roles/keeper.yml:3:1", "unknown-key"),
        ("content/roles/keeper.yml:4:11", "unknown-source"),
        ("content/roles/vet.yml:3:11", "unknown-source"),
        ("guide.yml:2:1", "unknown-key"),
    ]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
PARTS = {
    model: st.fixed_dictionaries({}, optional=dict.fromkeys([*model.model_fields, "[key]", "zzz"], anything))
    for model in (
        parts.SkillUse,
        parts.Outlook,
        parts.Pay,
        parts.Percentiles,
        parts.SelfCheck,
        schema.Event,
    )
}
nearly = st.one_of(anything, *PARTS.values(), *(st.lists(part, max_size=2) for part in PARTS.values()))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["tips", *slow("roles", "guides", "jobs")])
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_value_under_any_key_is_accepted_or_explained(kind: Kind, data: st.DataObject) -> None:
    names = [*MODELS[kind].model_fields, "[key]", "zzz"]
    given_values = data.draw(st.dictionaries(st.sampled_from(names), nearly, min_size=1))
    library = Library([])
    try:
        tree = read_tree(yaml.safe_dump(given_values, allow_unicode=True), "a.yml")
    except GuideError:
        return  # floats and texts of the dump that are no content; the reader has tests of its own
    entry = library.validated(kind, tree, "project", Path("a.yml"))
    problems = [*library.diagnostics, *dangling(library, kind, tree)]
    assert entry or problems
    for problem in problems:
        assert problem.span
        assert problem.span.line
        assert "Input should" not in problem.message
        assert "pydantic" not in str(problem)


@pytest.mark.parametrize(
    "text",
    [
        "[](https://example.org)",
        "*[](https://example.org)*",
        "[ ](mailto:a@example.org)",
        "[**](<https://example.org/(x)>)",
        "` `",
        "\u00ad",
        "[\u2003](https://example.org)",
    ],
)
@pytest.mark.parametrize("key", ["title", "short", "focus", "definition"])
def test_a_text_of_markup_alone_is_empty(said: Said, key: str, text: str) -> None:
    role = {"title": "Keeper", "definition": "Keeps.", key: text}
    output = said("".join(f"{name}: '{value}'\n" for name, value in role.items()))
    line = list(role).index(key) + 1
    assert f"keeper.yml:{line}:{len(key) + 3}: error[empty-text]" in output
    assert f"'{key}' is empty once its markup is taken away" in output


def test_a_text_of_nothing_visible_is_empty_and_says_of_what(said: Said) -> None:
    output = said("title: '\u200b\u2060'\ndefinition: Keeps.\n")
    assert "keeper.yml:1:8: error[empty-text]: 'title' is empty" in output
    assert (
        "note[invisible-character]: the text contains the hidden character U+200B (zero width space)"
        in output
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kee\u200bper", "U+200B (zero width space)"),
        ("Kee\u200dper", "U+200D (zero width joiner)"),
        ("Kee\u2060per", "U+2060 (word joiner)"),
        ("Keeper\u200e", "U+200E (left-to-right mark)"),
        ("Keeper\ufe0f", "U+FE0F (variation selector-16)"),
    ],
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_an_invisible_character_is_left_out_and_told(said: Said, text: str, name: str, quote: str) -> None:
    output = said(f"title: {quote}{text}{quote}\ndefinition: Keeps.\n")
    assert output.startswith(
        "content/roles/keeper.yml:1:8: note[invisible-character]: the text contains the hidden "
    )
    assert name in output
    keeper = load_library(find_project(Path())).roles.get("keeper")
    assert keeper
    assert keeper.node.title == "Keeper"


@pytest.mark.parametrize("char", ["\u202e", "\u202d", "\u2066", "\u2069"])
@pytest.mark.parametrize("raw", [True, False])
def test_a_character_that_turns_the_text_round_is_refused(said: Said, char: str, raw: bool) -> None:
    sign = char if raw else f"\\u{ord(char):04x}"
    output = said(f'title: "Kee{sign}per"\ndefinition: Keeps.\n')
    assert "keeper.yml:1:" in output
    assert "error[control-character]" in output
    assert f"U+{ord(char):04X}" in output


@pytest.mark.parametrize(
    "text", ["\\\\[](https://a.b)", "[](javascript:x)", "[A](https://a.b)", "*A*", "`x`"]
)
def test_a_text_that_leaves_something_to_read_is_sound(said: Said, text: str) -> None:
    assert said(f'title: Keeper\ndefinition: "{text}"\n') == ""


@pytest.mark.parametrize("name", ["sources", "skills", "jobs"])
def test_lists_of_one_name_are_refused(write: Write, name: str) -> None:
    write(f"content/{name}.yml", f"{name}: []\n")
    write(f"content/{name}.yaml", f"{name}: []\n")
    (problem,) = check()
    assert str(problem).startswith(f"content/{name}.yaml: error[duplicate-file]")
    assert f"{name}.yml" in problem.message


def test_two_guide_files_are_refused(write: Write) -> None:
    write("guide.yml", "roles: [keeper, vet]\n")
    write("guide.yaml", "roles: [vet, keeper]\n")
    assert [one.code for one in check() if one.span and one.span.file == "guide.yaml"] == ["duplicate-file"]


@pytest.mark.parametrize(("locale", "hint"), [("en-ZZ", "as in en-GB"), ("en_UK", "did you mean 'en_GB'?")])
def test_a_locale_of_no_territory_is_refused(said: Said, locale: str, hint: str) -> None:
    output = said(f"roles: [keeper, vet]\nlocale: {locale}\n", "guide.yml")
    assert f"guide.yml:2:9: error[bad-locale]: '{locale}' is not a locale" in output
    assert hint in output


def test_babel_knows_english_in_every_territory_of_ours() -> None:
    """Later releases of Babel may know more; then the list of ours is to be renewed."""
    from babel.localedata import locale_identifiers

    listed = {name[3:] for name in locale_identifiers() if re.fullmatch("en_[A-Z]{2}", name)}
    assert listed >= node.TERRITORIES > {"AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"}
