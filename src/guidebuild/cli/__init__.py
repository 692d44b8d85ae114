"""The `guidebuild` command: one module per subcommand. The only package that prints, writes PDFs or exits.

`main` is the entry point; `program` the click group. Nothing heavy is imported before a command runs.
"""

from guidebuild.cli.entry import main, program

__all__ = ["main", "program"]
