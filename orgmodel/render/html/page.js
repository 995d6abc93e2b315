// Narrows lists that stand on the page, opens what a link or the printer needs, and does nothing else. Without it everything can be read.
"use strict";
for (const form of document.querySelectorAll("form[data-filters]")) {
  const list = document.getElementById(form.dataset.filters);
  const entries = [...list.querySelectorAll("[data-entry]")];
  const groups = [...list.querySelectorAll("[data-group]")].reverse();
  const said = form.querySelector("[role=status]");
  const texts = new Map(entries.map(entry => [entry, entry.textContent.toLowerCase()]));
  const wanted = (entry, values) => values.every(([name, value]) =>
    !value || (name === "text" ? texts.get(entry).includes(value.trim().toLowerCase()) : entry.dataset[name] === value));
  const narrow = () => {
    const values = [...new FormData(form).entries()];
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !wanted(entry, values);
      shown += entry.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    said.textContent = `${shown} of ${entries.length} rows are shown.`;
  };
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  narrow();
}
const reveal = () => {
  const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!at) return;
  const hidden = at.closest("[hidden]");
  if (hidden) for (const form of document.querySelectorAll("form[data-filters]")) form.reset();
  for (let box = at; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  const own = at.querySelector(":scope > details");
  if (own) own.open = true;
  setTimeout(() => at.scrollIntoView());
};
addEventListener("hashchange", reveal);
if (location.hash) reveal();
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const box of closed) box.open = true;
});
addEventListener("afterprint", () => { for (const box of closed) box.open = false; });
