// Choose every box of a page at once, and none of them again.
(() => {
  "use strict";
  document.querySelectorAll("button[data-choose-all]").forEach((button) => {
    button.addEventListener("click", () => {
      const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${button.dataset.chooseAll}"]`)];
      const all = boxes.every((box) => box.checked);
      boxes.forEach((box) => { box.checked = !all; });
    });
  });
})();
