"""A comparison article, saved as text, Markdown or HTML, as roles, tips, jobs and a guide.

    page/      bytes -> Blocks: headings, paragraphs, items of lists, rows of tables, each with its lines; emoji at the
               beginnings of lines are bullets or ornament; what the web site put around the article is set aside
    words/     what single words tell: names of jobs and products, topics, numbers, ticks
    roles/     the roles: from the title, the headings, and how they are called in running text
    fields/    words as values of one field of a role: skills, education, tools, duties, outlook
    sections/  every block becomes Passages: topic, roles, words; featured jobs are taken out, and so is what only leads
               through the article
    tips, collect   passages -> the fields of each role, tips and leads
    entries, read   all of it as facts in the shape of the YAML; `read` is the way in

Comes in: the bytes of a file. Goes out: a `Draft`. Refuses: what is no text, and text in which no role can be found.
Nothing is lost without a word: every block is placed, or dropped and listed, or reported as not placed.
"""

from guidebuild.importers.kinds.article.read import Given, read

__all__ = ["Given", "read"]
