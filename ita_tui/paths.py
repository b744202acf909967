"""Where the files that came with the program lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return the folder `name`: beside the package in a checkout, `_name` inside it in a wheel."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """Return the folder of wording, layouts, DOCX templates and fonts."""
    return _shipped("templates")


def sample_data() -> Path:
    """Return the folder of the sample: one body and its meetings as plain files."""
    return _shipped("sample_data")
