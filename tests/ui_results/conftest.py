"""The app on a fresh copy of the sample, as the tests of the meeting room have it."""

from tests.ui_live.conftest import app, clock

__all__ = ["app", "clock"]
