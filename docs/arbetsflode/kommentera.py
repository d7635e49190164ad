"""Writes what `insats diff` says as one comment on a proposed change, and updates that comment the next time.

    python3 kommentera.py FOLDER

FOLDER holds `text.md` and `nummer`, the number of the change. Both may come from somebody who wants to do
harm: they are data, and a comment is written only if the change's newest version is $VERSION. $NYCKEL is the
token, and $KONTO its account on GitHub and Forgejo. The rest is what the three forges set by themselves.
Nothing but the standard library, for the job that may write is to run as little as possible.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARK = "<!-- insats diff -->"  # the first line of our comment: how it is found again
MOST = 65_000  # characters; the usual forges refuse a comment of 65,536
EMPTY = "Det gick inte att räkna ut vad ändringen gör. Felet står i körningens logg."


class StoppedError(Exception):
    """Why nothing was written; the message is Swedish."""


class _Stay(HTTPRedirectHandler):
    """No redirect is followed: the token would go along to another host."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """No request, so that the answer counts as an error."""


@dataclass(frozen=True)
class Forge:
    """Where a forge keeps a change and its comments.

    `token` is a header and its value. `version` leads to the change's newest commit, `author` to the account
    that wrote a comment, `account` is ours; `update` is the method that changes a comment.
    """

    api: str
    token: tuple[str, str]
    change: str
    version: tuple[str, ...]
    comments: str
    comment: str
    update: str
    author: tuple[str, ...]
    account: str

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[object, str]:
        """The answer, and what its header `Link` says."""
        address = path if path.startswith(f"{self.api}/") else f"{self.api}{path}"
        data = json.dumps({"body": body}).encode() if body is not None else None
        head = {
            "Accept": "application/json",
            "Content-Type": "application/json",
            self.token[0]: self.token[1],
        }
        request = Request(address, data, head, method=method)  # noqa: S310 - the forge's own address
        with build_opener(_Stay).open(request, timeout=30) as answer:
            return json.load(answer), answer.headers.get("Link") or ""

    def ours(self) -> object:
        """The id of our comment, or None. A comment with the mark by somebody else is left alone."""
        path = f"{self.comments}?per_page=100"
        while path:
            found, link = self.ask("GET", path)
            for comment in found if isinstance(found, list) else []:
                marked = str(within(comment, ("body",))).startswith(MARK)
                if marked and within(comment, self.author) == self.account:
                    return within(comment, ("id",))
            further = re.search(r'<([^>]+)>; *rel="next"', link)
            path = further[1] if further else ""
            if path and not path.startswith(f"{self.api}/"):
                raise StoppedError("Nästa sida med kommentarer ligger på en annan värd.")
        return None


def within(data: object, keys: tuple[str, ...]) -> object:
    """What the keys lead to, or None."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def forge(number: str) -> Forge:
    """The forge that runs this, by the variables that it sets."""
    token = os.environ["NYCKEL"]
    if "GITLAB_CI" in os.environ:
        change = f"/projects/{os.environ['CI_PROJECT_ID']}/merge_requests/{number}"
        gitlab = Forge(
            api=os.environ["CI_API_V4_URL"],
            token=("PRIVATE-TOKEN", token),
            change=change,
            version=("sha",),
            comments=f"{change}/notes",
            comment=f"{change}/notes",
            update="PUT",
            author=("author", "username"),
            account="",
        )
        return replace(gitlab, account=str(within(gitlab.ask("GET", "/user")[0], ("username",))))
    here = f"/repos/{os.environ['GITHUB_REPOSITORY']}"
    return Forge(
        api=os.environ["GITHUB_API_URL"],
        token=("Authorization", f"Bearer {token}"),
        change=f"{here}/pulls/{number}",
        version=("head", "sha"),
        comments=f"{here}/issues/{number}/comments",
        comment=f"{here}/issues/comments",
        update="PATCH",
        author=("user", "login"),
        account=os.environ["KONTO"],
    )


def read(folder: Path) -> tuple[str, str]:
    """The number of the change and the text of the comment."""
    for name in ("nummer", "text.md"):
        if (folder / name).is_symlink() or not (folder / name).is_file():
            raise StoppedError(f"Filen {name} saknas.")
    number = (folder / "nummer").read_text("utf-8", "replace").strip()
    if not re.fullmatch(r"[1-9][0-9]{0,9}", number):
        raise StoppedError("Filen nummer innehåller inget nummer.")
    text = (folder / "text.md").read_text("utf-8", "replace").strip() or EMPTY
    return number, f"{MARK}\n{text}"[:MOST]


def write(folder: Path) -> str:
    """Writes or updates the comment; what was done, in Swedish."""
    number, text = read(folder)
    where = forge(number)
    change, _ = where.ask("GET", where.change)
    if within(change, where.version) != os.environ["VERSION"]:
        return "Inget skrevs: ändringen har en nyare version, som får sin egen kommentar."
    known = where.ours()
    if known is None:
        where.ask("POST", where.comments, text)
        return "Kommentaren är skriven."
    where.ask(where.update, f"{where.comment}/{known}", text)
    return "Kommentaren är uppdaterad."


if __name__ == "__main__":
    try:
        print(write(Path(sys.argv[1])))
    except HTTPError as error:
        sys.exit(f"Värden svarade {error.code}. Har nyckeln rätt att skriva kommentarer?")
    except URLError as error:
        sys.exit(f"Värden går inte att nå: {error.reason}")
    except StoppedError as error:
        sys.exit(str(error))
