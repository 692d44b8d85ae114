"""A comparison article, saved as text, Markdown or HTML, as roles, tips, jobs and a guide.

    formats     bytes -> Blocks: headings, paragraphs, items of lists, rows of tables, each with its lines
    pictures    emoji at the beginnings of lines are bullets or ornament
    roles, names, job_words   the roles: from the title, the headings, and how they are called in running text
    openings    featured jobs are taken out
    furniture, debris    what the web site put around the article is set aside
    headings, topics     headings are told from other lines
    sections    the headings that are open
    implied     what sentences and lists are about where no heading says so
    outline     every other block becomes Passages: topic, roles, words (attribution, tables, marks)
    signposts   what only leads through the article is no content
    collect     passages -> the fields of each role (skills, education, tools, outlook), tips and leads
    entries, draft       all of it as facts in the shape of the YAML; `read` is the way in

Comes in: the bytes of a file. Goes out: a `Draft`. Refuses: what is no text, and text in which no role can be found.
Nothing is lost without a word: every block is placed, or dropped and listed, or reported as not placed.
"""

from guidebuild.importers.article.draft import Given, read

__all__ = ["Given", "read"]
