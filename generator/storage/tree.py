"""YAML text → tree of texts with positions, from the parser's events and with a stack of its own.

PyYAML's composer is never used: in C it recurses and crashes the process at a nesting of 40,000,
and its constructors turn 0305 into 197 and let the last of two equal keys win.
"""

from __future__ import annotations

import yaml

from generator.storage.broken import explain
from generator.storage.builder import Builder, Stop
from generator.storage.decode import decode
from generator.storage.nodes import Node
from generator.words.findings import Finding, Position

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(data: bytes, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """A file's bytes → its tree and what is wrong with its YAML. Total: never raises.

    The tree is None when the file is empty or cannot be read to its end. A refused alias stands in
    the tree as an empty text; the value of a refused key is not in it.
    """
    text = decode(data, file)
    if isinstance(text, Finding):
        return None, (text,)
    builder = Builder(file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except Stop:
        return None, tuple(builder.findings)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, (*builder.findings, explain(error, text, file))
    if builder.root is None and not builder.findings:
        advice = "Fyll i den eller ta bort den."
        return None, (Finding(file, Position(1, 1), "fil-tom", "Filen är tom.", advice),)
    return builder.root, tuple(builder.findings)
