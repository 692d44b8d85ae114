"""Page designs of a guide, one per kind of section; and those that fill up a booklet."""

from __future__ import annotations

from collections.abc import Callable

from guidebuild.compose.document import Section, SectionKind
from guidebuild.typeset.pages.compare import lay_compare, lay_skills
from guidebuild.typeset.pages.contents import lay_contents
from guidebuild.typeset.pages.cover import lay_back, lay_cover
from guidebuild.typeset.pages.glance import lay_glance
from guidebuild.typeset.pages.jobs import lay_fit, lay_jobs
from guidebuild.typeset.pages.pay import lay_pay
from guidebuild.typeset.pages.profile import lay_profile
from guidebuild.typeset.pages.reference import lay_glossary, lay_sources
from guidebuild.typeset.pages.tips import lay_questions, lay_tips
from guidebuild.typeset.pages.worksheets import lay_notes, lay_people, lay_weeks
from guidebuild.typeset.setting import Setting

Designs = dict[SectionKind, Callable[[Setting, Section], None]]
DESIGNS: Designs = {
    "cover": lay_cover,
    "contents": lay_contents,
    "glance": lay_glance,
    "profile": lay_profile,
    "compare": lay_compare,
    "skills": lay_skills,
    "pay": lay_pay,
    "jobs": lay_jobs,
    "fit": lay_fit,
    "tips": lay_tips,
    "questions": lay_questions,
    "glossary": lay_glossary,
    "sources": lay_sources,
    "back": lay_back,
}
FILLING: Designs = {"people": lay_people, "weeks": lay_weeks, "notes": lay_notes}  # pages of a booklet
