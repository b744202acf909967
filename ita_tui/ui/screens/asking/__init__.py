"""Boxes over a screen: a question, a choice, a form."""
