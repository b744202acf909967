"""The commands, one module for what belongs together; `ita_tui.cli` puts them into one program."""
