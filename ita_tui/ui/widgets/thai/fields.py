"""Text widgets for Thai: one letter is what a reader sees, one word is what a reader reads.

Whatever comes in, by key, paste or program, passes `clean`; the cursor stands only between clusters, and no
style begins or ends inside one. Backspace takes one code point, the Thai convention.
"""

from ita_tui.ui.widgets.thai.area import ThaiTextArea
from ita_tui.ui.widgets.thai.line import ThaiInput

__all__ = ["ThaiInput", "ThaiTextArea"]
