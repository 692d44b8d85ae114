"""The titles of sections: each states a finding, without a full stop."""

from __future__ import annotations

from typing import Literal

from guidebuild.words.form import Messages, message

Listing = Literal["part", "whole"]
"""Whether the lists that are compared are known to be a part of what there is."""
Near = Literal["near", "own"]
"""Whether openings are for other titles than those of the guide's roles, or for theirs."""
Basis = Literal["reports", "statistics", "scale", "mixed"]


class TitleWords(Messages):
    # At a glance

    @message
    def one_line_each(self, roles: int) -> str:
        return "{roles:start} jobs, one line each"

    @message
    def side_by_side(self, roles: int) -> str:
        return "{roles:start} jobs side by side"

    @message
    def essences_of_two(self, first: str, second: str) -> str:
        return "One {first}, the other {second}"

    @message
    def essences_of_three(self, first: str, second: str, third: str) -> str:
        return "One {first}, one {second}, one {third}"

    # The comparison

    @message
    def other_days(self, start: Literal["same", "common"]) -> str:
        match start:
            case "same":
                return "Same starting point, different day’s work"
            case _:
                return "A common starting point, different day’s work"

    @message
    def no_line_the_same(self) -> str:
        return "No line reads the same"

    @message
    def lines_the_same(self, shared: int, lines: int) -> str:
        match shared:
            case 1:
                return "{shared:start} of {lines:spell} lines reads the same"
            case _:
                return "{shared:start} of {lines:spell} lines read the same"

    @message
    def the_one_line(self) -> str:
        return "The one line reads the same"

    # Skills

    @message
    def all_skills_shared(self, skills: int, listing: Listing) -> str:
        match skills:
            case 1:
                return "The one skill listed is shared"
            case _:
                match listing:
                    case "part":
                        return "All {skills:spell} skills listed are shared"
                    case _:
                        return "All {skills:spell} skills are shared"

    @message
    def no_skill_shared(self, listing: Listing) -> str:
        match listing:
            case "part":
                return "No skill listed is shared"
            case _:
                return "No skill is shared"

    @message
    def skills_shared(self, common: int, skills: int, listing: Listing) -> str:
        match listing:
            case "part":
                match common:
                    case 1:
                        return "{common:start} of {skills:spell} skills listed is shared"
                    case _:
                        return "{common:start} of {skills:spell} skills listed are shared"
            case _:
                match common:
                    case 1:
                        return "{common:start} of {skills:spell} skills is shared"
                    case _:
                        return "{common:start} of {skills:spell} skills are shared"

    @message
    def skills_of_all(self, common: int, roles: int, listing: Listing) -> str:
        match listing:
            case "part":
                match common:
                    case 0:
                        return "No skill listed is common to all {roles:spell}"
                    case 1:
                        return "One skill listed is common to all {roles:spell}"
                    case _:
                        return "{common:start} skills listed are common to all {roles:spell}"
            case _:
                match common:
                    case 0:
                        return "No skill is common to all {roles:spell}"
                    case 1:
                        return "One skill is common to all {roles:spell}"
                    case _:
                        return "{common:start} skills are common to all {roles:spell}"

    @message
    def skills_of_some(self, common: int, roles: int, listing: Listing) -> str:
        match listing:
            case "part":
                match common:
                    case 0:
                        return "No skill listed is common to the {roles:spell} jobs that list any"
                    case 1:
                        return "One skill listed is common to the {roles:spell} jobs that list any"
                    case _:
                        return (
                            "{common:start} skills listed are common to the {roles:spell} jobs that list any"
                        )
            case _:
                match common:
                    case 0:
                        return "No skill is common to the {roles:spell} jobs that list any"
                    case 1:
                        return "One skill is common to the {roles:spell} jobs that list any"
                    case _:
                        return "{common:start} skills are common to the {roles:spell} jobs that list any"

    # Pay

    @message
    def too_few_reports(self) -> str:
        return "Too few reports to name a winner"

    @message
    def bars_of_few_reports(self, few: int, bars: int) -> str:
        match few:
            case 1:
                return "{few:start} of {bars:spell} bars rests on fewer than thirty reports"
            case _:
                return "{few:start} of {bars:spell} bars rest on fewer than thirty reports"

    @message
    def middle_halves_overlap(self) -> str:
        return "The middle halves overlap"

    @message
    def clear_of_other(self, title: Literal["one", "many"], name: str, other: str) -> str:
        match title:
            case "many":
                return "Pay for {name} stands clear of {other}"
            case _:
                return "{name} pay stands clear of {other}"

    @message
    def clear_of_rest(self, title: Literal["one", "many"], name: str) -> str:
        match title:
            case "many":
                return "Pay for {name} stands clear of the rest"
            case _:
                return "{name} pay stands clear of the rest"

    @message
    def no_one_clear(self) -> str:
        return "No one job stands clear of the rest"

    @message
    def not_ranked_open(self) -> str:
        return "Some figures are only known as “or more”, so not ranked"

    @message
    def not_ranked(self, reason: Literal["kinds", "years", "regions", "units"], basis: Basis) -> str:
        match basis:
            case "reports":
                match reason:
                    case "kinds":
                        return "Counted in different ways, so not ranked"
                    case "years":
                        return "Reported in different years, so not ranked"
                    case "regions":
                        return "Reported in different places, so not ranked"
                    case _:
                        return "Reported in different units, so not ranked"
            case _:
                match reason:
                    case "kinds":
                        return "Counted in different ways, so not ranked"
                    case "years":
                        return "Given for different years, so not ranked"
                    case "regions":
                        return "Given for different places, so not ranked"
                    case _:
                        return "Given in different units, so not ranked"

    @message
    def what_they_earn(self, basis: Basis) -> str:
        match basis:
            case "reports":
                return "What people reported"
            case "statistics":
                return "What people earn, in official statistics"
            case _:
                return "What the pay scale grants"

    # Openings; where some of many are printed, it is said of how many

    @message
    def openings(self, printed: int, near: Near) -> str:
        match near:
            case "near":
                match printed:
                    case 1:
                        return "One neighbouring opening"
                    case _:
                        return "{printed:start} neighbouring openings"
            case _:
                match printed:
                    case 1:
                        return "One opening"
                    case _:
                        return "{printed:start} openings"

    @message
    def openings_of(self, printed: int, every: int, near: Near) -> str:
        match near:
            case "near":
                return "{printed:start} of {every:spell} neighbouring openings"
            case _:
                return "{printed:start} of {every:spell} openings"

    @message
    def openings_some_closed(self, printed: int, closed: int, near: Near) -> str:
        match near:
            case "near":
                return "{printed:start} neighbouring openings, {closed:spell} of them closed"
            case _:
                return "{printed:start} openings, {closed:spell} of them closed"

    @message
    def openings_of_some_closed(self, printed: int, every: int, closed: int, near: Near) -> str:
        match near:
            case "near":
                return (
                    "{printed:start} of {every:spell} neighbouring openings, "
                    "{closed:spell} of the {printed:spell} closed"
                )
            case _:
                return (
                    "{printed:start} of {every:spell} openings, {closed:spell} of the {printed:spell} closed"
                )

    @message
    def openings_closed(self, printed: int, near: Near) -> str:
        match near:
            case "near":
                match printed:
                    case 1:
                        return "One neighbouring job, closed by now"
                    case _:
                        return "{printed:start} neighbouring jobs, closed by now"
            case _:
                match printed:
                    case 1:
                        return "One job, closed by now"
                    case _:
                        return "{printed:start} jobs, closed by now"

    @message
    def openings_of_closed(self, printed: int, every: int, near: Near) -> str:
        match near:
            case "near":
                return "{printed:start} of {every:spell} neighbouring jobs, closed by now"
            case _:
                return "{printed:start} of {every:spell} jobs, closed by now"

    @message
    def openings_old(self, printed: int, years: str, near: Near) -> str:
        match near:
            case "near":
                match printed:
                    case 1:
                        return "One neighbouring job, as advertised in {years}"
                    case _:
                        return "{printed:start} neighbouring jobs, as advertised in {years}"
            case _:
                match printed:
                    case 1:
                        return "One job, as advertised in {years}"
                    case _:
                        return "{printed:start} jobs, as advertised in {years}"

    @message
    def openings_of_old(self, printed: int, every: int, years: str, near: Near) -> str:
        match near:
            case "near":
                return "{printed:start} of {every:spell} neighbouring jobs, as advertised in {years}"
            case _:
                return "{printed:start} of {every:spell} jobs, as advertised in {years}"

    # The appendices

    @message
    def tips(self, tips: int) -> str:
        match tips:
            case 1:
                return "One way to get started"
            case _:
                return "{tips:start} ways to get started"

    @message
    def questions(self, questions: int) -> str:
        match questions:
            case 1:
                return "One question worth asking"
            case _:
                return "{questions:start} questions worth asking"

    @message
    def questions_at(self, questions: int, place: str) -> str:
        match questions:
            case 1:
                return "One question worth asking at {place}"
            case _:
                return "{questions:start} questions worth asking at {place}"

    @message
    def terms(self, terms: int) -> str:
        match terms:
            case 1:
                return "One term in plain words"
            case _:
                return "{terms:start} terms in plain words"
