"""What robots and those who find a hole ask a site for: robots.txt and security.txt (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.interface import Export, File, Release


def _files(release: Release) -> Iterator[File]:
    site = release.catalogue.site
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n".encode()
    # One that has expired tells whoever reads it not to trust it (RFC 9116 § 2.5.5).
    if site.security is not None and site.security.expires > release.catalogue.day:
        lines = (
            f"Contact: {site.security.contact}",
            f"Expires: {site.security.expires.isoformat()}T00:00:00Z",
            "Preferred-Languages: sv, en",
            f"Canonical: {site.url}.well-known/security.txt",
        )
        text = ("\n".join(lines) + "\n").encode()
        yield ".well-known/security.txt", text
        yield "security.txt", text  # a host may leave out what begins with a dot


EXPORT = Export(
    name="robots",
    title="robots.txt och security.txt",
    text="För sökmotorer, och för den som hittar en säkerhetsbrist.",
    shown=(),
    files=_files,
)
