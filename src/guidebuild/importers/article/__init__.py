"""A comparison article, saved as text, Markdown or HTML, as roles, tips, jobs and a guide.

    formats     bytes -> Blocks: headings, paragraphs, items of lists, rows of tables, each with its lines
    debris      what the web site put around the article is marked
    names       the roles: from the title, the headings, and how they are called in running text
    openings    featured jobs are taken out
    outline     headings are told from other lines; every other block becomes Passages: topic, roles, words
    skills, education, tools, industries, outlook, tips   passages -> facts of a role, as YAML will hold them
    draft       all of it put together; `read` is the way in

Comes in: the bytes of a file. Goes out: a `Draft`. Refuses: what is no text, and text in which no role can be found.
Nothing is lost without a word: every block is placed, or dropped and listed, or reported as not placed.
"""

from guidebuild.importers.article.draft import Given, read

__all__ = ["Given", "read"]
