"""Job postings: what is read of JSON-LD, HTML and tables, what is told, and what is refused."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd_names import ODD

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.jobs import jsonld
from guidebuild.importers.kinds.jobs.files import Wanted
from guidebuild.importers.kinds.jobs.read import read_jobs
from guidebuild.importers.meaning.days import day_of
from guidebuild.importers.meaning.employment import employment_of, level_of
from guidebuild.model.schema import Job, Source

DAY = dt.date(2026, 11, 24)
PAGE = Path(__file__).parent / "jobs" / "harbour.html"
HEADER = "Job Title;Company;Location;Job Type;Salary;Closing date;Link\n"


def read(file: Path, *roles: str, **wanted: Any) -> Draft:
    return read_jobs(Wanted(file, roles, **wanted), roles=["crane-driver", "baker"], on=DAY)


def jobs_of(draft: Draft) -> dict[str, Job]:
    return {
        entry.id: Job.model_validate({**plain(entry.facts), "id": entry.id})
        for entry in draft.entries
        if entry.kind == "jobs"
    }


def refused(file: Path, *roles: str, **wanted: Any) -> dict[str, str]:
    with pytest.raises(GuideError) as caught:
        read(file, *roles, **wanted)
    return {problem.code: str(problem) for problem in caught.value.diagnostics}


def told(draft: Draft) -> dict[str, str]:
    return {note.code: str(note) for note in draft.notes}


def write(tmp_path: Path, text: str, name: str = "jobs.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def posting(tmp_path: Path, **values: Any) -> Path:
    """A file with one posting, complete but for what is given as None."""
    whole = {"@type": "JobPosting", "title": "Baker", "hiringOrganization": "Crumb", "jobLocation": "Ulm",
             "employmentType": "FULL_TIME", **values}  # fmt: skip
    kept = {key: value for key, value in whole.items() if value is not None}
    return write(tmp_path, json.dumps(kept), "jobs.json")


def job(tmp_path: Path, **values: Any) -> Job:
    (found,) = jobs_of(read(posting(tmp_path, **values))).values()
    return found


# HTML and JSON-LD


def test_postings_in_a_page_are_read_from_its_scripts_alone() -> None:
    jobs = jobs_of(read(PAGE, "crane-driver"))
    assert list(jobs) == ["harbour-and-sons-senior-crane-driver", "dock-ltd-tallyman"]
    crane = jobs["harbour-and-sons-senior-crane-driver"]
    assert (crane.title, crane.employer) == ("Senior Crane Driver", "Harbour & Sons")
    assert crane.place == "Seattle, Washington; Hull, United Kingdom"
    assert (crane.employment, crane.level) == ("full-time internship", "senior")
    assert crane.salary is not None
    assert (crane.salary.low, crane.salary.high, crane.salary.currency, crane.salary.period) == (
        85_000, 95_000.5, "USD", "year",
    )  # fmt: skip
    assert (crane.posted, crane.closes) == (dt.date(2026, 10, 1), dt.date(2026, 11, 1))
    assert crane.url == "https://www.harbour.example/jobs/1"
    assert crane.roles == ("crane-driver",)
    tally = jobs["dock-ltd-tallyman"]
    assert (tally.employer, tally.place, tally.employment) == (
        r"Dock\_Ltd",
        "Remote, United States",
        "contract",
    )


def test_what_a_page_says_amiss_is_told_at_its_line() -> None:
    notes = [str(note) for note in read(PAGE).notes]
    for start in ("harbour.html:28:78: warning[broken-json]", "harbour.html:8:1: warning[closed]",
                  "harbour.html:22:1: note[salary]", "harbour.html:25:1: warning[incomplete-job]"):  # fmt: skip
        assert any(start in note for note in notes), start
    by_code = told(read(PAGE))
    assert "'Senior Crane Driver' at Harbour & Sons: closed on 1 November 2026" in by_code["closed"]
    assert "by the day or week" in by_code["salary"]
    assert "'Watchman' says no employer and no place: left out" in by_code["incomplete-job"]
    assert "'description'" in by_code["not-taken"]
    assert "every guide" in by_code["every-guide"]


def test_the_source_is_the_site_where_all_are_on_one_and_else_the_file(tmp_path: Path) -> None:
    def source(file: Path) -> Source:
        (entry,) = (entry for entry in read(file).entries if entry.kind == "sources")
        return Source.model_validate({**plain(entry.facts), "id": entry.id})

    assert (source(PAGE).id, source(PAGE).title) == (
        "jobs-harbour-example",
        "Job postings on harbour.example",
    )
    assert source(PAGE).accessed == DAY
    alone = posting(tmp_path)
    assert (source(alone).id, source(alone).title) == ("jobs-jobs", "Job postings, jobs.json")
    assert jobs_of(read(alone))["crumb-baker"].source == "jobs-jobs"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"@graph": [one]},
        lambda one: {
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "position": 1, "item": one}],
        },
        lambda one: {"@type": "WebPage", "mainEntity": {"about": [[one]]}},
    ],
)
def test_postings_are_found_wherever_they_stand(tmp_path: Path, wrap: Any) -> None:
    one = {"@type": "https://schema.org/JobPosting", "title": "Baker", "hiringOrganization": {"name": "Crumb"},
           "jobLocation": {"address": "Ulm"}}  # fmt: skip
    assert list(jobs_of(read(write(tmp_path, json.dumps(wrap(one)), "a.json")))) == ["crumb-baker"]


def test_json_lines_and_wrapped_scripts_are_read(tmp_path: Path) -> None:
    one = '{"@type": "JobPosting", "title": "%s", "hiringOrganization": "Crumb", "jobLocation": "Ulm"}'
    lines = write(tmp_path, f"{one % 'Baker'}\n\n{one % 'Cook'}\n{{broken\n", "jobs.jsonl")
    assert list(jobs_of(read(lines))) == ["crumb-baker", "crumb-cook"]
    assert "jobs.jsonl:4:" in told(read(lines))["broken-json"]
    page = f"<p>x</p><SCRIPT TYPE=application/ld+json>\n//<![CDATA[\n{one % 'Baker'}\n//]]>\n</SCRIPT>"
    found = read(write(tmp_path, page, "page.html"))
    assert list(jobs_of(found)) == ["crumb-baker"]
    assert found.entries[1].facts["title"].at.endswith("page.html:3")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"currency": "EUR", "value": {"minValue": 40000, "maxValue": 50000}}, (40_000, 50_000, "EUR", "year")),
        ({"currency": "EUR", "value": {"value": 25.5, "unitText": "HOUR"}}, (25.5, 25.5, "EUR", "hour")),
        ({"currency": "EUR", "value": {"minValue": 3500, "unitText": "MONTH"}}, (3_500, None, "EUR", "month")),
        ({"currency": "GBP", "minValue": "30,000", "maxValue": "35,000", "unitText": "ANNUAL"},
         (30_000, 35_000, "GBP", "year")),
        ({"currency": "USD", "value": "85000-95000", "unitText": "YEAR"}, (85_000, 95_000, "USD", "year")),
        ({"currency": "USD", "value": 90000}, (90_000, 90_000, "USD", "year")),
        ("USD 100K - 130K", (100_000, 130_000, "USD", "year")),
        ({"@type": "PriceSpecification", "minPrice": 50000, "maxPrice": 60000, "priceCurrency": "EUR"},
         (50_000, 60_000, "EUR", "year")),
        ({"@type": "UnitPriceSpecification", "price": "25.50", "priceCurrency": "EUR", "unitCode": "HUR"},
         (25.5, 25.5, "EUR", "hour")),
        ({"currency": "£", "value": {"minValue": "45,000", "unitText": "YEAR"}}, (45_000, None, "GBP", "year")),
        ({"currency": "EUR", "value": {"minValue": "50.000", "maxValue": "60.000", "unitText": "YEAR"}},
         (50_000, 60_000, "EUR", "year")),
        ({"currency": "GBP", "minValue": "from £45,000"}, (45_000, None, "GBP", "year")),
        ([{"currency": "USD", "value": 90000}, {"currency": "USD", "value": 90000}], (90_000, 90_000, "USD", "year")),
    ],
)  # fmt: skip
def test_salaries_in_their_usual_shapes(tmp_path: Path, value: Any, said: tuple[Any, ...]) -> None:
    salary = job(tmp_path, baseSalary=value).salary
    assert salary is not None
    assert (salary.low, salary.high, salary.currency, salary.period) == said


@pytest.mark.parametrize(
    ("value", "why", "printed"),
    [
        ({"currency": "EUR", "value": {"maxValue": 50000, "unitText": "YEAR"}}, "maximum only",
         "Pay: up to 50,000 EUR a year"),
        ({"currency": "EUR", "value": {"minValue": 0, "maxValue": 50000, "unitText": "YEAR"}}, "maximum only",
         "Pay: 0 – 50,000 EUR a year"),
        ({"value": {"minValue": 40000, "unitText": "YEAR"}}, "names no currency", "Pay: 40,000 a year"),
        ({"currency": "EUR", "value": {"value": 500, "unitText": "WEEK"}}, "by the day or week", "Pay: 500 EUR a week"),
        ({"currency": "EUR", "value": {"value": 500}}, "hour, month or year", "Pay: 500 EUR"),
        ({"currency": "EUR", "value": {"minValue": 30000, "unitText": "QUARTER"}}, "its period 'QUARTER'",
         "Pay: 30,000 EUR QUARTER"),
        ({"currency": "EUR", "value": [40000, 50000]}, "several amounts", "Pay: 40,000 EUR / 50,000 EUR"),
        ([{"currency": "EUR", "value": 40000}, "$50,000"], "several amounts", "Pay: 40,000 EUR / $50,000"),
        ({"currency": "EUR", "value": {"minValue": 9, "maxValue": 8, "unitText": "HOUR"}}, "below its lower end", None),
        ({"currency": "EUR", "value": {"value": 0, "unitText": "YEAR"}}, "zero", None),
        ({"currency": "EUR", "value": -5000}, "zero, negative", None),
        ({"currency": "EUR", "value": {"value": 85, "unitText": "YEAR"}}, "beyond belief", None),
        ({"currency": "EUR", "value": {"value": 85000, "unitText": "HOUR"}}, "beyond belief", None),
        ("$85,000 an hour", "beyond belief", None),
        ("competitive", "no amount", "Pay: competitive"),
        ("Up to $120k", "maximum only", "Pay: Up to $120k"),
        ("DOE, " * 30, "no amount", None),
    ],
)  # fmt: skip
def test_pay_that_is_no_number_is_told_with_the_reason_and_printed_in_words(
    tmp_path: Path, value: Any, why: str, printed: str | None
) -> None:
    draft = read(posting(tmp_path, baseSalary=value))
    assert [(job.salary, job.note) for job in jobs_of(draft).values()] == [(None, printed)]
    assert why in told(draft)["salary"]
    assert ("printed in words" if printed else "left out") in told(draft)["salary"]


@pytest.mark.parametrize("value", ["£30-35k pro rata", "$90,000 OTE", "£30,000 FTE"])
def test_words_that_qualify_a_pay_are_printed_beside_it(tmp_path: Path, value: str) -> None:
    found = job(tmp_path, baseSalary=value, hiringOrganization={"name": "Crumb", "department": "Ovens"})
    assert found.salary is not None
    assert found.note == f"Ovens; pay: {value}"


@pytest.mark.parametrize("value", ["N/A", "TBD", "-", {"currency": "EUR", "value": None}])
def test_no_pay_is_nothing_to_tell_of(tmp_path: Path, value: Any) -> None:
    draft = read(posting(tmp_path, baseSalary=value))
    assert "salary" not in told(draft)
    assert [job.note for job in jobs_of(draft).values()] == [None]


def test_of_what_a_job_holds_once_the_first_is_taken_and_the_others_told(tmp_path: Path) -> None:
    title = [{"@value": "Baker", "@language": "en"}, {"@value": "Bäcker", "@language": "de"}, "Baker"]
    draft = read(posting(tmp_path, title=title, validThrough=["2027-01-01", "2027-02-01"]))
    (found,) = jobs_of(draft).values()
    assert (found.title, found.closes) == ("Baker", dt.date(2027, 1, 1))
    several = [str(note) for note in draft.notes if note.code == "several"]
    assert "of 2 values for its title the first is taken; left out: 'Bäcker'" in several[0]
    assert "closing day" in several[1]


def test_several_employers_and_kinds_of_employment_are_all_read(tmp_path: Path) -> None:
    both = [{"name": "Crumb"}, {"@id": "#rye"}, {"name": "Crumb"}]
    graph = {"@graph": [{"@id": "#rye", "name": "Rye Ltd"}, json.loads(posting(tmp_path, hiringOrganization=both,
             employmentType="FULL_TIME, INTERN").read_text())]}  # fmt: skip
    (found,) = jobs_of(read(write(tmp_path, json.dumps(graph), "graph.json"))).values()
    assert (found.employer, found.employment) == ("Crumb and Rye Ltd", "full-time internship")
    many = [{"name": name} for name in ("Crumb", "Rye", "Oat", "Bran", "Malt")]
    assert job(tmp_path, hiringOrganization=many).employer == "Crumb, Rye, Oat and 2 more"


def test_places_of_all_shapes(tmp_path: Path) -> None:
    town = {"address": {"addressLocality": "Ulm", "addressCountry": "DE"}}
    assert job(tmp_path, jobLocation=town).place == "Ulm, Germany"
    assert (
        job(tmp_path, jobLocation=[f"Town {n}" for n in range(5)]).place
        == "Town 0; Town 1; Town 2; and 2 more"
    )
    assert job(tmp_path, jobLocation=None, jobLocationType="TELECOMMUTE").place == "Remote"
    remote = {
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": [{"name": "DE"}, {"name": "Austria"}],
    }
    assert job(tmp_path, jobLocation=None, **remote).place == "Remote, Germany or Austria"
    assert job(tmp_path, jobLocation=town, **remote).place == "Remote, Germany or Austria; or Ulm, Germany"


def test_odd_shapes_are_no_reason_to_fall_over(tmp_path: Path) -> None:
    odd: dict[str, Any] = {
        "jobLocation": [None, 3, {}, "Ulm"],
        "employmentType": {"a": []},
        "baseSalary": [[]],
        "identifier": [{}],
        "url": {"@id": 5},
        "validThrough": True,
        "datePosted": 20261130,
    }
    draft = read(posting(tmp_path, **odd))
    (found,) = jobs_of(draft).values()
    assert (found.posted, found.closes, found.url) == (dt.date(2026, 11, 30), None, None)
    assert read(posting(tmp_path, url="https://[here")).entries


def test_postings_that_stand_twice_count_once_and_those_alike_are_told_apart(tmp_path: Path) -> None:
    rows = [
        ("Ulm", "1", "https://c.example/1"),
        ("Ulm", "1", "https://c.example/1"),
        ("Ulm", "2", ""),
        ("Hull", "", ""),
    ]
    text = "title,employer,place,id,url\n" + "".join(f"Baker,Crumb,{','.join(row)}\n" for row in rows)
    draft = read(write(tmp_path, text))
    assert list(jobs_of(draft)) == ["crumb-baker-1", "crumb-baker-2", "crumb-baker-hull"]
    assert "1 stood twice" in draft.said[0]


# Tables


def test_a_table_is_read_by_obvious_names(tmp_path: Path) -> None:
    text = HEADER + "Junior Baker;Crumb & Co;Ulm;Part-time;€60k+;30.11.2026;https://crumb.example/1\n"
    found = jobs_of(read(write(tmp_path, text), "baker"))["crumb-and-co-junior-baker"]
    assert (found.title, found.place, found.employment, found.level) == (
        "Junior Baker",
        "Ulm",
        "part-time",
        "entry",
    )
    assert found.salary is not None
    assert (found.salary.low, found.salary.high) == (60_000, None)
    assert found.closes == dt.date(2026, 11, 30)


def test_columns_can_be_mapped_and_one_employer_can_stand_for_all(tmp_path: Path) -> None:
    text = "What\tWhere\tstate\tcity\tsalary min\tsalary max\tcurrency\nBaker\tyes\tBavaria\tUlm\t30,000\t40,000\tEUR\n"
    file = write(tmp_path, text, "jobs.tsv")
    assert refused(file).keys() == {"missing-column"}
    found = jobs_of(read(file, columns={"title": "What", "remote": "Where"}, employer="Crumb"))["crumb-baker"]
    assert found.place == "Remote, Ulm, Bavaria"
    assert found.salary is not None
    assert (found.salary.low, found.salary.high, found.salary.currency) == (30_000, 40_000, "EUR")


def test_a_year_is_a_year_and_an_unknown_period_is_quoted_as_it_stands(tmp_path: Path) -> None:
    text = (
        "title,company,city,min,max,currency,period\n"
        "Baker,Crumb,Ulm,900,1200,EUR,Jahr\nCook,Crumb,Ulm,100,120,EUR,Schicht\n"
    )
    found = jobs_of(read(write(tmp_path, text)))
    salary = found["crumb-baker"].salary
    assert salary is not None
    assert (salary.low, salary.high, salary.period) == (900, 1_200, "year")
    assert "100 – 120 EUR Schicht" in (found["crumb-cook"].note or "")


def test_what_a_row_says_amiss_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = HEADER + "Baker;Crumb;Ulm;Volunteer;up to £50k;3/4/2027;crumb.example\n;Crumb;Ulm;;;;\n"
    draft = read(write(tmp_path, text))
    (found,) = jobs_of(draft).values()
    assert (found.salary, found.closes, found.url) == (None, None, None)
    notes = told(draft)
    assert "'Volunteer' has no word here" in notes["employment"]
    assert "maximum only" in notes["salary"]
    assert "3/4/2027" in notes["date"]
    assert "crumb.example" in notes["address"]
    assert "jobs.csv:3:1" in notes["incomplete-job"]


def test_jobs_that_do_not_say_their_employment_are_told_together(tmp_path: Path) -> None:
    text = "title,employer,place\nBaker,Crumb,Ulm\nCook,Crumb,Ulm\n"
    (note,) = [str(note) for note in read(write(tmp_path, text), "baker").notes]
    assert "jobs.csv:2:1: note[employment]: 2 jobs do not say whether they are full-time" in note
    assert "(lines 2, 3)" in note
    alone = told(read(posting(tmp_path, employmentType=None)))["employment"]
    assert "1 job does not say whether it is full-time" in alone


# Terms


@pytest.mark.parametrize(
    ("kinds", "title", "employment", "unsaid"),
    [
        (["FULL_TIME"], "", "full-time", ()),
        (["https://schema.org/PART_TIME"], "", "part-time", ()),
        (["Full-time", "Intern"], "", "full-time internship", ()),
        (["PART_TIME", "INTERN"], "", "internship", ()),
        (["FULL_TIME", "CONTRACTOR"], "", "contract", ("FULL_TIME",)),
        (["VOLUNTEER"], "", None, ("VOLUNTEER",)),
        (["OTHER", "TEMPORARY"], "", "temporary", ("OTHER",)),
        ([], "Summer Intern", "internship", ()),
        ([], "International Baker", None, ()),
    ],
)
def test_kinds_of_employment(
    kinds: list[str], title: str, employment: str | None, unsaid: tuple[str, ...]
) -> None:
    assert employment_of(kinds, title) == (employment, unsaid)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Baker", "senior"),
        ("Sr. Baker", "senior"),
        ("Principal Software Engineer", "senior"),
        ("Junior Baker", "entry"),
        ("Baker (entry-level)", "entry"),
        ("Baking Intern", "entry"),
        ("Chief Baking Officer", "executive"),
        ("Vice President, Bread", "executive"),
        ("Baker", None),
        ("Junior High School Teacher", None),
        ("Senior Living Assistant", None),
        ("School Principal", None),
        ("Junior to Senior Baker", None),
        ("Assistant to the Vice President", None),
        ("International Baker", None),
    ],
)
def test_levels_are_told_from_titles_only_where_they_are_plain(title: str, level: str | None) -> None:
    assert level_of("", title) == (level, True)


def test_a_stated_level_counts_before_the_title() -> None:
    assert level_of("Entry level", "Senior Baker") == ("entry", True)
    assert level_of("Guru", "Senior Baker") == (None, False)


@pytest.mark.parametrize(
    "text",
    ["2026-11-30", "2026-11-30T23:59:59Z", "2026-11-30 10:00", "30.11.2026", "30/11/2026", "11/30/2026", "20261130",
     "30 November 2026", "30th Nov 2026", "November 30, 2026", "Mon, 30 Nov 2026"],
)  # fmt: skip
def test_days_in_their_usual_spellings(text: str) -> None:
    assert day_of(text) == dt.date(2026, 11, 30)


@pytest.mark.parametrize("text", ["", "soon", "3/4/2026", "2026-13-01", "31.02.2026", "30 Foo 2026", "2026"])
def test_days_that_cannot_be_read_in_one_way_are_none(text: str) -> None:
    assert day_of(text) is None


# What is refused


def test_unknown_roles_are_told_with_the_nearest() -> None:
    assert "did you mean 'crane-driver'?" in refused(PAGE, "crane-diver")["unknown-role"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.html", "<html><body>Nothing</body></html>", "no-postings"),
        ("a.html", "<div itemscope itemtype='https://schema.org/JobPosting'>x</div>", "no-jobs"),
        ("a.json", '{"@type": "Recipe"}', "no-postings"),
        ("a.json", '{"@type": "JobPosting", "title": }', "no-postings"),
        ("a.json", '{"@type": "JobPosting", "title": "Baker"}', "no-jobs"),
        ("a.json", "", "no-postings"),
        ("a.json", '{"a":' * 50_000, "no-postings"),
        ("a.json", "[" * 500 + '{"@type": "JobPosting"}' + "]" * 500, "no-postings"),
        ("a.csv", "", "empty-table"),
        ("a.csv", "a,b\n1,2\n", "missing-column"),
        ("a.csv", HEADER, "no-jobs"),
    ],
)
def test_files_without_postings_are_refused(tmp_path: Path, name: str, text: str, code: str) -> None:
    assert code in refused(write(tmp_path, text, name))


@pytest.mark.slow
def test_five_thousand_postings_come_in_none_dropped_and_what_is_beyond_is_told(tmp_path: Path) -> None:
    def rows(count: int) -> str:
        return HEADER + "".join(f"Baker;Crumb;Town {number};;;;\n" for number in range(count))

    draft = read(write(tmp_path, rows(5_000), "a.csv"))
    assert len([entry for entry in draft.entries if entry.kind == "jobs"]) == 5_000
    assert "too-many-jobs" not in [note.code for note in draft.notes]
    draft = read(write(tmp_path, rows(5_001), "a.csv"))
    assert len([entry for entry in draft.entries if entry.kind == "jobs"]) == 5_000
    (told,) = [note for note in draft.notes if note.code == "too-many-jobs"]
    assert told.message == "this file holds 5,001 postings; the first 5,000 are taken"


@pytest.mark.parametrize("name", ODD)
def test_words_of_a_posting_keep_every_letter(tmp_path: Path, name: str) -> None:
    (job,) = jobs_of(read(write(tmp_path, HEADER + f"{name};{name};{name};;{name};;\n", "a.csv"))).values()
    assert (job.title, job.employer, job.place) == (name, name, name)
    assert job.note in (None, f"Pay: {name}")


def test_files_that_are_no_text_or_not_there_are_refused(tmp_path: Path) -> None:
    for name in ("a.json", "a.csv", "a.html"):
        file = tmp_path / name
        assert refused(file).keys() == {"cannot-read"}
        file.write_bytes(b"PK\x03\x04\x00\x01\x02")
        told = refused(file)
        assert told.keys() == {"not-text"}
        assert "CSV" in told["not-text"]
    assert refused(PAGE, columns={"title": "x"}).keys() == {"no-columns"}


@given(st.text(alphabet='<>!-/{}[]",:@scriptJobPngaTyle =+\n', max_size=150))
def test_no_page_makes_the_reader_fall_over(text: str) -> None:
    assert jsonld.in_html('<script type="application/ld+json">' + text, "a.html").scripts >= 1
    assert jsonld.in_json(text, "a.json").name == "a.json"


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["<script ", "<!--", "<script>", "</script", '{"a":"', "itemtype="])
def test_hostile_pages_are_read_at_once(piece: str) -> None:
    assert not jsonld.in_html(piece * 100_000, "a.html").nodes
