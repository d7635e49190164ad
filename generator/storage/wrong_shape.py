"""A text where a list should stand, keys where a text should stand, a word that is not allowed."""

from __future__ import annotations

from generator.storage.near import guess, lacks_space
from generator.storage.nodes import ListNode, MapNode, Node, ScalarNode
from generator.storage.shapes import takes_list, takes_mapping, words
from generator.words.swedish import listed


def fits(node: Node, shapes: tuple[object, ...]) -> bool:
    """Whether one of the shapes takes a node of this kind; its content may still be wrong."""
    if isinstance(node, ListNode):
        return takes_list(shapes)
    if isinstance(node, MapNode):
        return takes_mapping(shapes)
    return node.text in words(shapes)


def wrong_shape(node: Node, shapes: tuple[object, ...]) -> tuple[str, str, str]:
    """Rule, message and advice for a node that none of the shapes takes."""
    allowed = words(shapes)
    if allowed:
        or_list = " Eller skriv en lista: [ett, två]." if takes_list(shapes) else ""
        near = guess(node.text, allowed) if isinstance(node, ScalarNode) else ""
        message = (
            "Ordet går inte att använda här." if isinstance(node, ScalarNode) else "Här ska ett ord stå."
        )
        return "ord-okant", message, f"{near} Skriv {listed(allowed, 'eller')}.{or_list}".strip()
    if takes_list(shapes):
        advice = "Skriv [ett, två], eller varje värde på en egen rad med bindestreck först."
        return "varde-ingen-lista", "Här ska det stå en lista.", advice
    if takes_mapping(shapes):
        advice = "Skriv nycklarna på egna rader under den här, med två mellanslags indrag."
        if isinstance(node, ScalarNode) and lacks_space(node.text):
            advice = "Det kan saknas ett mellanslag efter ett kolon."
        return "varde-inga-nycklar", "Här ska det stå nycklar med värden.", advice
    return "varde-ingen-text", "Här ska det stå en text.", "Skriv värdet på en rad."
