"""The media types of what lies in a site. A test compares them with what the audit lets in."""

from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, tuple[str, ...]] = {
    "application/atom+xml": ("atom",),
    "application/geo+json": ("geojson",),
    "application/gzip": ("gz",),
    "application/json": ("json",),
    "application/jsonl": ("jsonl",),
    "application/ld+json": ("jsonld",),
    "application/manifest+json": ("webmanifest",),
    # Pagefind's script unpacks them itself.
    "application/octet-stream": ("pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"),
    "application/pdf": ("pdf",),
    "application/rdf+xml": ("rdf",),
    "application/rss+xml": ("rss",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/wasm": ("wasm",),
    "application/xml": ("xml",),
    "application/zip": ("zip",),
    "font/woff": ("woff",),
    "font/woff2": ("woff2",),
    "image/avif": ("avif",),
    "image/jpeg": ("jpeg", "jpg"),
    "image/png": ("png",),
    "image/svg+xml": ("svg",),
    "image/webp": ("webp",),
    "image/x-icon": ("ico",),
    "text/calendar": ("ics",),
    "text/css": ("css",),
    "text/csv": ("csv",),
    "text/html": ("html",),
    "text/javascript": ("js", "mjs"),
    "text/markdown": ("md",),
    "text/plain": ("txt",),
    "text/turtle": ("ttl",),
}
# nginx packs and marks text/html of its own accord. JSON and XML say themselves how they are written.
WITH_CHARSET = tuple(name for name in TYPES if name.startswith("text/") and name != "text/html")
PACKED = (
    *WITH_CHARSET,
    *(name for name in TYPES if name.endswith(("json", "xml", "jsonl"))),
)
