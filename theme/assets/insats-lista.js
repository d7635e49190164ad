// <insats-lista forbund="…" malgrupp="…" antal="10">: the insatser of the register, on any site.
// All data becomes text and never markup. It is read from the site that this file lies on, and from no other.

const ROOT = new URL("../", import.meta.url);
const SLUG = /^[a-z0-9][a-z0-9-]*$/;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; color-scheme: light dark; --yta: #fff; --text: #1b2426; --dampad: #4c585b;
    --linje: #d8d9d3; --lank: #0a5765; color: var(--text); font-family: inherit; line-height: 1.5; }
  @media (prefers-color-scheme: dark) {
    :host { --yta: #182225; --text: #e7edec; --dampad: #adb9ba; --linje: #324044; --lank: #93d6e0; }
  }
  :host([hidden]) { display: none; }
  section { background: var(--yta); padding: 1rem; overflow-wrap: anywhere; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { border-top: 1px solid var(--linje); padding-block: 0.75rem; }
  h2, h3, p { margin: 0 0 0.375rem; }
  h2 { font-size: 1.375em; }
  h3 { font-size: 1.125em; }
  a { color: var(--lank); }
  .dampad { color: var(--dampad); }
  .exempel { font-weight: 600; }
`);

const element = (name, text, kind) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};

// A link leads to a page of the web or nowhere.
const link = (text, address) => {
  const made = element("a", text);
  const url = new URL(address, ROOT);
  if (["https:", "http:"].includes(url.protocol)) made.href = url.href;
  return made;
};

const names = (terms) => (terms ?? []).map((term) => term.namn).join(", ");

const card = (insats) => {
  const item = element("li");
  const title = element("h3");
  title.append(link(insats.namn, insats.adress));
  item.append(title);
  const facts = [
    [insats.upplysning, "exempel"],
    [insats.intag?.svar && `Går det att hänvisa någon nu? ${insats.intag.svar}`],
    [insats.sammanfattning],
    [insats.målgrupper && `För: ${names(insats.målgrupper)}`, "dampad"],
    [insats.kommuner && `Var: ${names(insats.kommuner)}`, "dampad"],
    [insats.förbund?.namn && `Förbund: ${insats.förbund.namn}`, "dampad"],
    [insats.erkännande, "dampad"],
  ];
  for (const [text, kind] of facts) if (text) item.append(element("p", text, kind));
  return item;
};

class InsatsLista extends HTMLElement {
  static observedAttributes = ["forbund", "malgrupp", "antal"];

  #asked = 0;

  connectedCallback() {
    this.#load();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.shadowRoot) this.#load();
  }

  get #address() {
    const forbund = this.getAttribute("forbund");
    const malgrupp = this.getAttribute("malgrupp");
    for (const slug of [forbund, malgrupp]) if (slug && !SLUG.test(slug)) return null;
    if (forbund) return `forbund/${forbund}`;
    return malgrupp ? `malgrupper/${malgrupp}` : "alla";
  }

  async #load() {
    const asked = ++this.#asked;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const section = element("section");
    try {
      const address = this.#address;
      if (address === null) throw new Error("no such list");
      const answer = await fetch(new URL(`data/v1/listor/${address}.json`, ROOT), { credentials: "omit" });
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.#show(section, await answer.json());
    } catch {
      section.replaceChildren(
        element("p", "Det går inte att hämta insatserna just nu."),
        link("Gå till registret", "insatser/"),
      );
    }
    if (asked === this.#asked) shadow.replaceChildren(section);
  }

  #show(section, list) {
    const malgrupp = this.getAttribute("forbund") && this.getAttribute("malgrupp");
    const chosen = malgrupp
      ? list.insatser.filter((one) => (one.målgrupper ?? []).some((term) => term.slug === malgrupp))
      : list.insatser;
    const most = Number.parseInt(this.getAttribute("antal") ?? "", 10);
    const shown = chosen.slice(0, most > 0 ? most : 10);
    const back = element("p");
    back.append(link(`Se alla i ${list.källa.namn}`, list.adress));
    section.append(element("h2", list.titel));
    if (shown.length) {
      const items = element("ul");
      items.setAttribute("role", "list"); // Safari forgets that a list without marks is one
      items.append(...shown.map(card));
      section.append(items);
    } else {
      section.append(element("p", "Just nu finns inga publicerade insatser här."));
    }
    section.append(back);
  }
}

if (!customElements.get("insats-lista")) customElements.define("insats-lista", InsatsLista);
