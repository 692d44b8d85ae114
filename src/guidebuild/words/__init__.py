"""Every word that the program prints of its own, by language: messages with their ids, and numbers, money and dates.

Comes in: plain values, and authors' words as they are. Goes out: whole sentences. `Words` holds the messages of each
part of a guide; the plan of a guide gives them to the composers.

    form      what a message is, and how its arguments are told
    appendix, aptitude, booklet, cover, fit, page, pay, titles   messages of these parts of a guide
    english   our own words as the locale spells them, figures, signs of currencies
    numbers   numbers, money, dates and lists
"""

from __future__ import annotations

from dataclasses import dataclass, field

from guidebuild.words.appendix import AppendixWords
from guidebuild.words.aptitude import AptitudeWords
from guidebuild.words.booklet import BookletWords
from guidebuild.words.cover import CoverWords
from guidebuild.words.fit import FitWords
from guidebuild.words.page import PageWords
from guidebuild.words.pay import PayWords
from guidebuild.words.titles import TitleWords


@dataclass(frozen=True, slots=True)
class Words:
    """The messages of a guide, by its parts."""

    appendix: AppendixWords = field(default_factory=AppendixWords)
    aptitude: AptitudeWords = field(default_factory=AptitudeWords)
    booklet: BookletWords = field(default_factory=BookletWords)
    cover: CoverWords = field(default_factory=CoverWords)
    fit: FitWords = field(default_factory=FitWords)
    page: PageWords = field(default_factory=PageWords)
    pay: PayWords = field(default_factory=PayWords)
    titles: TitleWords = field(default_factory=TitleWords)


ENGLISH = Words()
