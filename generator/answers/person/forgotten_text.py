"""What was taken out about a person, as a text without any value of the person's."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from generator.answers.person.forgotten import Forgotten
from generator.answers.person.holdings_text import mention_line, possible_lines
from generator.words.swedish import listed

_WIDTH = 100
_MOST_ROWS = 200
_WITHOUT_HISTORY = """\
Så publicerar du utan historiken
  Antingen ett nytt förråd med en enda commit:
    git checkout --orphan utan-historik
    git add --all
    git commit --message "Registret utan tidigare versioner"
    git push NYTT-FÖRRÅD utan-historik:main
  Stäng eller ta sedan bort det gamla förrådet.
  Eller skriv om historiken med git filter-repo i en ny klon. Lägg det som ska bort i en fil utanför
  förrådet (personen.txt), ett skrivsätt på varje rad och sist på raden ==>borttaget. Radera filen efteråt:
    git clone --mirror --no-local FÖRRÅD omskrivet.git
    cd omskrivet.git
    git filter-repo --replace-text ../personen.txt --replace-message ../personen.txt
    git push --force --mirror FÖRRÅD
  Filers namn ändras inte av det. Heter en fil som personen behövs också --path-rename GAMMALT:NYTT.
  Det nås inte av kommandona ovan: alla kloner, också din egen, och förgreningar (forkar),
  byggserverns artefakter och cachar, säkerhetskopior, och mappen build/ på varje dator som har byggt.
  Be värden för förrådet att rensa sina cachar. Klona på nytt överallt."""
SPELLING = (
    "Skriv för- och efternamn, i vilken ordning som helst, eller hela e-postadressen eller telefonnumret."
)
_NOT_LISTED = "Ingen post har den personen i sin lista."
_BUILD = """\
Bygg sedan om varje kanal, annars står uppgifterna kvar på webbplatsen och i build/:
    insats build --channel portal
    insats build --channel forbundswebb:FÖRBUND   (en gång för varje förbund)"""


def as_text(forgotten: Forgotten) -> str:
    """Readable without knowing the program."""
    return "\n".join(_lines(forgotten)).rstrip()


def _lines(forgotten: Forgotten) -> Iterator[str]:
    yield _heading(forgotten)
    if not forgotten.taken:
        yield from _filled(SPELLING)
    if not forgotten.searched:
        return
    for one in forgotten.taken:
        yield f"  {one.file}:{one.line}  person {one.number}, {one.role}: {listed(one.keys)}"
    yield ""
    if forgotten.mentions:
        yield "Kvar för dig att läsa och ändra (raderna räknade efter ändringen)"
        for mention in forgotten.mentions:
            yield f"  {mention_line(mention)}"
    else:
        yield "Ingen text, sida eller fil i arbetsmappen nämner personen på något sätt som går att hitta."
    yield from _filled("Bilders och pdf-filers innehåll läses inte. Smeknamn och omskrivningar hittas inte.")
    yield ""
    yield from possible_lines(forgotten.possible)
    yield from _history(forgotten)
    yield ""
    yield _BUILD


def _heading(forgotten: Forgotten) -> str:
    if not forgotten.taken:
        return f"{_NOT_LISTED} Inget är ändrat."
    return "Taget ur registret" if forgotten.written else "Det här skulle tas ur registret. Inget är ändrat."


def _history(forgotten: Forgotten) -> Iterator[str]:
    memory = forgotten.history
    if memory is None:
        yield from _filled(
            "Versionshistorik (git) finns inte här. Finns den på annat håll har den allt kvar."
        )
        return
    if not memory.rows:
        yield "Versionshistoriken (git) har inget om personen."
    else:
        yield "Versionshistoriken (git) har fortfarande kvar"
        for row in memory.rows[:_MOST_ROWS]:
            yield f"  {row.commit}  {row.day}  {row.file}"
        if len(memory.rows) > _MOST_ROWS:
            yield f"  och {len(memory.rows) - _MOST_ROWS} rader till. De äldsta står först."
    if not memory.whole:
        yield "Den här kopian har inte hela historiken. Kör git fetch --unshallow och sök igen."
    if memory.rows:
        yield ""
        yield _WITHOUT_HISTORY


def _filled(text: str) -> list[str]:
    return fill(text, _WIDTH).splitlines()
