"""The analysis of a year's results: named rule sets, and the proposals that the secretary edits."""
