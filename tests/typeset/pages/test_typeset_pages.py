"""The page designs: what each kind of section looks like, whichever guide it is in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

import pytest
from typeset_desk import bands, text_boxes, words_in
from typeset_stress import around, bare, guide, laid_out, prepared, prose, single, stress

from guidebuild.compose.document import Duties, Section, SectionKind
from guidebuild.compose.text import plain
from guidebuild.edition import LAYOUTS
from guidebuild.typeset import layout, typeset
from guidebuild.typeset.book import Sheet
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Rule, Stack, TextBox
from guidebuild.typeset.designs.lists import duties
from guidebuild.typeset.flow import fill
from guidebuild.typeset.layouts import designs_of
from guidebuild.typeset.paint import paint
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.table import TableBox


@pytest.fixture(scope="module", params=[2, 3, 6])
def laid(request: pytest.FixtureRequest) -> Setting:
    return laid_out("single", request.param)


def sheets(setting: Setting, kind: SectionKind) -> list[Sheet]:
    return [sheet for sheet in setting.book.sheets if sheet.section.kind == kind]


def words(sheet: Sheet) -> list[str]:
    return [line for box, _, _ in sheet.boxes for line in words_in(box)]


def placed(sheet: Sheet) -> Iterator[tuple[Box, float, float]]:
    """Boxes at their place on the page, what is in them included."""

    def inside(box: Box, x: float, y: float) -> Iterator[tuple[Box, float, float]]:
        yield box, x, y
        if isinstance(box, Stack):
            for gap, child in box.children:
                y += gap
                yield from inside(child, x, y)
                y += child.height
        elif isinstance(box, Beside):
            for dx, child in box.children:
                yield from inside(child, x + dx, y)
        elif isinstance(box, Panel):
            yield from inside(box.inner, x + box.inset[3], y + box.inset[0])

    for box, x, y in sheet.boxes:
        yield from inside(box, x, y)


def height_of_line(sheet: Sheet, line: str) -> list[float]:
    """At what height a line of words stands, each time it occurs."""
    return [y for box, _, y in placed(sheet) if line in [w.strip() for t in own(box) for w in words_in(t)]]


def own(box: Box) -> list[Box]:
    return [box] if not isinstance(box, Stack | Beside | Panel | TableBox | Art) else []


def test_every_kind_of_section_has_a_design() -> None:
    designed = {kind for layout in LAYOUTS for kind in designs_of(layout)}
    assert designed == set(get_args(SectionKind))


def test_sections_follow_each_other_and_start_on_a_page_of_their_own_unless_they_are_guests(
    laid: Setting,
) -> None:
    starts = [laid.book.places[section.id][0] for section in laid.document.sections]
    assert starts == sorted(starts)
    guests = {section.id for sheet in laid.book.sheets for section in sheet.guests}
    own_pages = [laid.book.places[s.id][0] for s in laid.document.sections if s.id not in guests]
    assert len(set(own_pages)) == len(own_pages)


def test_every_section_prints_its_title_first(laid: Setting) -> None:
    for section in laid.document.sections:
        if section.kind == "cover":
            continue
        number, _ = laid.book.places[section.id]
        printed = "".join(words(laid.book.sheets[number - 1])).replace(" ", "")
        assert section.title.replace(" ", "") in printed, section.id


def test_covers_are_first_and_last_and_bear_a_band_over_the_full_width(laid: Setting) -> None:
    pdf, _ = paint(laid)
    for sheet in (laid.book.sheets[0], laid.book.sheets[-1]):
        assert sheet.kind == "cover"
        ((_, height),) = bands(pdf, sheet.number)
        assert laid.grid.paper.height / 2 < height < laid.grid.bottom


def test_a_profile_opens_with_a_band_in_the_colour_of_its_role(laid: Setting) -> None:
    pdf, _ = paint(laid)
    openers = [sheet for sheet in sheets(laid, "profile") if sheet.kind == "opener"]
    assert len(openers) == laid.roles
    found = [bands(pdf, sheet.number) for sheet in openers]
    assert all(len(grounds) == 1 for grounds in found)
    assert len({grounds[0][0] for grounds in found}) == laid.roles
    assert len({grounds[0][1] for grounds in found}) == 1


def test_the_contents_name_every_numbered_section_with_the_page_it_starts_on(laid: Setting) -> None:
    names = "".join(word for sheet in sheets(laid, "contents") for word in words(sheet))
    for section in laid.document.sections:
        if section.tab:
            assert section.tab in names
    targets = {
        piece.ref.target
        for sheet in sheets(laid, "contents")
        for box, _, _ in sheet.boxes
        for text in text_boxes(box)
        for line in text.lines
        for piece in line.pieces
        if piece.ref
    }
    assert {section.id for section in laid.document.sections if section.tab} <= targets
    assert targets <= set(laid.book.places)


@pytest.mark.parametrize("count", [2, 3])
def test_facts_of_the_cards_stand_at_one_height_also_where_one_is_absent(count: int) -> None:
    roles = [single(n) for n in range(1, count + 1)]
    roles[0] = {k: v for k, v in roles[0].items() if k != "education"}
    setting = layout(*prepared(guide(roles)))
    (sheet,) = sheets(setting, "glance")
    assert len(set(height_of_line(sheet, "FOCUS"))) == 1
    assert len(height_of_line(sheet, "EDUCATION")) == count - 1
    assert len(set(height_of_line(sheet, "OUTLOOK"))) == 1
    assert len(height_of_line(sheet, "OUTLOOK")) == count


@pytest.mark.parametrize("count", [2, 3])
def test_facts_in_a_row_of_the_cards_are_set_alike(count: int) -> None:
    focus = ["A ward clerk keeps the papers of a hospital ward.", "A porter moves patients.", "A nurse."]
    roles = [bare(n) | {"definition": focus[n - 1]} for n in range(1, count + 1)]
    setting = layout(*prepared(guide(roles)))
    (sheet,) = sheets(setting, "glance")
    boxes = [b for b, _, _ in placed(sheet) if isinstance(b, TextBox)]
    assert len({b.style for b in boxes if " ".join(words_in(b)).strip() in focus[:count]}) == 1


@pytest.mark.parametrize(("length", "clear"), [(60, 8.0), (120, 4.0), (160, 2.0), (200, 0.0)])
def test_rows_at_a_glance_keep_clear_of_the_rules_as_far_as_one_page_allows(
    length: int, clear: float
) -> None:
    roles = [single(n) | {"focus": prose(length, n)} for n in range(1, 7)]
    setting = layout(*prepared(guide(roles)))
    (sheet,) = sheets(setting, "glance")
    rules = [y for b, x, y in placed(sheet) if isinstance(b, Rule) and b.width == setting.grid.live_width]
    assert len(rules) > 6
    texts = [(y, y + b.height) for b, _, y in placed(sheet) if isinstance(b, TextBox)]
    for rule in rules[1:-1]:
        above = max(end for _, end in texts if end <= rule + 0.01)
        below = min(start for start, _ in texts if start >= rule - 0.01)
        assert rule - above >= clear - 0.1
        assert below - rule >= clear - 0.1


@pytest.mark.slow
def test_four_to_six_roles_at_a_glance_are_rows_that_are_not_cut() -> None:
    setting = laid_out("huge", 6)
    texts = ["".join(words(sheet)).replace(" ", "") for sheet in sheets(setting, "glance")]
    for number, role in enumerate(setting.document.roles, 1):
        (home,) = [text for text in texts if f"PrincipalRole{number}for" in text]
        assert role.title.replace(" ", "") in home


@pytest.mark.parametrize("count", [3, 6])
def test_the_self_check_stands_below_the_openings_when_both_fit_one_page(count: int) -> None:
    jobs, fit = map(laid_out("single", count).book.places.get, ("jobs", "fit"))
    assert jobs
    assert fit
    assert jobs[0] == fit[0]
    assert fit[1] > jobs[1]


@pytest.mark.slow
@pytest.mark.xdist_group("laid-out")
def test_the_self_check_has_its_own_page_when_the_openings_fill_theirs() -> None:
    setting = laid_out("huge", 2)
    assert setting.book.places["jobs"][0] < setting.book.places["fit"][0]


def test_the_comparison_of_many_roles_is_a_table_for_three_at_a_time() -> None:
    setting = laid_out("single", 6)
    tables = [
        box for sheet in sheets(setting, "compare") for box, _, _ in sheet.boxes if isinstance(box, TableBox)
    ]
    assert [len(box.head.grounds) for box in tables if box.first and box.head] == [3, 3]


def test_figures_stand_before_the_tables_with_the_same_data(laid: Setting) -> None:
    for kind in ("skills", "pay"):
        section = next(s for s in laid.document.sections if s.kind == kind)
        figures = [b for b in section.blocks if b.slot == "figure"]
        for figure in figures:
            assert laid.book.places[figure.id] <= laid.book.places[figure.table]  # type: ignore[attr-defined]


def test_the_key_to_the_dots_stands_right_before_the_table() -> None:
    setting = laid_out("imported", 6)
    pages = [[word for word in words(sheet) if word.strip()] for sheet in sheets(setting, "skills")]
    (page,) = [page for page in pages if any(word.startswith("Filled dot") for word in page)]
    at = next(n for n, word in enumerate(page) if word.startswith("Filled dot"))
    assert page[at - 1].startswith("The same skills as a table")
    assert len(page) > at + 5  # rows follow on the same page


def test_questions_have_lines_to_write_on(laid: Setting) -> None:
    arts = [
        box
        for sheet in sheets(laid, "questions")
        for box, _, _ in placed(sheet)
        if isinstance(box, Art) and box.width > 300 and box.height > 40
    ]
    section = next(s for s in laid.document.sections if s.kind == "questions")
    assert len(arts) == len(section.slot("questions"))


def test_tips_and_glossary_and_sources_keep_their_entries_whole_and_marked(laid: Setting) -> None:
    for section in laid.document.sections:
        for block in section.slot("tips", "questions", "sources"):
            assert block.id in laid.book.places
            assert laid.book.ends[block.id] == laid.book.places[block.id][0]


def test_glossary_columns_end_about_level() -> None:
    roles = [bare(1), bare(2)]
    roles[0]["terms"] = [f"term-{n}" for n in range(9)]
    terms = [
        {
            "id": f"term-{n}",
            "term": f"Term {n}",
            "definition": f"Something {'that is said at length ' * (n % 4)}.",
        }
        for n in range(9)
    ]
    setting = layout(*prepared(guide(roles, surroundings={"terms": terms})))
    (sheet,) = sheets(setting, "glossary")
    columns = next(box for box, _, _ in sheet.boxes if isinstance(box, Beside) and len(box.children) == 2)
    left, right = (column.height for _, column in columns.children)
    assert abs(left - right) < 90


def _reading(links: list[dict[str, str]]) -> Setting:
    roles = [{**bare(number), "links": links} for number in (1, 2, 3)]
    return layout(*prepared(guide(roles, surroundings=around(roles, rich=False))))


@pytest.mark.parametrize(
    ("url", "rows"), [("https://a.example/", [3]), (f"https://a.example/{'long-words/' * 12}", [2, 1])]
)
def test_three_groups_of_reading_stand_in_a_row_where_their_addresses_fit(url: str, rows: list[int]) -> None:
    setting = _reading([{"label": "A book", "url": url}, {"label": "A course", "url": url}])
    heights = [
        y
        for sheet in setting.book.sheets
        for box, _, y in placed(sheet)
        for line in (words_in(box) if own(box) else [])
        if line.startswith("Read on")
    ]
    assert [heights.count(y) for y in dict.fromkeys(heights)] == rows
    books = [y for sheet in setting.book.sheets for y in height_of_line(sheet, "A book")]
    assert len(set(books)) == len(rows)


def test_sections_that_are_switched_off_leave_no_page() -> None:
    off = {"skills": {"on": False}, "pay": {"on": False}}
    setting = layout(*prepared(guide([single(1), single(2)], sections=off)))
    assert {"skills", "pay"}.isdisjoint(sheet.section.kind for sheet in setting.book.sheets)


def test_a_callout_at_the_foot_of_a_profile_ends_at_the_foot(laid: Setting) -> None:
    def last(section: Section) -> Sheet:
        return [sheet for sheet in laid.book.sheets if sheet.section is section][-1]

    for section in laid.document.sections:
        if section.kind != "profile":
            continue
        bottoms = [y + box.height for box, _, y in last(section).boxes]
        assert max(bottoms) <= laid.grid.bottom + 4.1


@pytest.mark.slow
@pytest.mark.xdist_group("laid-out")
def test_small_print_that_the_back_cover_cannot_hold_stands_on_pages_before_it() -> None:
    setting = laid_out("huge", 2)
    back = sheets(setting, "back")
    assert [sheet.kind for sheet in back] == ["plain"] * (len(back) - 1) + ["cover"]
    assert len(back) > 1


@pytest.mark.slow
@pytest.mark.xdist_group("laid-out")
def test_the_band_of_the_cover_gives_way_to_a_long_event() -> None:
    ((_, short),), ((_, long),) = (bands(typeset(*prepared(stress(k, 2))).pdf, 1) for k in ("single", "huge"))
    assert long < short


# What imported roles leave out


@pytest.fixture(scope="module", params=[2, 3, 6])
def foreign(request: pytest.FixtureRequest) -> Setting:
    return laid_out("imported", request.param)


def test_no_page_is_all_but_empty(foreign: Setting) -> None:
    """A page ends below its first third, unless it is the last of its section or a cover."""
    sheets_ = foreign.book.sheets
    for sheet, after in pairwise(sheets_):
        if sheet.kind == "cover" or after.section is not sheet.section:
            continue
        assert max(y + box.height for box, _, y in sheet.boxes) > foreign.grid.live_height / 3, sheet.number


def test_the_note_on_tasks_never_stands_without_the_last_one() -> None:
    setting = laid_out("single", 2)
    tasks = tuple(("", plain(f"Task {n}.")) for n in range(8))
    block = Duties("tasks", "main", tasks, 0, "The first 8 of 29 tasks.")
    for room in range(100, 400, 3):
        items = duties(setting, block, Tag("Div", setting.sect()), 300.0)
        while items:
            placed, items = fill(items, room)
            page = " ".join(line for p in placed for line in words_in(p.item.box))
            assert "Task 7" in page or "The first 8" not in page


def test_a_job_of_which_nothing_is_known_has_a_page_with_lines_to_write_on(foreign: Setting) -> None:
    page = next(s for s in sheets(foreign, "profile") if "What to find out" in " ".join(words(s)))
    assert sum("?" in line for line in words(page)) == 6
    assert max(y + box.height for box, _, y in page.boxes) > foreign.grid.live_height * 0.8


def test_a_short_glossary_and_the_sources_share_a_page() -> None:
    terms = [{"id": "term-0", "term": "Term", "definition": "A word."}]
    setting = layout(*prepared(guide([single(1), single(2)], surroundings=around_with(terms))))
    assert setting.book.places["glossary"][0] == setting.book.places["sources"][0]
    many = [{"id": f"term-{n}", "term": f"Term {n}", "definition": prose(300, n)} for n in range(16)]
    setting = layout(*prepared(guide([single(1), single(2)], surroundings=around_with(many))))
    assert setting.book.places["glossary"][0] < setting.book.places["sources"][0]


def around_with(terms: list[dict[str, Any]]) -> dict[str, Any]:
    return {**around([single(1), single(2)], rich=False), "terms": terms}


def test_a_closed_opening_has_no_ground_and_says_since_when(foreign: Setting) -> None:
    (sheet, *_) = sheets(foreign, "jobs")
    cards = [box for box, _, _ in placed(sheet) if isinstance(box, Panel) and box.bar]
    said = [(card.fill is None, "Closed 31 August 2026" in " ".join(words_in(card)).replace("\u00a0", " "))
            for card in cards]  # fmt: skip
    assert said == [(False, False), (True, True)]


def test_a_tip_without_a_first_step_has_a_box_to_tick_and_no_empty_panel(foreign: Setting) -> None:
    (sheet,) = sheets(foreign, "tips")
    assert [box for box, _, _ in placed(sheet) if isinstance(box, Panel)] == []
    assert "Done" in words(sheet)


def test_a_tip_may_be_a_title_alone() -> None:
    tips = {
        "tips": [{"id": "go", "title": "Visit a bakery"}, {"id": "ask", "title": "Ask", "why": "It helps."}]
    }
    setting = layout(*prepared(guide([single(1), single(2)], surroundings=tips)))
    (sheet,) = sheets(setting, "tips")
    said = " ".join(word.strip() for word in words(sheet))
    assert said.endswith("1 Visit a bakery Done 2 Ask It helps. Done")
    assert all(box.lines for outer, _, _ in placed(sheet) for box in text_boxes(outer))


def test_a_long_lead_does_not_drive_the_shared_ground_to_a_page_of_its_own() -> None:
    roles = [{**single(n), "focus": prose(150, n)} for n in (1, 2)]
    setting = layout(*prepared(guide(roles, sections={"glance": {"lead": prose(600, 1)}})))
    (sheet,) = sheets(setting, "glance")
    assert "SHARED" in words(sheet)
