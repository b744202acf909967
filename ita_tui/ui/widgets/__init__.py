"""Widgets of our own, each usable on any screen."""
