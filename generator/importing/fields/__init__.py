"""What stands in a section → keys of the record, and the doubts about it."""
