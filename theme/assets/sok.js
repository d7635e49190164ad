/* The search page: a form over Pagefind's index. The address holds what is chosen, so that a search can be
   shared and the back button works; nothing is stored. Texts go in as text, never as markup. */

const form = document.getElementById("sok");
const root = new URL(form.dataset.rot, document.baseURI);
const byId = (id) => document.getElementById(id);
const field = byId("sok-q");
const order = byId("sok-sortera");
const filter = byId("sok-filter");
const said = byId("sok-antal");
const chosen = byId("sok-valda");
const nothing = byId("sok-inga");
const list = byId("sok-lista");
const more = byId("sok-fler");
const template = byId("sok-kort");

const small = new Set(form.dataset.smaord.split(" ")); // och, att …: no insats is found by them
const AT_A_TIME = 12;
const TYPING = 250; // ms without a keystroke before a search
const DIRECTIONS = { intag: "asc", namn: "asc", start: "desc", belopp: "desc" };
const WITHOUT_WORDS = "intag"; // the order when nothing is searched for by words
const EVERY = "xqinsats"; // a word of every insats: without a word Pagefind fetches its whole index
const NO_AGES = "utan-grans";

/* ---- the facets, as the page has them ---- */

const facets = new Map(
  [...form.querySelectorAll("fieldset[data-facett]")].map((box) => [
    box.dataset.facett,
    { title: box.dataset.rubrik, box, options: new Map() },
  ]),
);
for (const [name, facet] of facets) {
  for (const input of facet.box.querySelectorAll(`input[name="${name}"]`)) {
    const [label, count] = input.parentElement.querySelectorAll("span");
    const total = Number(count.textContent);
    facet.options.set(input.value, { input, label: label.textContent, count, total, item: input.closest("li") });
  }
}

const labelOf = (name, value) => facets.get(name).options.get(value)?.label ?? value;

/* ---- state ⇄ address ---- */

/* { q, sort, chosen: Map of facet name → Set of values }. Parameters that no facet knows are left alone. */
function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const picked = new Map();
  for (const name of facets.keys()) {
    const values = new Set(asked.getAll(name).flatMap((value) => (name === "alder" ? bands(value) : [value])));
    values.delete("");
    if (values.size) picked.set(name, values);
  }
  const sort = asked.get("sortera");
  return { q: (asked.get("q") ?? "").trim(), sort: sort in DIRECTIONS ? sort : null, chosen: picked };
}

/* An exact age becomes the band that holds it, and the insatser that set no limit. */
function bands(value) {
  if (!/^\d{1,3}$/.test(value)) return [value];
  const age = Number(value);
  const holds = (band) => {
    const [low, high] = band.split("-").map((part) => (part === "" ? Infinity : Number(part)));
    return low <= age && age <= high;
  };
  return [...facets.get("alder").options.keys()].filter((band) => band === NO_AGES || holds(band));
}

function toAddress(state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const name of facets.keys()) {
    for (const value of [...(state.chosen.get(name) ?? [])].sort()) query.append(name, value);
  }
  if (state.sort) query.set("sortera", state.sort);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

const copyOf = (state) => ({
  ...state,
  chosen: new Map([...state.chosen].map(([name, values]) => [name, new Set(values)])),
});

function without(state, name, value) {
  const copy = copyOf(state);
  const values = copy.chosen.get(name);
  if (value === undefined) values?.clear();
  else values?.delete(value);
  if (!values?.size) copy.chosen.delete(name);
  return copy;
}

/* ---- Pagefind ---- */

let loading;
const pagefind = () =>
  (loading ??= (async () => {
    const found = await import(new URL("pagefind/pagefind.js", root));
    await found.options({
      bundlePath: new URL("pagefind/", root).pathname,
      baseUrl: "/",
      // What stands in the name or the first words of a card counts for more than a word of the text.
      ranking: { metaWeights: { title: 10, sammanfattning: 3, malgrupper: 3, plats: 3, exempel: 0, erkannande: 0 } },
    });
    await found.init();
    return found;
  })());

/* The words that some insats has, and those that none has. Among several words Pagefind takes an unknown one for
   whatever begins in nearly the same way, so it must not see them. */
const read = new Map();
async function understood(q) {
  const all = q.split(/[\s"”]+/).filter(Boolean); // the index knows words, no phrases to put in quotes
  if (!all.length) return { query: "", unknown: [] };
  const telling = all.filter((word) => !small.has(word.toLocaleLowerCase("sv")));
  const words = telling.length ? telling : all;
  if (words.length < 2) return { query: words[0], unknown: [] };
  if (!read.has(q)) {
    const engine = await pagefind();
    const found = await Promise.all(words.map((word) => engine.search(word)));
    const [known, unknown] = [true, false].map((hit) =>
      words.filter((_, place) => found[place].results.length > 0 === hit),
    );
    // Words that all are unknown are asked for one by one: there is no hit then.
    read.set(q, { query: known.join(" ") || words[0], unknown: known.length ? unknown : [] });
  }
  return read.get(q);
}

/* { results in their order, counts: facet → value → hits, query and unknown words as they were taken }. */
async function ask(state, sort = state.sort ?? (state.q ? null : WITHOUT_WORDS)) {
  const engine = await pagefind();
  const filters = Object.fromEntries([...state.chosen].map(([name, values]) => [name, { any: [...values] }]));
  const ordered = sort ? { [sort]: DIRECTIONS[sort] } : {};
  const { query, unknown } = await understood(state.q);
  const found = await engine.search(query || EVERY, { filters, sort: ordered });
  return { results: found.results, counts: found.filters, query, unknown };
}

/* ---- what is drawn ---- */

const number = new Intl.NumberFormat("sv-SE");
const counted = (count) => (count === 1 ? "1 insats" : `${number.format(count)} insatser`);

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/* A hit as a card. A part without a value goes, and with it the line that held it. */
function card(data) {
  const made = template.content.cloneNode(true);
  for (const part of made.querySelectorAll("[data-del]")) {
    const value = data.meta[part.dataset.del];
    if (part.dataset.del === "intag") part.classList.add(`intag-${data.meta.intagslage}`);
    if (value) part.textContent = value;
    else (part.closest("dl > div") ?? part).remove();
    part.removeAttribute("data-del");
  }
  for (const line of made.querySelectorAll(".kort-rad, .kort-fakta")) if (!line.children.length) line.remove();
  if (!made.querySelector(".kort-sida > *")) made.querySelector(".kort-sida").remove();
  made.querySelector("a").href = new URL(data.meta.adress, root);
  return made;
}

function syncForm(state) {
  if (document.activeElement !== field || field.value.trim() !== state.q) field.value = state.q;
  order.querySelector('[value="relevans"]').hidden = !state.q;
  order.value = state.sort ?? (state.q ? "relevans" : WITHOUT_WORDS);
  for (const [name, facet] of facets) {
    for (const [value, { input }] of facet.options) input.checked = state.chosen.get(name)?.has(value) ?? false;
  }
  const total = [...state.chosen.values()].reduce((sum, values) => sum + values.size, 0);
  byId("sok-valda-antal").textContent = total ? `(${total} ${total === 1 ? "vald" : "valda"})` : "";
  const chips = [...state.chosen].flatMap(([name, values]) => [...values].map((value) => [name, value]));
  chosen.hidden = !chips.length;
  chosen.querySelector("ul").replaceChildren(
    ...chips.map(([name, value]) => {
      const text = `${facets.get(name).title}: ${labelOf(name, value)}`;
      const button = element("button", text, { type: "button", "aria-label": `Ta bort ${text}` });
      button.append(element("span", "×", { "aria-hidden": "true" }));
      button.addEventListener("click", () => {
        const place = [...chosen.querySelectorAll("li button")].indexOf(button);
        go(without(current, name, value));
        const left = chosen.querySelectorAll("li button");
        (left[Math.min(place, left.length - 1)] ?? byId("sok-rubrik")).focus();
      });
      const item = element("li");
      item.append(button);
      return item;
    }),
  );
}

function drawCounts(name, counts) {
  for (const [value, option] of facets.get(name).options) {
    const count = counts ? (counts[value] ?? 0) : option.total;
    option.count.textContent = number.format(count);
    option.item.classList.toggle("utan", count === 0);
  }
}

/* ---- one search after another; a late answer to an earlier question is thrown away ---- */

let current;
let asked = 0;
let waiting = [];
let answered; // the last answer: { state, counts, mine }

async function run(state) {
  const mine = ++asked;
  current = state;
  syncForm(state);
  list.setAttribute("aria-busy", "true");
  let found;
  try {
    found = await ask(state);
    const first = await Promise.all(found.results.slice(0, AT_A_TIME).map((result) => result.data()));
    if (mine !== asked) return;
    list.replaceChildren(...first.map(card));
  } catch (error) {
    if (mine === asked) failed(error);
    return;
  }
  waiting = found.results.slice(AT_A_TIME);
  list.removeAttribute("aria-busy");
  drawMore();
  const count = found.results.length;
  const about = state.q ? ` för ”${found.unknown.length ? found.query : state.q}”` : "";
  const missing = found.unknown.map((word) => `”${word}”`).join(", ");
  said.textContent = count ? `${counted(count)}${about}` : `Inga insatser${about}`;
  if (missing) said.append(element("span", ` Ingen insats har ordet ${missing}.`));
  nothing.hidden = count > 0;
  if (!count) await explain(state, mine);
  answered = { state, counts: found.counts, mine };
  await countAll(answered);
}

/* What each value would give: with the other facets as they are, and its own set aside. Only for the facets that
   are unfolded: the index of one is some 30 kB of a large register, and on a phone all are folded. */
async function countAll({ state, counts, mine }) {
  const seen = [...facets.keys()].filter((name) => filter.open && facets.get(name).box.parentElement.open);
  if (!state.q && !state.chosen.size) {
    for (const name of facets.keys()) drawCounts(name); // as the page came
    return;
  }
  const engine = await pagefind();
  const missing = seen.filter((name) => !counts[name]);
  if (missing.length) {
    const any = (name) => ({ [name]: { any: [facets.get(name).options.keys().next().value] } });
    await Promise.all(missing.map((name) => engine.search(EVERY, { filters: any(name) })));
    Object.assign(counts, (await ask(state)).counts);
  }
  for (const name of seen) {
    const own = state.chosen.has(name) ? (await ask(without(state, name))).counts : counts;
    if (mine !== asked) return;
    drawCounts(name, own[name]);
  }
}

function drawMore() {
  more.hidden = !waiting.length;
  more.textContent = `Visa fler (${number.format(waiting.length)} till)`;
}

async function showMore() {
  const mine = asked;
  const next = await Promise.all(waiting.slice(0, AT_A_TIME).map((result) => result.data()));
  if (mine !== asked) return;
  waiting = waiting.slice(AT_A_TIME);
  const before = list.children.length;
  list.append(...next.map(card));
  drawMore();
  list.children[before]?.querySelector("a").focus();
}

/* ---- no hits: what leads on, and how many insatser it leads to ---- */

async function explain(state, mine) {
  const ways = [];
  for (const [name, values] of state.chosen) {
    const labels = [...values].map((value) => labelOf(name, value)).join(", ");
    ways.push([`Ta bort ${facets.get(name).title}: ${labels}`, without(state, name)]);
  }
  const counties = new Set([...(state.chosen.get("kommun") ?? [])].map((code) => code.slice(0, 2)));
  if (counties.size && facets.has("lan")) {
    const wider = without(state, "kommun");
    wider.chosen.set("lan", counties);
    ways.unshift([`Sök i hela ${[...counties].map((code) => labelOf("lan", code)).join(", ")}`, wider]);
  }
  const words = state.q.split(/\s+/);
  if (words.length > 1 && words.length < 6) {
    for (const word of words) {
      ways.push([`Sök utan ordet ”${word}”`, { ...state, q: words.filter((one) => one !== word).join(" ") }]);
    }
  }
  if (state.q && state.chosen.size) ways.push([`Sök utan orden ”${state.q}”`, { ...state, q: "" }]);
  const leading = [];
  for (const [text, wanted] of ways) {
    const { results } = await ask(wanted);
    if (mine !== asked) return;
    if (results.length) leading.push([text, wanted, results.length]);
  }
  const parts = [];
  if (leading.length) {
    parts.push(element("p", "Det här ger träffar:"));
    const ul = element("ul");
    for (const [text, wanted, count] of leading) {
      const link = element("a", `${text} (${counted(count)})`, { href: toAddress(wanted) });
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(wanted);
        byId("sok-rubrik").focus();
      });
      const item = element("li");
      item.append(link);
      ul.append(item);
    }
    parts.push(ul);
  }
  if (state.q) {
    parts.push(
      element("p", "Se efter stavningen, eller skriv bara början av ordet: ”rehab” hittar också rehabilitering."),
    );
  }
  const indexes = element("p");
  indexes.append("Du kan också ", element("a", "hitta på annat sätt", { href: "#del-vagar" }), ".");
  parts.push(indexes);
  nothing.replaceChildren(...parts);
}

function failed(error) {
  list.removeAttribute("aria-busy");
  said.textContent = "Sökningen går inte att använda just nu. Förteckningarna längre ned leder till samma insatser.";
  console.error(error);
}

/* ---- what the visitor does ---- */

/* A choice is a step to go back from; what is being typed is not. */
function go(state, { typing = false } = {}) {
  history[typing ? "replaceState" : "pushState"](null, "", toAddress(state));
  return run(state);
}

let timer;
const typed = () => {
  clearTimeout(timer);
  const q = field.value.trim();
  if (q !== current.q) go({ ...current, q }, { typing: true });
};

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(typed, TYPING);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  typed();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  typed();
});
form.addEventListener("change", ({ target }) => {
  if (target === order) {
    const usual = current.q ? "relevans" : WITHOUT_WORDS;
    go({ ...current, sort: order.value === usual ? null : order.value });
  } else if (facets.has(target.name)) {
    const state = copyOf(current);
    const values = state.chosen.get(target.name) ?? new Set();
    if (target.checked) values.add(target.value);
    else values.delete(target.value);
    if (values.size) state.chosen.set(target.name, values);
    else state.chosen.delete(target.name);
    go(state);
  }
});
chosen.querySelector(".sok-rensa").addEventListener("click", () => {
  go({ ...current, chosen: new Map() });
  field.focus();
});
more.addEventListener("click", showMore);
addEventListener("popstate", () => run(fromAddress()));

/* A field that finds in a long list. Its own word is not part of the search. */
const folded = (text) =>
  text.toLocaleLowerCase("sv").normalize("NFD").replace(/\p{M}/gu, "");
for (const { box, options } of facets.values()) {
  const finder = box.querySelector(".facett-sok");
  finder?.addEventListener("input", () => {
    const wanted = folded(finder.value.trim());
    for (const { input, label, item } of options.values()) {
      item.hidden = !input.checked && !folded(label).includes(wanted);
    }
  });
  finder?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // Enter sends no form from here
  });
}

/* What is unfolded gets its counts then. */
for (const details of [filter, ...filter.querySelectorAll(".facett")]) {
  details.addEventListener("toggle", () => details.open && answered?.mine === asked && countAll(answered));
}

/* Beside the hits where there is room for it, folded above them where there is none. */
const wide = matchMedia("(min-width: 60rem)");
const unfold = () => (filter.open = wide.matches);
wide.addEventListener("change", unfold);

unfold();
form.hidden = false;
for (const [name, values] of (current = fromAddress()).chosen) {
  if (values.size) facets.get(name).box.closest("details").open = true;
}
history.replaceState(null, "", toAddress(current)); // a form sends its empty fields too
run(current);
