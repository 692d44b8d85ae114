"""What an author writes: files in, validated model out.

`load` is the stage; `schema` says what is allowed; `yaml_tree` reads, `library` finds, `references` and
`problems` say what is wrong, `selection` picks what belongs into a guide, `check` looks at everything.
"""
