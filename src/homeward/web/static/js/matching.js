// How many pairs are chosen, told as one chooses; the same is told again once they are recorded.
(() => {
  "use strict";
  document.querySelectorAll("form[data-counts]").forEach((form) => {
    const told = form.querySelector("[data-chosen]");
    const count = () => {
      const chosen = form.querySelectorAll("[name=pair]:checked").length;
      if (told) told.textContent = chosen ? told.dataset.chosen.replace("0", chosen) : "";
    };
    form.addEventListener("change", count);
    count();
  });
})();
