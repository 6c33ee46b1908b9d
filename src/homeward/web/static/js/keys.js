// Keys, palette, drafts and the connection bar. Everything here can be done without it.
(() => {
  "use strict";
  const html = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const letters = () => html.dataset.letters !== "off";

  // A letter is what the key says in Latin, else where it lies: Arabic, Hebrew and Russian boards work too.
  const letterOf = (event) => {
    if (/^[a-z0-9?\/]$/i.test(event.key)) return event.key.toLowerCase();
    if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
    if (event.code === "Slash") return event.shiftKey ? "?" : "/";
    return event.key;
  };

  const typing = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

  const use = (element) => {
    if (element.matches("input, select, textarea")) element.focus();
    else element.click();
  };

  const withKeys = (keys) => all("[data-key]").find((element) => element.dataset.key === keys && !element.closest("dialog, [hidden]"));

  // Next and previous among the items of a page.
  const step = (by) => {
    const items = all("[data-item]").filter((item) => item.checkVisibility());
    if (!items.length) return;
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, here < 0 ? 0 : here + by))];
    const target = one("a.id", next) || one("a, button", next) || next;
    if (target === next) next.tabIndex = -1;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  // In a group of choices that has letters, a letter chooses; it goes nowhere else.
  const chosenByLetter = (event, letter) => {
    const group = event.target.matches?.("[type=radio]") && event.target.closest("[data-letters]");
    const choice = group && all("[data-letter]", group).find((input) => input.dataset.letter === letter);
    if (!choice) return false;
    event.preventDefault();
    choice.focus();
    choice.click();
    return true;
  };

  // Esc leaves the field of a sheet, which keeps the draft; once more, it closes the sheet.
  const leave = (event) => {
    const within = event.target.closest?.("form[data-draft]");
    if (within && event.target.matches("input, select, textarea")) { event.target.blur(); return true; }
    const way = !one("dialog[open], :popover-open") && withKeys("Escape");
    if (way) use(way);
    return Boolean(way);
  };

  let begun = "";
  let timer;

  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const letter = letterOf(event);
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (letter === "k") { event.preventDefault(); open("palette"); }
      if (event.key === "Enter") {
        const form = event.target.closest?.("form[method=post]") || one("form[data-record]");
        if (form) { event.preventDefault(); form.requestSubmit(); }
      }
      return;
    }
    if (event.key === "Escape" && leave(event)) return;
    if (!event.altKey && chosenByLetter(event, letter)) return;
    if (event.altKey || typing(event.target) || event.target.closest?.("dialog") || !letters()) return;
    if (letter === "g" && !begun) {
      begun = "g ";
      clearTimeout(timer);
      timer = setTimeout(() => { begun = ""; }, 1500);
      return;
    }
    const keys = begun + letter;
    begun = "";
    const found = withKeys(keys);
    if (!found && (keys === "j" || keys === "k")) { event.preventDefault(); step(keys === "j" ? 1 : -1); return; }
    if (found) { event.preventDefault(); use(found); }
  });

  // Dialogs: the palette and the sheet of keys.
  const open = (id) => {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return;
    dialog.showModal();
    if (id === "palette") prepare(dialog);
  };

  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    if (opener) open(opener.dataset.opens);
    if (event.target.matches?.("dialog")) event.target.close();
  });
  all("[data-opens]").forEach((button) => { button.hidden = false; });

  const prepare = (dialog) => {
    const input = one("input", dialog);
    input.value = "";
    narrow(dialog);
    input.focus();
  };

  const shown = (dialog) => all("[role=option]", dialog).filter((option) => !option.hidden);

  const choose = (dialog, option) => {
    all("[role=option]", dialog).forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    one("input", dialog).setAttribute("aria-activedescendant", option ? option.id : "");
    option?.scrollIntoView({ block: "nearest" });
  };

  const narrow = (dialog) => {
    const wanted = one("input", dialog).value.trim().toLowerCase();
    all("[role=option]:not(.found)", dialog).forEach((option) => {
      option.hidden = !option.textContent.toLowerCase().includes(wanted);
    });
    choose(dialog, shown(dialog)[0]);
  };

  // What the desk itself finds is asked for by POST: what is searched for stands in no address.
  const ask = async (dialog) => {
    const wanted = one("input", dialog).value.trim();
    all(".found", dialog).forEach((option) => option.remove());
    if (!dialog.dataset.more || wanted.length < 2) return;
    const body = new URLSearchParams({ q: wanted, csrfmiddlewaretoken: one("[name=csrfmiddlewaretoken]")?.value || "" });
    const answer = await fetch(dialog.dataset.more, { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || wanted !== one("input", dialog).value.trim()) return;
    one("[role=listbox]", dialog).insertAdjacentHTML("beforeend", await answer.text());
    narrow(dialog);
  };

  const palette = document.getElementById("palette");
  if (palette) {
    let waits;
    palette.addEventListener("input", () => {
      narrow(palette);
      clearTimeout(waits);
      waits = setTimeout(() => ask(palette), 200);
    });
    palette.addEventListener("keydown", (event) => {
      const options = shown(palette);
      const here = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const by = event.key === "ArrowDown" ? 1 : -1;
        choose(palette, options[(here + by + options.length) % options.length]);
      }
      if (event.key === "Enter" && options[here]) { event.preventDefault(); one("a", options[here]).click(); }
    });
  }

  // Drafts: kept on the server two seconds after the last key and on leaving a field, never in the browser.
  all("form[data-draft]").forEach((form) => {
    const state = one("[data-draft-state]", form);
    let last = new URLSearchParams(new FormData(form)).toString();
    let waits;
    let savedAt = "";
    const save = async () => {
      clearTimeout(waits);
      const body = new URLSearchParams(new FormData(form));
      if (body.toString() === last) return;
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true }).catch(() => null);
      if (answer?.ok) {
        last = body.toString();
        savedAt = await answer.text();
        if (state) state.textContent = savedAt;
      } else if (state) state.textContent = state.dataset.unsaved;
      connection(Boolean(answer));
    };
    form.addEventListener("input", () => { clearTimeout(waits); waits = setTimeout(save, 2000); });
    form.addEventListener("focusout", save);
    addEventListener("pagehide", save);
    // What is sent is kept by the server itself.
    form.addEventListener("submit", () => { clearTimeout(waits); last = new URLSearchParams(new FormData(form)).toString(); });
  });

  // A lost connection shows a bar; what was typed stays.
  const connection = (there) => {
    const bar = document.getElementById("connection");
    if (bar) bar.hidden = there;
  };
  document.addEventListener("htmx:error", (event) => { if (event.detail?.error instanceof TypeError) connection(false); });
  document.addEventListener("htmx:after:request", () => connection(true));
  addEventListener("online", () => connection(true));

  // After a swap the focus goes to what is wrong, else to the new heading.
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail?.ctx?.target;
    const within = typeof target === "string" ? one(target) : target;
    if (!within?.isConnected || !within.matches("[data-focus]")) return;
    const goal = one(".error-summary, h1, h2", within);
    if (goal) { goal.tabIndex = -1; goal.focus(); }
  });

  one(".error-summary[autofocus]")?.focus();
  window.desk = { one, all, letterOf, typing };
})();
