// A file may be dropped on the form; the field for it stays and does the same.
(() => {
  "use strict";
  document.querySelectorAll("[data-drop]").forEach((place) => {
    const field = document.getElementById(place.dataset.drop);
    const words = place.querySelector(".drop-words");
    if (!field) return;
    if (words) words.hidden = false;
    const over = (is) => (event) => { event.preventDefault(); place.classList.toggle("over", is); };
    place.addEventListener("dragenter", over(true));
    place.addEventListener("dragover", over(true));
    place.addEventListener("dragleave", over(false));
    place.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer?.files.length === 1) { field.files = event.dataTransfer.files; field.focus(); }
    });
  });
})();
