"""A document → a draft record, and a finding for each doubt. Pure: the caller opens and writes files."""
