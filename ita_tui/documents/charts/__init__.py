"""Charts as drawings that every format paints alike, and as pictures for formats that cannot draw."""
