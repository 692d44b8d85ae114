"""`python -m guidebuild` is the `guidebuild` command."""

from guidebuild.cli import main

if __name__ == "__main__":
    main()
