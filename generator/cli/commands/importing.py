"""`insats import`: an application form becomes a draft record, with every doubt said."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_format, add_sources, today
from generator.cli.output import as_json, finding_data, no_answer
from generator.importing.readers.interface import UnreadableError
from generator.publish.importing import (
    Imported,
    NoFormError,
    UnknownKindError,
    UnknownTermsError,
    import_document,
    read_document,
    write_draft,
)
from generator.storage.folders import shown
from generator.words.swedish import did_you_mean, listed


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL", help="ansökan: docx, pdf, txt eller md")
    add_sources(parser)
    parser.add_argument("--terms", metavar="ID", help="blanketten; annars den som liknar mest")
    parser.add_argument("--out", type=Path, metavar="FIL", help="i stället för posternas mapp")
    add_format(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    imported = _imported(arguments)
    if imported.text is None:
        return no_answer(imported.doubts, arguments.format, "Inget är skrivet.")
    out: Path = arguments.out or (arguments.content / "insatser" / imported.folder / f"{imported.slug}.yml")
    try:
        schemas = write_draft(imported.text, out, arguments.config)
    except FileExistsError as error:
        advice = "Inget är skrivet. Välj en annan fil med --out, eller ta bort den som finns."
        raise WrongUseError(f"Det finns redan en fil {shown(out)}. {advice}") from error
    _tell(imported, out, arguments.format)
    if Path.cwd() in arguments.file.absolute().parents:
        print("Ansökan ligger i projektets mapp. Flytta den: den ska inte hamna i Git.", file=sys.stderr)
    if schemas:
        print(f"Skrev också hjälp till redigeraren i mappen {shown(schemas[0].parent)}.", file=sys.stderr)
    return Exit.FINDINGS if imported.doubts else Exit.FINE


def _imported(arguments: argparse.Namespace) -> Imported:
    source: Path = arguments.file
    if not source.is_file():
        raise WrongUseError(f"Filen {shown(source)} finns inte.")
    try:
        return import_document(read_document(source), arguments.config, arguments.terms, today())
    except UnknownTermsError as error:
        near = did_you_mean(arguments.terms, error.known)
        known = f"Menade du {near}?" if near else f"Välj {listed(error.known, 'eller')}."
        raise WrongUseError(f"Ingen blankett i formular/ hör till de villkoren. {known}") from error
    except UnknownKindError as error:
        saved = " Spara om den som .docx i Word." if source.suffix.casefold() == ".doc" else ""
        raise WrongUseError(
            f"Den sortens fil går inte att läsa. Välj {listed(error.known, 'eller')}.{saved}"
        ) from error
    except UnreadableError as error:
        raise WrongUseError(f"{shown(source)}: {error}") from error
    except NoFormError as error:
        advice = "Välj blankett med --terms, eller beskriv den i site_config/formular/."
        raise WrongUseError(f"Dokumentet liknar ingen känd blankett. {advice}") from error


def _tell(imported: Imported, out: Path, output_format: str) -> None:
    if output_format == "json":
        answer = {
            "fil": shown(out),
            "formulär": imported.terms,
            "anmärkningar": [finding_data(one) for one in imported.doubts],
            "utelämnat": [finding_data(one) for one in imported.left_out],
            "blankettens_egna_stycken": imported.form_text,
        }
        print(as_json(answer))
    else:
        for finding in (*imported.left_out, *imported.doubts):
            print(finding)
    chosen = "Blanketten liknar mest" if imported.chosen else "Blankett:"
    print(f"{chosen} {imported.terms}. Utkastet är skrivet till {shown(out)}.", file=sys.stderr)
    own = imported.form_text
    print(f"Av dokumentets stycken är {own} blankettens egen text, och inte med.", file=sys.stderr)
    count = len(imported.doubts)
    told = "en sak" if count == 1 else f"{count} saker"
    print(f"Se efter {told}, och kör sedan insats check." if count else "Inget är tveksamt.", file=sys.stderr)
    print("Sidan som den skulle bli: insats serve, och Visa utkast överst på sidan.", file=sys.stderr)


COMMAND = Command("import", "Läs in en ansökan som utkast till en post.", _configure, _run)
