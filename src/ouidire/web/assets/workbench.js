// Pages work without this file: it takes empty fields out of addresses, listens to keys, and takes dropped files.
"use strict";
const all = (query) => [...document.querySelectorAll(query)];

for (const form of all('form:not([method="post"])')) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of all("form [name]:disabled")) field.disabled = false;
});

// A decision is sent once, however often its button is pressed.
for (const form of all('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

const rows = all(".question").length ? all(".question") : all(".gloss > a");
const current = () => rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find").focus();
  } else if (event.key === "j" || event.key === "k") {
    const next = rows[event.key === "j" ? current() + 1 : Math.max(current() - 1, 0)];
    if (next) next.focus();
  } else if (event.key === "z") {
    const last = document.querySelector('#done [data-key="z"]');
    if (last) last.click();
  } else if (/^[a-z]$/.test(event.key) && current() >= 0) {
    const found = rows[current()].querySelector(`[data-key="${event.key}"]`);
    if (!found) return;
    event.preventDefault();
    for (const details of rows[current()].querySelectorAll("details")) if (details.contains(found)) details.open = true;
    if (found.tagName === "BUTTON") found.click();
    else found.focus();
  }
});

// Whoever has judged goes on with the first question that is left.
addEventListener("load", () => {
  if (document.getElementById("done") && rows.length && rows[0].matches(".question")) rows[0].focus({ preventScroll: true });
});

for (const zone of all(".drop")) {
  const field = zone.querySelector('input[type="file"]');
  for (const kind of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    });
  }
}
