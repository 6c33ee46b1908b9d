// A family may be dragged to a window: it presses the button that stands there for the keys.
(() => {
  "use strict";
  let held = null;
  const cell = (event) => event.target.closest?.(".board td[data-window]");
  document.addEventListener("dragstart", (event) => {
    held = event.target.closest?.("[draggable=true]")?.closest("tr") || null;
    if (held) { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", held.dataset.family); }
  });
  document.addEventListener("dragover", (event) => {
    const over = cell(event);
    if (!held || !over || over.parentElement !== held || !over.querySelector(".pin")) return;
    event.preventDefault();
    over.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => cell(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const form = held && cell(event)?.querySelector(".pin");
    held = null;
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
  document.addEventListener("dragend", () => { held = null; });
})();
