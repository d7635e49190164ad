"""How much of one file is read, and how much is said about it.

A record has at most six levels and some two hundred values; the largest of the real forms is 60 KB.
"""

LARGEST_FILE = 1 << 20  # bytes
DEEPEST = 20  # lists and mappings inside each other
MOST_NODES = 20_000
# Nobody mends more at a time, and near misses for 20,000 unknown keys would take minutes.
MOST_FINDINGS = 100
