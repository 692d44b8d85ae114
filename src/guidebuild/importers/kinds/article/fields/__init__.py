"""Words of an article as values of one field of a role: skills, education, tools, duties, outlook."""
