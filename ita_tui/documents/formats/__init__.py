"""Blocks → PDF, DOCX, HTML, Markdown and plain lines; one module writes one format."""
