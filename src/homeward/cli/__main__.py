"""`python -m homeward.cli`: the command line without its script."""

from homeward.cli import main

if __name__ == "__main__":
    main()
