"""The form's page, and the policy that it gives itself."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

from generator.records.config import FormServer

_API_HOST = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
_LOCAL = '\n<link rel="stylesheet" href="lokal.css">'
_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Formulär – {site}</title>
<link rel="icon" href="ikon.svg">{style}
</head>
<body>
<noscript>Formuläret behöver JavaScript. Det går också att ändra filerna i en textredigerare.</noscript>
<script src="formular.js"></script>
<script src="js-yaml.js"></script>
<script src="sveltia-cms.js"></script>
</body>
</html>
"""


def form_page(site: str, server: FormServer | None) -> str:
    """`admin/index.html`."""
    style = _LOCAL if server is None else ""
    return _PAGE.format(
        site=html.escape(site), policy=html.escape(form_policy(server), quote=False), style=style
    )


def form_policy(server: FormServer | None) -> str:
    """Everything from the site itself. Sveltia CMS puts its styles into the page, and pictures into blobs."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self'",
            " ".join(("connect-src 'self' data:", *api_origins(server))),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def api_origins(server: FormServer | None) -> tuple[str, ...]:
    """The one other address that the form may ask, when it saves on a server."""
    if server is None:
        return ()
    if server.address is None:
        return (_API_HOST[server.kind],)
    parts = urlsplit(server.address)
    return (f"{parts.scheme}://{parts.netloc}",)
