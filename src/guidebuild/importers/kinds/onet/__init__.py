"""The O*NET text release, of 20.x to 31.x, to roles: `read_onet`.

read         the whole import on one screen: archive -> release -> occupations -> rows -> roles
layout       how the tables are named, and their columns
files        which file is which table, and its rows
occupations  which occupations are meant
found        what the release says of them
role         one occupation as a role; its parts in duties, skills, tools, education, shorten
release      the source entry with the credit line
"""

from guidebuild.importers.kinds.onet.read import read_onet

__all__ = ["read_onet"]
