"""Swedish words that stand in every text and that nobody searches for."""

from __future__ import annotations

SMALL_WORDS = frozenset(
    """
    alla allt andra annan annat att av bara bland blev bli blir både de dem den denna deras dess dessa
    det detta dig din dina dit ditt du där därför då efter eller en ett finns flera fram från får för
    före ge genom ger gör göra ha hade han har hela hennes hon hos hur här i in inga ingen inget inom
    inte ja jag kan kommer kunna man med mellan men mer mot mycket många måste ni nu när någon något
    några och också olika om på samma sin sina sitt själv ska skall som så sådan sådana till tre två
    under upp ur ut utan vad var vara varit varje vi vid vilka vilken vilket vill än är även åt över
    """.split()  # noqa: SIM905 - a word a line would fill the module
)
