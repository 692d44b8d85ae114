"""Jobs in the JSON of boards and applicant systems, in microdata, and in the table of JobSpy: all by their names."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.jobs.files import Wanted
from guidebuild.importers.kinds.jobs.read import read_jobs

DAY = dt.date(2026, 11, 24)

GREENHOUSE = {
    "jobs": [{
        "id": 71, "title": "Kite Engineer", "absolute_url": "https://boards.example/71", "company_name": "Kites Ltd",
        "location": {"name": "Leeds, United Kingdom"}, "updated_at": "2026-11-02T09:00:00-05:00",
        "first_published": "2026-11-01T09:00:00-05:00", "departments": [{"name": "Workshop"}],
        "pay_input_ranges": [{"min_cents": 4000000, "max_cents": 5200000, "currency_type": "GBP",
                              "title": "Annual salary"}],
    }],
    "meta": {"total": 1},
}  # fmt: skip
LEVER = [{
    "id": "ab-1", "text": "Kite Engineer", "hostedUrl": "https://lever.example/ab-1", "createdAt": 1793491200000,
    "categories": {"commitment": "Full-time", "team": "Workshop", "location": "Leeds, United Kingdom"},
    "workplaceType": "hybrid",
    "salaryRange": {"currency": "GBP", "interval": "per-year-salary", "min": 40000, "max": 52000},
}]  # fmt: skip
WORKDAY = {
    "total": 1,
    "jobPostings": [{"title": "Kite Engineer", "externalPath": "/job/Leeds/Kite-Engineer_R-7", "timeType": "Full time",
                     "locationsText": "Leeds, United Kingdom", "postedOn": "Posted 3 Days Ago",
                     "bulletFields": ["R-7"]}],
}  # fmt: skip
REMOTEOK: list[dict[str, Any]] = [
    {"legal": "Link back, please."},
    {"slug": "kite-engineer", "id": "9", "epoch": 1793491200, "date": "2026-11-01T00:00:00+00:00",
     "company": "Kites Ltd",
     "position": "Kite Engineer", "location": "Europe", "salary_min": 60000, "salary_max": 90000,
     "url": "https://remote.example/9"},
]  # fmt: skip
USAJOBS = {
    "SearchResult": {"SearchResultItems": [{"MatchedObjectDescriptor": {
        "PositionID": "K-7", "PositionTitle": "Kite Engineer", "PositionURI": "https://usajobs.example/7",
        "PositionLocationDisplay": "Dayton, Ohio", "OrganizationName": "Office of Kites", "DepartmentName": "Air",
        "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
        "PositionRemuneration": [{"MinimumRange": "31.5", "MaximumRange": "40.25", "RateIntervalCode": "PH",
                                  "Description": "Per Hour"}],
        "PublicationStartDate": "2026-11-01T00:00:00.0000", "ApplicationCloseDate": "2026-12-15T23:59:59.9970",
    }}]},
}  # fmt: skip
ARBEITNOW = {
    "data": [{"slug": "kite-engineer-berlin-7", "company_name": "Drachen GmbH", "title": "Kite Engineer",
              "remote": True,
              "url": "https://arbeit.example/7", "job_types": ["Full Time"], "location": "Berlin",
              "created_at": 1793491200}],
    "links": {},
}  # fmt: skip
ADZUNA = {
    "results": [{"id": "5", "title": "Kite Engineer", "company": {"display_name": "Kites Ltd"}, "salary_min": 40000.0,
                 "location": {"display_name": "Leeds, West Yorkshire", "area": ["UK"]}, "salary_max": 52000.0,
                 "salary_is_predicted": "0", "contract_time": "full_time", "created": "2026-11-01T10:00:00Z",
                 "redirect_url": "https://adzuna.example/5"}],
}  # fmt: skip


def read(tmp_path: Path, value: Any, name: str = "feed.json", **wanted: Any) -> Draft:
    file = tmp_path / name
    file.write_text(value if isinstance(value, str) else json.dumps(value, indent=1), encoding="utf-8")
    return read_jobs(Wanted(file, ("baker",), **wanted), roles=["baker"], on=DAY)


def job(draft: Draft) -> dict[str, Any]:
    (entry,) = (entry for entry in draft.entries if entry.kind == "jobs")
    facts: dict[str, Any] = plain(entry.facts)
    return facts


POUNDS = {"low": 40_000, "high": 52_000, "currency": "GBP", "period": "year"}


@pytest.mark.parametrize(
    ("value", "wanted", "told"),
    [
        (GREENHOUSE, {}, {"employer": "Kites Ltd", "place": "Leeds, United Kingdom", "note": "Workshop",
                          "salary": POUNDS, "url": "https://boards.example/71"}),
        (LEVER, {"employer": "Kites Ltd"}, {"place": "Leeds, United Kingdom", "employment": "full-time",
                                            "salary": POUNDS, "note": "Workshop"}),
        (WORKDAY, {"employer": "Kites Ltd"}, {"place": "Leeds, United Kingdom", "employment": "full-time"}),
        (REMOTEOK, {}, {"employer": "Kites Ltd", "place": "Remote, Europe",
                        "salary": {"low": 60_000, "high": 90_000, "currency": "USD", "period": "year"}}),
        (USAJOBS, {}, {"employer": "Office of Kites", "place": "Dayton, Ohio", "employment": "full-time", "note": "Air",
                       "salary": {"low": 31.5, "high": 40.25, "currency": "USD", "period": "hour"},
                       "closes": dt.date(2026, 12, 15)}),
        (ARBEITNOW, {}, {"employer": "Drachen GmbH", "place": "Remote, Berlin", "employment": "full-time"}),
        (ADZUNA, {"currency": "GBP"}, {"employer": "Kites Ltd", "salary": POUNDS, "employment": "full-time"}),
    ],
)  # fmt: skip
def test_each_system_is_known_by_its_own_names(
    tmp_path: Path, value: Any, wanted: dict[str, str], told: dict[str, Any]
) -> None:
    facts = job(read(tmp_path, value, **wanted))
    assert facts["title"] == "Kite Engineer"
    assert {key: facts.get(key) for key in told} == told
    if value is not WORKDAY:
        assert facts["posted"] == dt.date(2026, 11, 1)


def test_a_system_that_names_no_employer_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        read(tmp_path, LEVER)
    told = "\n".join(map(str, caught.value.diagnostics))
    assert "says no employer" in told
    assert "--employer" in told


def test_an_estimate_of_the_board_is_no_pay(tmp_path: Path) -> None:
    (row,) = ADZUNA["results"]
    draft = read(tmp_path, {"results": [{**row, "salary_is_predicted": "1"}]}, currency="GBP")
    assert "salary" not in job(draft)


def test_zeros_are_no_pay(tmp_path: Path) -> None:
    assert "salary" not in job(read(tmp_path, [{**REMOTEOK[1], "salary_min": 0, "salary_max": 0}]))


def test_what_only_looks_like_a_feed_is_none(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        read(tmp_path, {"jobs": [{"title": "Kite Engineer"}]})
    assert caught.value.diagnostics[0].code == "no-postings"


def test_the_table_of_jobspy_is_read_by_its_names(tmp_path: Path) -> None:
    text = (
        "id,site,job_url,job_url_direct,title,company,location,date_posted,job_type,salary_source,interval,min_amount,"
        "max_amount,currency,is_remote,job_level,company_url\n"
        'in-1,indeed,https://a.example/1,,Kite Engineer,Kites Ltd,"Leeds, ENG, GB",2026-11-01,fulltime,direct_data,'
        "yearly,"
        "40000,52000,GBP,False,mid,https://kites.example\n"
    )
    facts = job(read(tmp_path, text, "jobs.csv"))
    assert (facts["url"], facts["employer"], facts["salary"]) == ("https://a.example/1", "Kites Ltd", POUNDS)
    assert (facts["employment"], facts["level"], facts["posted"]) == (
        "full-time",
        "mid",
        dt.date(2026, 11, 1),
    )


PAGE = """<html><body><div itemscope itemtype="http://schema.org/JobPosting">
<h1 itemprop="title">Kite Engineer</h1><meta itemprop="datePosted" content="2026-11-01">
<a itemprop="url" href="https://kites.example/7">Apply</a><span itemprop="employmentType">FULL_TIME</span>
<div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization">
<b itemprop="name">Kites Ltd</b></div>
<div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">
<div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
<span itemprop="addressLocality">Leeds</span>, <span itemprop="addressCountry">GB</span></div></div>
<div itemprop="baseSalary" itemscope itemtype="http://schema.org/MonetaryAmount">
<meta itemprop="currency" content="GBP">
<div itemprop="value" itemscope itemtype="http://schema.org/QuantitativeValue">
<span itemprop="minValue">40000</span><span itemprop="maxValue">52000</span>
<meta itemprop="unitText" content="YEAR"></div>
</div></div></body></html>"""


def test_microdata_says_the_same_as_json_ld(tmp_path: Path) -> None:
    facts = job(read(tmp_path, PAGE, "page.html"))
    assert (facts["title"], facts["employer"], facts["place"]) == (
        "Kite Engineer",
        "Kites Ltd",
        "Leeds, United Kingdom",
    )
    assert (facts["salary"], facts["employment"], facts["posted"]) == (
        POUNDS,
        "full-time",
        dt.date(2026, 11, 1),
    )
    assert facts["url"] == "https://kites.example/7"


# Choosing, and telling


def rows(count: int, **cells: str) -> str:
    head = "title,employer,place,salary,currency,url"
    lines = [
        f"{cells.get('title', 'Kite Engineer')},Kites {n},{cells.get('place', 'Leeds')},{cells.get('salary', '')},,"
        for n in range(count)
    ]
    return "\n".join([head, *lines, ""])


def test_jobs_are_chosen_by_words_of_their_title_and_by_country(tmp_path: Path) -> None:
    text = (
        'title,employer,place\nKite Engineer,A,Berlin\nSenior engineer of kites,B,"Graz, Austria"\n'
        'Baker,C,"Wien, AT"\nKite engineer,D,"Linz, Österreich"\n'
    )
    chosen = read(tmp_path, text, "jobs.csv", words=("kite engineer",))
    assert [plain(e.facts)["employer"] for e in chosen.entries if e.kind == "jobs"] == ["A", "D"]
    chosen = read(tmp_path, text, "jobs.csv", country="Austria")
    assert [plain(e.facts)["employer"] for e in chosen.entries if e.kind == "jobs"] == ["B", "C", "D"]
    with pytest.raises(GuideError) as caught:
        read(tmp_path, text, "jobs.csv", words=("pilot",))
    assert "none of 4 postings has the words 'pilot' in its title" in str(caught.value)


def test_one_cause_is_told_once_with_the_number_of_jobs(tmp_path: Path) -> None:
    told = [str(note) for note in read(tmp_path, rows(40, salary="60000"), "jobs.csv").notes]
    (pay,) = [note for note in told if "[salary]" in note]
    assert "40 jobs have pay that is printed in words, since" in pay
    assert "(lines 2, 3, 4, 5, 6, ...)" in pay
    assert len(told) < 5
    told = [str(note) for note in read(tmp_path, rows(2, salary="60000"), "jobs.csv").notes]
    assert len([note for note in told if "[salary]" in note]) == 2


@pytest.mark.parametrize(
    ("word", "period"),
    [("Jahr", "year"), ("jährlich", "year"), ("Stunde", "hour"), ("Monat", "month"), ("par an", "year"),
     ("heure", "hour"),     ("mensual", "month"), ("al año", "year"), ("år", "year"), ("godzina", "hour"), ("rok",
     "year"),
     ("měsíčně", "month"),     ("éves", "year"), ("tunti", "hour"), ("ετήσια", "year"), ("година", "year"),
     ("per annum", "year"), ("HUR", "hour")],
)  # fmt: skip
def test_periods_are_whole_words_of_any_language(tmp_path: Path, word: str, period: str) -> None:
    text = f"title,employer,place,salary_low,currency,period\nKite Engineer,A,Bern,2400,CHF,{word}\n"
    assert job(read(tmp_path, text, "jobs.csv"))["salary"]["period"] == period


def test_columns_are_offered_by_what_they_hold_and_prefixes_fall(tmp_path: Path) -> None:
    text = (
        "job_title,employer_name,location,job_min_salary,job_max_salary,job_salary_period,job_employment_type,fresh,"
        "details,stars\n"
        "Kite Engineer,A,Leeds,40000,52000,annum,Full-Time,2026-05-29T10:28:48Z,https://a.example/1,5\n"
    )
    draft = read(tmp_path, text, "jobs.csv", currency="GBP")
    assert job(draft)["salary"] == POUNDS
    assert job(draft)["employment"] == "full-time"
    told = "\n".join(str(note) for note in draft.notes)
    assert "'fresh' holds dates" in told
    assert "--map date=fresh" in told
    assert "'details' holds addresses" in told
    assert "--map url=details" in told
    assert "no place for 'stars'" in told
