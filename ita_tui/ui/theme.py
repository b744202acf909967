"""The two looks: light for a projector, dark for a dim room; one accent for "here", green for done."""

from textual.theme import Theme

LIGHT = Theme(
    name="ita-light",
    dark=False,
    primary="#1f5fa8",
    secondary="#5f6b76",
    accent="#b34d16",
    success="#2e7d32",
    warning="#a86b00",
    error="#b3261e",
    foreground="#1a1c1e",
    background="#fafaf5",
    surface="#ffffff",
    panel="#eceff2",
    variables={
        "footer-key-foreground": "#b34d16",
        "footer-background": "#eceff2",
        "footer-description-background": "#eceff2",
        "block-cursor-background": "#cfdfee",
        "block-cursor-foreground": "#1a1c1e",
        "block-cursor-blurred-background": "#e2e8ee",
        "text-muted": "#5f6b76",
    },
)

DARK = Theme(
    name="ita-dark",
    dark=True,
    primary="#7fb4f2",
    secondary="#8d98a3",
    accent="#f0a36b",
    success="#7ccf86",
    warning="#e5b567",
    error="#f2857c",
    foreground="#e4e7ea",
    background="#14171b",
    surface="#1a1e23",
    panel="#22272e",
    variables={
        "footer-key-foreground": "#f0a36b",
        "footer-background": "#22272e",
        "footer-description-background": "#22272e",
        "block-cursor-background": "#2f4a68",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#2a323b",
        "text-muted": "#8d98a3",
    },
)
