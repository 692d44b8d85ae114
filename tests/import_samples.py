"""The files that docs/imports.md imports, as small samples of the test data, under the names that it gives them."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

DATA = Path(__file__).parent / "importers"
ESCO = "ESCO dataset - v1.2.0 - classification"
# The chapter names occupations that everybody knows; the samples of O*NET are made up.
RENAMED = {
    "15-9999.01": "15-2051.00",
    "Data Gardeners": "Data Scientists",
    "27-9011.00": "29-1141.00",
    "Kite Makers": "Registered Nurses",
}
ROLE = "title: Mover\ndefinition: Moves data.\nskills: [ETL design, sql]\n"


def lay_out(folder: Path) -> None:
    """Everything that the chapter's imports read, in one folder."""
    article = DATA / "article" / "nurse-practitioner-vs-physician-assistant.md"
    shutil.copy(article, folder / "comparison.md")
    shutil.copy(DATA / "jobs" / "harbour.html", folder / "postings.html")
    _zip(DATA / "onet" / "db_30_3_text", folder / "db_30_3_text.zip")
    _zip(DATA / "esco" / f"{ESCO} - csv", folder / f"{ESCO} - en - csv.zip")
    rows = [f"2024,SE,FT,Data Scientist,{n}000,USD,{n}000,US,0,US,M" for n in range(90, 140)]
    (folder / "salaries.csv").write_text("\n".join([_HEADER, *rows, ""]))
    role = folder / "content" / "roles" / "mover.yml"
    role.parent.mkdir(parents=True)
    role.write_text(ROLE)


_HEADER = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size"
)


def _zip(source: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(source.iterdir()):
            text = file.read_text(encoding="utf-8")
            for made_up, real in RENAMED.items():
                text = text.replace(made_up, real)
            archive.writestr(f"{source.name}/{file.name}", text)
