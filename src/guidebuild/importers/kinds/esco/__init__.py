"""The CSV release of ESCO, of 1.0 to 1.2, to roles: `read_esco`.

read         the whole import on one screen: archive -> release -> occupations -> relations -> roles
files        which file is which table in which language, and its rows
languages    which language is taken, and what is said about it
occupations  which occupations are meant
found        what the release says of them and of their skills
role         one occupation as a role; its skills in skills
release      the source entry with the acknowledgement that ESCO asks for
"""

from guidebuild.importers.kinds.esco.read import read_esco

__all__ = ["read_esco"]
