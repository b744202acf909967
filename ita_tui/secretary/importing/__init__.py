"""Taking in files of results, OIT items and catalogues: seen first, then done as one act."""
