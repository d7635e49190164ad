"""Floor 1: ids, dates with precision, money, channels, findings, vocabularies. Knows nobody."""
