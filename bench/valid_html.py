"""`python -m bench.valid_html [N]`: the Nu Html Checker over every page of the portal of `content/`.

Needs Java, and the environment variable VNU with the path of `vnu.jar` (`npm install vnu-jar`, then
`node_modules/vnu-jar/build/dist/vnu.jar`). With N: of N generated records instead. Prints what it finds and
exits 1 when there is any error or warning.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.visitor import built

_POLICY = "Resource violates Content Security Policy"


def main() -> None:
    jar = os.environ.get("VNU")
    if jar is None:
        sys.exit("VNU is not set: the path of vnu.jar (npm install vnu-jar).")
    with tempfile.TemporaryDirectory() as name:
        site = built(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else 0)
        pages = list(site.rglob("*.html"))
        command = ["java", "-jar", jar, "--format", "json", "--skip-non-html", str(site)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        # A file has no origin, so 'self' is nobody; tests/browser hold the policy on a server.
        messages = [one for one in json.loads(done.stderr)["messages"] if _POLICY not in one["message"]]
    for message in messages[:50]:
        place = f"{message.get('url', '').rpartition('/site/')[2]}:{message.get('lastLine', '?')}"
        print(f"{place}: {message['type']} {message.get('subType', '')} {message['message']}")
    print(f"{len(pages)} pages, {len(messages)} messages")
    sys.exit(1 if messages else 0)


if __name__ == "__main__":
    main()
