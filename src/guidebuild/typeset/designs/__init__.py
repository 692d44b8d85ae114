"""Designs of blocks that more than one kind of page has; they know nothing of pages.

running      how a block finds its design; running text in a column
asides       facts, asides and callouts beside the text
cards        heads and facts of cards
covers       what stands on the band of a cover or a sheet
forms        lines to write on
lists        duties, skills, terms, bullets
notes        notes and small print
openings     cards of openings and their salaries
reading      terms, and further reading with codes
ticks        boxes and circles to tick
wayfinding   the list of contents, steps of reading, the key to the marks
"""
