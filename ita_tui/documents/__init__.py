"""Facts and wording become blocks, and blocks become PDF, DOCX, HTML and Markdown."""
