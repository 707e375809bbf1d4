"""Launches the tool from a checkout: `python cli.py COMMAND`."""

from translator.commands import main

if __name__ == "__main__":
    main()
