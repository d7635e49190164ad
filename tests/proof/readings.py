"""Where the gate reads a rule wider than the oracle would, until somebody decides.

The oracle takes the narrower reading. For each word here it follows the gate instead, so that every other
fact is still compared. Whoever makes the gate narrower takes the word away, and the oracle's branch with it.
"""

WIDER = {
    "intake before the start": "A last intake before the decided start, or without one, is shown.",
    "intake and secret time": "A last intake is shown when the end is secret, and tells how late it is.",
    "months begin early": "What begins in a month holds from its first day: publication, consent.",
    "months of decisions": "A grant known to the month is newer than a word against it of that month.",
    "status with an open side": "`pågående` is said when the decided start or end is not known.",
    "budget year of the decision": "Without a decided end the budget year is that of the decision.",
    "tombstone after the window": "A tombstone stands where the window had closed, or not opened for sure.",
    "budget years after the end": "A newer grant ends the time sooner; the budget's years after it stay.",
    "replaced grants return": "A grant that lost its place to another counts again when that one loses its.",
}


def wider(question: str) -> bool:
    """Whether the gate's wider reading of the question is followed."""
    return question in WIDER
