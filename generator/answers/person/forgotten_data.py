"""What was taken out about a person, as data for programs. Says no value of the person's."""

from __future__ import annotations

from pydantic import JsonValue

from generator.answers.person.forgotten import Forgotten
from generator.answers.person.holdings_data import mention_data, place_data


def as_data(forgotten: Forgotten) -> JsonValue:
    """`ändrat` tells whether files were written. Lines of `nämnd` are counted after the change."""
    memory = forgotten.history
    history: JsonValue = None
    if memory is not None:
        history = [{"commit": row.commit, "dag": row.day.isoformat(), "fil": row.file} for row in memory.rows]
    return {
        "ändrat": forgotten.written and bool(forgotten.taken),
        "borttaget": [
            {
                "fil": one.file,
                "rad": one.line,
                "nummer": one.number,
                "roll": one.role,
                "nycklar": list(one.keys),
            }
            for one in forgotten.taken
        ],
        "sökt": forgotten.searched,
        "nämnd": [mention_data(one) for one in forgotten.mentions],
        "möjligen_samma_person": [place_data(file, line) for file, line in forgotten.possible],
        "historik": history,
        "historiken_är_hel": memory is None or memory.whole,
    }
