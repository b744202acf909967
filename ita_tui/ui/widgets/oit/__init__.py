"""How the OIT items are drawn: as a table, as a card."""
