"""The same for nginx: `http.conf` for its http block, `server.conf` for the site's own server block.

`brotli.conf` is for the same server block, where nginx has that module.

Headers are set once for the server, with values that depend on the file: nginx forgets all inherited headers
in a block that sets one of its own. `$uri` is by then the file that is sent, `/404.html` where there is
no page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.hosting.interface import CACHE, CORS, CSP, ROBOTS, TYPE, Rule
from generator.hosting.plan import REVALIDATE
from generator.hosting.redirects import moves
from generator.hosting.types import PACKED, TYPES, WITH_CHARSET

_VARYING = ((CSP, "csp", ""), (CACHE, "cache", REVALIDATE), (CORS, "cors", ""), (ROBOTS, "robots", ""))
_TOP = "# Skriven av insats build. Ändra inte här: nästa bygge skriver över. Se docs/vardskap/nginx.md.\n"
_FIXED = r"""
index index.html;
default_type application/octet-stream;
charset utf-8;
server_tokens off;
absolute_redirect off;

gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 512;
"""
# `gzip_vary` above holds for it too.
_BROTLI = """
brotli on;
brotli_min_length 512;
"""
_PAGES = r"""
# En mapp utan sida är ingen sida.
error_page 404 /404.html;
error_page 403 =404 /404.html;
location = /404.html { internal; }
location ~ ^/_(?:headers|redirects)$ { return 404; }

# Varje sida har en enda adress. Bara tecken som aldrig kan bli en annan webbplats.
if ($request_uri ~ "^(/(?:[\w.~%-]+/)*)index\.html(\?.*)?$") { return 301 $1$2; }
"""


def http_conf(rules: Sequence[Rule], site: str) -> str:
    """The maps from a file to the values of its headers. `site` keeps several sites on one server apart."""
    return _TOP + "".join(_map(rules, site, *varying) for varying in _VARYING)


def _map(rules: Iterable[Rule], site: str, header: str, short: str, default: str) -> str:
    rows = [f"    default {_quoted(default)};\n"]
    for rule in rules:
        value = rule.value(header)
        if value is not None and rule.place:
            rows.append(f'    "~^/{rule.pattern}" {_quoted(value)};\n')
    return f"\nmap $uri {_variable(site, short)} {{\n{''.join(rows)}}}\n"


def server_conf(rules: Sequence[Rule], redirects: Mapping[str, str], site: str) -> str:
    """Everything of the server block but its address, its certificate and the site's folder."""
    headers = [
        *((name, _quoted(value)) for rule in rules if not rule.place for name, value in rule.headers),
        *((name, _variable(site, short)) for name, short, _ in _VARYING),
    ]
    return "".join(
        (
            _TOP,
            _FIXED,
            f"gzip_types{_listed(PACKED)};\n",
            f"charset_types{_listed(WITH_CHARSET)};\n",
            f"\ntypes {{\n{''.join(_types())}}}\n\n",
            *(f"add_header {name} {value} always;\n" for name, value in headers),
            _PAGES,
            *_nameless(rules),
            *_moved(redirects),
        )
    )


def brotli_conf() -> str:
    """Brotli for those who read it, gzip as before for others. Without the module nginx refuses the file."""
    return f"{_TOP}{_BROTLI}brotli_types{_listed(PACKED)};\n"


def _listed(words: Iterable[str]) -> str:
    return "".join(f"\n    {word}" for word in words)


def _types() -> Iterator[str]:
    for name, suffixes in TYPES.items():
        yield f"    {name} {' '.join(suffixes)};\n"


def _nameless(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        kind = rule.value(TYPE)
        if kind is not None:
            yield f"location = /{rule.place} {{ types {{ }} default_type {kind}; }}\n"


def _moved(redirects: Mapping[str, str]) -> Iterator[str]:
    if redirects:
        yield "\n# Sidor som har flyttat.\n"
    for old, new in moves(redirects):
        yield f"location = {old} {{ return 301 {new}$is_args$args; }}\n"


def _variable(site: str, short: str) -> str:
    return f"$insats_{re.sub(r'[^a-z0-9]', '_', site)}_{short}"


def _quoted(value: str) -> str:
    """A value as nginx reads it. A variable would be one in quotes too; ours have no `$`."""
    if re.search(r'[$"\\\n]', value):
        raise ValueError(value)
    return f'"{value}"'
