// Words with an explanation: the link to the glossary shows the explanation where the word stands.
// On hover and focus, and on a first tap; Esc closes it, and the pointer may move onto it (WCAG 1.4.13).
// Without this script the link leads to the glossary. The explanations stand in the facts box of the page.
const box = document.createElement("div");
box.id = "ord-ruta";
box.className = "ord-ruta";
box.setAttribute("role", "tooltip");
box.hidden = true;
document.body.append(box);

let current = null;
let waiting = 0;

function hide() {
  clearTimeout(waiting);
  current?.removeAttribute("aria-describedby");
  current = null;
  box.hidden = true;
}

function hideSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(hide, 250);
}

function show(link, text) {
  clearTimeout(waiting);
  if (current === link) return;
  hide();
  current = link;
  box.textContent = text;
  box.hidden = false;
  link.setAttribute("aria-describedby", box.id);
  const word = link.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(word.left, room - box.offsetWidth - 8));
  const above = word.bottom + box.offsetHeight + 12 > innerHeight && word.top > box.offsetHeight + 12;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(above ? word.top - box.offsetHeight - 6 : word.bottom + 6) + scrollY}px`;
}

for (const link of document.querySelectorAll('.lopande a[href*="ordlista/#"]')) {
  const row = document.querySelector(`[data-ord="${CSS.escape(link.hash.slice(1))}"] dd`);
  if (!row) continue;
  const text = row.textContent.trim();
  link.classList.add("ord");
  link.addEventListener("mouseenter", () => show(link, text));
  link.addEventListener("mouseleave", hideSoon);
  link.addEventListener("focus", () => show(link, text));
  link.addEventListener("blur", hide);
  let shownBefore = false;
  link.addEventListener("pointerdown", () => (shownBefore = current === link));
  link.addEventListener("click", (event) => {
    // A finger cannot hover: the first tap explains, the next one leads to the glossary.
    if (event.pointerType === "touch" && !shownBefore) {
      event.preventDefault();
      show(link, text);
    }
  });
}
box.addEventListener("mouseenter", () => clearTimeout(waiting));
box.addEventListener("mouseleave", hideSoon);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("pointerdown", (event) => {
  if (current && !box.contains(event.target) && !current.contains(event.target)) hide();
});
