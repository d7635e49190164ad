"""Floor 5: what a web server is told of a finished site. Text → text; `publish/hosting` does the files."""

from __future__ import annotations

from generator.hosting.headers import headers_file
from generator.hosting.interface import HostingError, Rule
from generator.hosting.nginx import brotli_conf, http_conf, server_conf
from generator.hosting.plan import plan
from generator.hosting.policy import policy_of
from generator.hosting.redirects import redirects_file, refuse_unfit, with_files

__all__ = [
    "HostingError",
    "Rule",
    "brotli_conf",
    "headers_file",
    "http_conf",
    "plan",
    "policy_of",
    "redirects_file",
    "refuse_unfit",
    "server_conf",
    "with_files",
]
