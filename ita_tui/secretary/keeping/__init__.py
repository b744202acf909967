"""An opened data folder under the secretary's hands: what is kept, taken back, and found again."""
