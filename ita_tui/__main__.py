"""`python -m ita_tui` is `ita-tui`."""

from ita_tui.cli import main

if __name__ == "__main__":
    main()
