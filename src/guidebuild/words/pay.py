"""What a guide says of pay above its chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from guidebuild.words.form import Messages, message

Middle = Literal["median", "middle", "scale"]
"""What stands in the middle of figures: of reports and statistics the median; 'middle' where a pay scale is among them,
'scale' where all are pay scales."""
Kind = Literal["reports", "statistics", "scale"]


class PayWords(Messages):
    # How many there are: the label of a figure, and what stands below it

    @message
    def reports_label(self) -> str:
        return "Reports"

    @message
    def jobs_label(self) -> str:
        return "Jobs in the statistics"

    @message
    def years_label(self) -> str:
        return "Years"

    @message
    def source_label(self, kind: Literal["statistics", "scale"]) -> str:
        match kind:
            case "statistics":
                return "Official statistics"
            case _:
                return "Pay scale"

    @message
    def for_jobs(self, jobs: int) -> str:
        match jobs:
            case 1:
                return "for one job"
            case 2:
                return "for both jobs together"
            case _:
                return "for {jobs:spell} jobs together"

    @message
    def reports_of_one_year(self, jobs: int, year: str) -> str:
        match jobs:
            case 1:
                return "for one job, all from {year}"
            case 2:
                return "for both jobs together, all from {year}"
            case _:
                return "for {jobs:spell} jobs together, all from {year}"

    @message
    def reports_of_years(self, jobs: int, first: str, last: str) -> str:
        match jobs:
            case 1:
                return "for one job, from {first} to {last}"
            case 2:
                return "for both jobs together, from {first} to {last}"
            case _:
                return "for {jobs:spell} jobs together, from {first} to {last}"

    @message
    def statistics_of_one_year(self, occupations: int, year: str) -> str:
        match occupations:
            case 1:
                return "in this occupation, all from {year}"
            case 2:
                return "in both occupations together, all from {year}"
            case _:
                return "in {occupations:spell} occupations together, all from {year}"

    @message
    def statistics_of_years(self, occupations: int, first: str, last: str) -> str:
        match occupations:
            case 1:
                return "in this occupation, from {first} to {last}"
            case 2:
                return "in both occupations together, from {first} to {last}"
            case _:
                return "in {occupations:spell} occupations together, from {first} to {last}"

    @message
    def all_from(self, year: str) -> str:
        return "all from {year}"

    @message
    def from_to(self, first: str, last: str) -> str:
        return "from {first} to {last}"

    @message
    def kind_for(self, kind: Kind, names: Sequence[str]) -> str:
        match kind:
            case "reports":
                return "for {names:list}"
            case "statistics":
                return "official statistics for {names:list}"
            case _:
                return "a pay scale for {names:list}"

    @message
    def kind_for_others(self, kind: Kind) -> str:
        match kind:
            case "reports":
                return "for the others"
            case "statistics":
                return "official statistics for the others"
            case _:
                return "a pay scale for the others"

    # The medians

    @message
    def of_one(self, middle: Middle, name: str, amount: str) -> str:
        match middle:
            case "median":
                return "The median for {name} is {amount}."
            case "middle":
                return "The middle for {name} is {amount}."
            case _:
                return "The middle of the pay scale for {name} is {amount}."

    @message
    def of_each(self, middle: Middle, amounts: Sequence[str]) -> str:
        match middle:
            case "median":
                return "The median is {amounts:list}."
            case "middle":
                return "The middle is {amounts:list}."
            case _:
                return "The middle of the pay scale is {amounts:list}."

    @message
    def amount_for(self, amount: str, name: str) -> str:
        return "{amount} for {name}"

    @message
    def of_both(self, middle: Middle, amount: str) -> str:
        match middle:
            case "median":
                return "The median is {amount} for both jobs."
            case "middle":
                return "The middle is {amount} for both jobs."
            case _:
                return "The middle of the pay scale is {amount} for both jobs."

    @message
    def of_two(self, middle: Middle, first: str, second: str) -> str:
        match middle:
            case "median":
                return "The median is {first} for one job and {second} for the other."
            case "middle":
                return "The middle is {first} for one job and {second} for the other."
            case _:
                return "The middle of the pay scale is {first} for one job and {second} for the other."

    @message
    def of_many(self, middle: Middle, low: str, lowest: str, high: str, highest: str) -> str:
        match middle:
            case "median":
                return "Medians run from {low} ({lowest}) to {high} ({highest})."
            case "middle":
                return "The middles run from {low} ({lowest}) to {high} ({highest})."
            case _:
                return "The middles of the scales run from {low} ({lowest}) to {high} ({highest})."

    # The same, where few reports are all that there is

    @message
    def of_one_few(self, name: str, amount: str, reports: int) -> str:
        match reports:
            case 1:
                return "The median for {name} is {amount}, but only 1 report stands behind it."
            case _:
                return "The median for {name} is {amount}, but only {reports} reports stand behind it."

    @message
    def of_each_few(self, amounts: Sequence[str], reports: int, jobs: int) -> str:
        match jobs:
            case 2:
                return "The median is {amounts:list}, but only {reports} reports stand behind the two."
            case _:
                return "The median is {amounts:list}, but only {reports} reports stand behind them."

    @message
    def of_both_few(self, amount: str, reports: int) -> str:
        return "The median is {amount} for both jobs, but only {reports} reports stand behind the two."

    @message
    def of_two_few(self, first: str, second: str, reports: int) -> str:
        return (
            "The median is {first} for one job and {second} for the other, "
            "but only {reports} reports stand behind the two."
        )

    @message
    def of_many_few(self, low: str, lowest: str, high: str, highest: str, reports: int) -> str:
        return "Medians run from {low} ({lowest}) to {high} ({highest}), but only {reports} reports stand behind them."

    # How far they carry

    @message
    def few_for(self, bars: int, names: Sequence[str]) -> str:
        match bars:
            case 1:
                return "Few reports stand behind {names:list}: read that bar with care."
            case _:
                return "Few reports stand behind {names:list}: read those bars with care."

    @message
    def darker_part(self, basis: Literal["reports", "statistics", "other"]) -> str:
        match basis:
            case "reports":
                return "Half of all reports lie in the darker part of each bar."
            case "statistics":
                return "Half of all jobs lie in the darker part of each bar."
            case _:
                return "The middle half of the scale is the darker part of each bar."

    # Why figures are not ranked against each other

    @message
    def stands_for(self, kind: Kind | Literal["few"], names: Sequence[str]) -> str:
        match kind:
            case "reports":
                return "What people reported of themselves stands for {names:list}."
            case "few":
                return "What only a few people reported of themselves stands for {names:list}."
            case "statistics":
                return "Official statistics stand for {names:list}."
            case _:
                return "A pay scale stands for {names:list}."

    @message
    def stands_for_others(self, kind: Kind | Literal["few"]) -> str:
        match kind:
            case "reports":
                return "What people reported of themselves stands for the others."
            case "few":
                return "What only a few people reported of themselves stands for the others."
            case "statistics":
                return "Official statistics stand for the others."
            case _:
                return "A pay scale stands for the others."

    @message
    def counted_differently(self, ways: int) -> str:
        return "The {ways:spell} are counted in different ways."

    @message
    def of_different_years(self, years: Sequence[str]) -> str:
        return "The figures are of different years ({years:commas})."

    @message
    def from_different_places(self, places: Sequence[str]) -> str:
        return "The figures are from different places ({places:semicolons})."

    @message
    def of_different_years_and_places(self, years: Sequence[str], places: Sequence[str]) -> str:
        return "The figures are of different years ({years:commas}) and from different places ({places:semicolons})."

    @message
    def beside_not_against(self) -> str:
        return "Read them beside each other, not against each other."

    @message
    def or_more(self) -> str:
        return "“Or more” means that nobody says how much more, so these figures rank nothing."
