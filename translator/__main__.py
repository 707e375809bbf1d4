"""`python -m translator`: the command line tool."""

from translator.commands import main

if __name__ == "__main__":
    main()
