"""The page at `/badda-in/`: what an editor of another site copies to show insatser there."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.indexes.interface import Index, IndexPage
from generator.pages.front_matter import page
from generator.pages.inbaddad import FOLDER, shared_lists
from generator.pages.markdown import escape
from generator.pages.view import View

TITLE = "Bädda in"
_TEXT = """\
Visa insatserna på er egen webbplats, till exempel i SiteVision, WordPress eller Episerver. Välj ett av tre
sätt. Listan följer med när registret uppdateras. Inget av sätten sätter kakor eller sparar något om
besökaren.

Står det att en insats är ett exempel, eller vem som finansierar den, ska det synas också hos er. Alla tre
sätten tar med det. Ta inte bort det.

## Ram

Enklast. Klistra in koden där listan ska stå. Ramen blir lika bred som sin plats, och skriptet gör den lika
hög som sitt innehåll. Tillåter er webbplats inga skript kan ni ta bort den sista raden. Då får ramen den
höjd som står i `height`. Skriv i `title` vad ramen visar.

{frame}

En enda insats: lägg till `badda-in/` i adressen till insatsens sida.

{single}

## Webbkomponent

En lista som får plats i er egen text och följer besökarens val av ljust eller mörkt. Skriv `forbund`,
`malgrupp` eller båda, och i `antal` hur många som ska visas. Länken inuti syns för den som inte har
JavaScript.

{component}

## Färdig HTML

För den som hämtar texten på servern. Filen har varken skript eller stil och ser ut som resten av er sida.
Hämta den minst en gång om dygnet, så att det som tas bort ur registret försvinner också hos er.

{fragment}

## Om er webbplats har en säkerhetspolicy

Skickar er webbplats huvudet `Content-Security-Policy` ska de här källorna läggas till. Ramen behöver de två
första, webbkomponenten de två sista och färdig HTML ingen.

{policy}

Webbkomponenten läser listan från vår webbplats. Vi tillåter det för alla (CORS,
`Access-Control-Allow-Origin: *`), så ni behöver inte ställa in något för det.

## oEmbed

Varje insats har också en oEmbed-fil. En del verktyg hittar den själva när någon klistrar in adressen till
insatsens sida.

## Listor att välja på

{lists}
"""


def _code(*lines: str) -> str:
    return "\n".join(("```html", *lines, "```"))


def _frame(url: str, address: str) -> str:
    return _code(
        f'<iframe src="{url}{FOLDER}{address}"',
        '  title="Insatser" width="100%" height="600"></iframe>',
        f'<script src="{url}assets/badda-in.js" defer></script>',
    )


def _chosen(listed: IndexPage) -> str:
    """`forbund="uppsala"`: the list as the component is told of it."""
    slug = listed.address.strip("/").rpartition("/")[2]
    return f'{"forbund" if listed.forbund else "malgrupp"}="{slug}"'


def embedding_page(view: View, indexes: Iterable[Index]) -> str:
    """The page, drawn by `theme/sida.html`: three ways, what they ask of a security policy, and all lists."""
    url, lists = view.catalogue.site.url, tuple(shared_lists(indexes, view))
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    address = lists[0].address if lists else "forbund/ert-forbund/"
    chosen = _chosen(lists[0]) if lists else 'forbund="ert-forbund"'
    insats = next((one.address for one in view.catalogue.insatser), "insatser/ert-forbund/er-insats/")
    body = _TEXT.format(
        frame=_frame(url, address),
        single=_frame(url, insats),
        component=_code(
            f'<script type="module" src="{url}assets/insats-lista.js"></script>',
            f'<insats-lista {chosen} antal="10">',
            f'  <a href="{url}{address}">Se insatserna</a>',
            "</insats-lista>",
        ),
        fragment=_code(f"{url}{FOLDER}{address}fragment.html", f"{url}{FOLDER}{insats}fragment.html"),
        policy=_code(f"frame-src {origin}", f"script-src {origin}", f"connect-src {origin}"),
        lists="\n".join(f"- {escape(one.title)}: `{_chosen(one)}`, `{FOLDER}{one.address}`" for one in lists),
    )
    front = {
        "title": TITLE,
        "description": "Så visar ni insatserna på er egen webbplats.",
        "template": "sida.html",
    }
    return page(front, body)
