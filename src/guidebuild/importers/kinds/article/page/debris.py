"""What a web site puts around an article, told from its words.

Comes in: the words of one block. Goes out: what it is ("a share bar", "the reading time"), or "". Refuses: long text: a
paragraph is debris only where it begins as no article does ("We use cookies ...").
"""

from __future__ import annotations

import datetime as dt
import re

SHARE_BAR = "a share bar"
OF_THE_SITE = "a line of the web site"
READING_TIME = "the reading time"
PATH = "a path through the site"
LONGEST = 140
LONGEST_BOX = 400

_DAY = r"""(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|
    \d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"""
# Of the whole of a short line.
_LINES: tuple[tuple[str, str], ...] = (
    (READING_TIME, r"(?:\S+ ){0,8}?\d+[ -]?min(?:ute)?s?\.? read(?:ing time)?\b.{0,60}|"
        r"reading time\b.{0,30}|\d+ min(?:ute)?s?"),
    ("a line about the author", r"""(?:by|author|(?:written|posted|reviewed|medically reviewed|edited|words) by|
        contributor)[:\s]+(?-i:[A-Z]).{0,80}"""),
    ("a date", rf"""(?:(?:last )?(?:updated|modified|reviewed|published|posted)(?: on)?|date)?:? ?
        (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DAY}(?: (?:at )?\d{{1,2}}:\d{{2}}.{{0,12}}|
        ,? by .{{1,60}}| in \w[\w &]{{1,30}})?"""),
    (OF_THE_SITE, r"""(?:un)?follow(?:ing|ed)?|[\d.,]+ ?[km]? (?:followers?|
        following|subscribers?|reactions?|reposts?|upvotes?|connections|members)|member[- ]only story|listen|
        follow (?:me |us )?for more.{0,40}|
        open in app(?:\W+(?:sign|log|get).{0,30})?|text to speech|
        (?:write|get the app|upgrade|status|press|site ?map|top highlight|story saved|see all responses|
        see all from .{1,40}|published in .{1,60}|written by)|what (?:would you add|do you think)\b.{0,80}|
        (?:comment|tell me|let me know) (?:below|in the comments).{0,40}|(?:follow|connect with) me\b.{0,80}|
        (?:♻️? ?)?repost (?:this|if|to)\b.{0,60}|(?:see|read) (?:the )?(?:translation|full (?:story|article))"""),
    ("tags", r"\w{2,}(?:,? +#\w{2,})+"),
    ("related articles", r"(?:related|see also|read (?:also|next|more)|also read|you (?:may|might) (?:also )?like|"
        r"(?:related|recommended|more) (?:articles?|posts?|reading|stories))\s*[:»›]\s.{2,130}"),
    ("advertising", r"""advertis(?:ement|ing)s?|advert|sponsored(?: content| by.{0,60})?|ad|ads by.{0,40}|
        promoted.{0,40}|paid (?:content|partnership).{0,40}|(?:story|article) continues.{0,60}"""),
    (OF_THE_SITE, r"""skip to (?:main )?content\b.{0,80}|back to (?:the )?top|scroll to top|menu|search|log ?in|
        sign ?(?:in|up|out)|register|subscribe(?: now)?|my account|home|close|open menu|toggle navigation|main menu|
        loading\W*|(?:read|show|load) more|(?:see|view) (?:more|all)|click here.{0,40}|learn more|
        continue reading.{0,60}|next|previous|(?:next|previous) (?:post|article).{0,80}|previous ?[:»›].{0,100}|
        download (?:the )?(?:app|
        pdf).{0,40}|
        accept(?: all)?(?: cookies)?|decline|reject all|got it|manage preferences|.{0,60}all rights reserved.{0,40}|
        privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions))?|contact(?: us)?|about us|
        privacy policy\W+.{0,80}|advertise with us|help|blog|print this page.{0,20}|listen to (?:this )?article.{0,20}|
        report (?:this )?(?:ad|article).{0,20}|was this (?:article|page) helpful\b.{0,20}|yes|no|rate this.{0,40}|
        \d+ ?(?:comments?|views?|shares?|claps?|likes?|reads?)"""),
    ("tags", r"(?:tags?|categor(?:y|ies)|filed under|topics|labels|posted in|keywords)\s*:.{0,200}"),
    ("the line of a picture", r"""(?:photo|image|picture|illustration|photograph)(?: credits?)?\s?(?::|by|
        from|via|©)\s?.{0,100}|
        (?:credits?|getty images|shutterstock|unsplash)\s?:?.{0,60}"""),
    ("a link to salary tables", r"""view salary (?:info|information|insights|data)\b.{0,120}|
        (?:see|check|explore|compare) (?:the )?(?:full )?salar(?:y|ies)\b.{0,100}"""),
)  # fmt: skip
# Of the beginning of a line or a short paragraph.
_BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("a cookie notice", r"""(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking))\b
        .{0,100}\bcookies?\b"""),
    ("a newsletter box", r"""(?:sign up|subscribe|join)\b.{0,120}\b(?:newsletter|inbox|mailing list|
        subscribers|e-?mail)\b|
        (?:get|receive)\b.{0,100}\b(?:in|to) your inbox|enter your e-?mail|
        join (?:over )?[\d,]+.{0,20} (?:readers|subscribers)"""),
    ("a newsletter box", r"subscribe to [^.,:]{2,60}$"),
    ("a copyright line", r"(?:©|\(c\)|copyright)\s.{0,200}"),
    ("a disclosure", r"""this (?:post|article|page) (?:may )?contains? (?:affiliate|sponsored)|
        disclosure\s*:|disclaimer\s*:|
        as an amazon associate|we may earn|this content was (?:sponsored|paid)"""),
    ("a line about the author", r"""(?-i:(?:[A-Z][\w.’'-]+ ){1,3})(?:is|was) an? (?:[\w-]+ ){0,4}
        (?:writer|journalist|editor|blogger|columnist|reporter|copywriter)\b"""),
    ("an invitation", r"""(?:(?:take|try|explore|discover) our|follow us|like us|download our|check out our|visit our|
        browse our|
        don’t forget to (?:share|subscribe)|
        if you (?:liked|enjoyed) this|have (?:any )?(?:questions|thoughts).{0,60}comments?|let us know in the comments|
        share your (?:thoughts|experience)|enjoyed this)\b"""),
)  # fmt: skip


def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns are broken over lines where the code is; ones that are to match as lines begin have no blank there."""
    joined = ((reason, "".join(line.strip() for line in text.split("\n"))) for reason, text in table)
    return tuple((reason, re.compile(text, re.IGNORECASE)) for reason, text in joined)


_WHOLE, _OPENING = _compiled(_LINES), _compiled(_BEGINNINGS)
_SHARING = frozenset(
    """share shares shared tweet pin email mail print save like likes clap claps facebook twitter x linkedin whatsapp
    reddit pinterest telegram instagram youtube copy link url bookmark threads mastodon bluesky flipboard pocket views
    view comments comment this article post page story on via to and or by follow us now it with friends e k sms
    messenger tumblr repost reposts reaction reactions send reply replies m
    """.split()  # noqa: SIM905 -- as above, words are read more easily without quotes
)
_SURELY_SHARING = frozenset(
    ("share", "shares", "tweet", "facebook", "twitter", "linkedin", "whatsapp", "reddit", "pinterest", "telegram",
     "instagram", "youtube", "bookmark", "flipboard", "clap", "claps", "repost", "reposts", "reaction",
     "reactions")
)  # fmt: skip
_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+")
_COUNT = re.compile(r"\d[\d.,]*(?: ?[KkMm])?")  # "1.2K": money and percentages have signs
_PICTURE = re.compile(r"^[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\s*")
_STEP = re.compile(r"\s[›»>→]\s")
_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    re.compile(r"\b(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"),
    re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})\b"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:\b|T)"),
)


def debris_of(text: str) -> str:
    """What the block is, if it belongs to the site and not to the article; else ""."""
    words = " ".join(text.replace("'", "’").split())
    if len(words) <= LONGEST:
        bare = _EDGES.sub("", words)
        if _is_share_bar(bare):
            return SHARE_BAR
        if _COUNT.fullmatch(_PICTURE.sub("", words)):
            return "a bare count"
        parts = [part for part in _BETWEEN.split(words) if part.strip()]
        if len(parts) > 1 and all(map(debris_of, parts)):
            return debris_of(parts[0])
        if _is_path(words):
            return PATH
        for reason, pattern in _WHOLE:
            if pattern.fullmatch(bare):
                return reason
    if len(words) <= LONGEST_BOX:
        for reason, pattern in _OPENING:
            if pattern.match(words):
                return reason
    return ""


def _is_share_bar(words: str) -> bool:
    tokens = re.findall(r"[a-z]+", words.casefold())
    return all(token in _SHARING for token in tokens) and any(token in _SURELY_SHARING for token in tokens)


def is_weakly_shared(words: str) -> bool:
    """Whether nothing but words of share bars is there, though none that is at home only there."""
    tokens = re.findall(r"[a-z]+", words.casefold())
    return len(words) <= LONGEST and all(token in _SHARING for token in tokens)


def _is_path(words: str) -> bool:
    """ "Home > Careers > Nursing"."""
    steps = _STEP.split(words)
    return len(steps) > 2 or (len(steps) > 1 and steps[0].strip().casefold() == "home")


def date_in(text: str) -> dt.date | None:
    """The first full date that a line names; days and months in figures alone are not guessed."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = match["month"].casefold()
            known = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else 0
            try:
                return dt.date(
                    int(match["year"]), int(month) if month.isdigit() else known, int(match["day"])
                )
            except ValueError:
                continue
    return None
