// Keys of the reading screen, and selections in its text. Every key presses a button that is there without it.
(() => {
  "use strict";
  const root = document.querySelector(".reading");
  if (!root) return;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const pane = one(".reading-text");
  const says = one("#reading-says");
  const ITEMS = ".proposal, .unread-one";
  const ACTS = "[data-act=accept], [data-act=refuse], [data-act=undo], [data-act=back]";
  const SHEETS = "[data-act=edit], [data-act=missed], #missed-act";
  const APART = 350; // milliseconds within which a second press is held to be the same one
  let current = null, busy = false, last = 0, began = 0, chosen = "";

  const say = (words) => {
    const bar = document.createElement("div");
    const line = document.createElement("p");
    bar.className = "bar-told warns";
    line.textContent = words;
    bar.append(line);
    one("#told").replaceChildren(bar);
  };

  // The words of a card are shown in the text; the text moves, the page does not.
  const runsOf = (item) => {
    if (item.dataset.n) return all(`[data-p~="${item.dataset.n}"]`, pane);
    const [start, end] = (item.dataset.place || "0-0").split("-").map(Number);
    return all("[data-s]", pane).filter((run) => +run.dataset.s >= start && +run.dataset.s < end);
  };
  const mark = (item) => {
    all(".here", root).forEach((each) => each.classList.remove("here"));
    current = item;
    if (!item) return;
    item.classList.add("here");
    const runs = runsOf(item);
    runs.forEach((run) => run.classList.add("here"));
    if (!runs.length || pane.scrollHeight <= pane.clientHeight) return;
    const top = runs[0].getBoundingClientRect(), end = runs.at(-1).getBoundingClientRect(), box = pane.getBoundingClientRect();
    if (top.top < box.top + 16 || end.bottom > box.bottom - 16) pane.scrollTop += top.top - box.top - box.height / 4;
  };
  const go = (item, still = false) => {
    if (!item) return;
    item.focus({ preventScroll: true });
    if (!still) item.scrollIntoView({ block: "nearest" });
  };
  const here = () => {
    const within = document.activeElement?.closest?.(ITEMS);
    return within || (document.activeElement === document.body && current?.isConnected ? current : null);
  };
  const open = (item) => item.dataset.verdict === "open" && !item.matches(".open-sheet");
  const step = (by, wanted = () => true) => {
    const items = all(ITEMS, root), from = here() || (current?.isConnected ? current : null);
    const at = from ? items.indexOf(from) : by > 0 ? -1 : items.length;
    const way = by > 0 ? items.slice(at + 1) : items.slice(0, Math.max(0, at)).reverse();
    go(way.find(wanted) || (wanted === open ? items.find(open) : from));
  };

  // After a sheet opens, its first fault, the field that was asked for, or where one begins.
  const enter = (sheet) => {
    all("[data-take]", sheet).forEach((button) => { button.hidden = false; });
    const first = sheet.id === "missed" && one("[name='place.content']", sheet).value ? "source" : "content";
    const goal = one(".error-summary", sheet) || one("[autofocus]", sheet) || one("[data-here]", sheet)
      || (sheet.id === "missed" ? one(`[name='words.${first}']`, sheet) : one("#place-content", sheet));
    mark(sheet);
    if (goal?.matches(".error-summary")) goal.tabIndex = -1;
    goal?.focus({ preventScroll: true });
    (goal?.closest(".place-field") ? sheet : goal)?.scrollIntoView({ block: "nearest" });
  };

  const settle = (card) => {
    runsOf(card).forEach((run) => {
      const of = run.dataset.p.split(" ").map((n) => one(`.proposal[data-n="${n}"]`, root));
      run.classList.toggle("done", of.every((each) => each && each.dataset.verdict !== "open"));
    });
    if (card.dataset.verdict === "open") return go(card);
    const items = all(ITEMS, root);
    go(items.slice(items.indexOf(card) + 1).find(open) || items.find(open) || one(".unread-one", root) || card);
  };

  // Selections in the text, in code points from its beginning.
  const place = (node, offset) => {
    const element = node.nodeType === 3 ? node.parentElement : node.childNodes[offset] || node.lastElementChild || node;
    const run = (element.nodeType === 1 ? element : element.parentElement)?.closest?.("[data-s]") || one("[data-s]", element);
    if (!run) return -1;
    return +run.dataset.s + (node.nodeType === 3 ? [...node.data.slice(0, offset)].length : 0);
  };
  document.addEventListener("selectionchange", () => {
    const selected = getSelection();
    if (!selected.rangeCount || selected.isCollapsed) return;
    const range = selected.getRangeAt(0);
    if (!pane.contains(range.commonAncestorContainer)) return;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (start >= 0 && end > start) chosen = `${start}-${end}`;
  });

  // One press is one act, whatever the finger or the mouse does twice.
  document.addEventListener("click", (event) => {
    const act = event.target.closest?.(ACTS), sheet = event.target.closest?.(SHEETS), take = event.target.closest?.("[data-take]");
    const stop = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (act) {
      if (busy || event.timeStamp - last < APART) return stop();
      last = event.timeStamp;
    }
    if (sheet && one(".open-sheet", root)) { stop(); say(says.dataset.open); return one(".open-sheet", root).focus(); }
    if (take) {
      if (!chosen) { stop(); return say(says.dataset.select); }
      take.form.elements.selection.value = chosen;
      chosen = "";
      getSelection().removeAllRanges();
    }
    const run = event.target.closest?.("[data-p]");
    if (run && getSelection().isCollapsed) go(one(`.proposal[data-n="${run.dataset.p.split(" ").at(-1)}"]`, root));
  }, true);

  const missed = () => {
    const item = here();
    const link = (item?.matches(".unread-one") && one("[data-act=missed]", item)) || one("#missed-act");
    if (!link) return;
    if (link.id !== "missed-act" || !chosen || one(".open-sheet", root)) return link.click();
    const address = link.getAttribute("href");
    window.htmx.ajax("GET", `${address}${address.includes("?") ? "&" : "?"}content=${chosen}`, { target: "#missed-place", swap: "innerHTML" });
    chosen = "";
    getSelection().removeAllRanges();
  };

  const letterOf = (event) => {
    if (/^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(event.key)) return event.code.slice(3).toLowerCase();
    if (event.code === "BracketLeft") return event.shiftKey ? "{" : "[";
    if (event.code === "BracketRight") return event.shiftKey ? "}" : "]";
    return event.key.toLowerCase();
  };
  const typing = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.documentElement.dataset.letters === "off" || event.target.closest?.("dialog, [data-letters]")) return;
    const letter = letterOf(event);
    if (letter === "g") { began = event.timeStamp; return; }
    if (began && event.timeStamp - began < 1500) { began = 0; return; }
    const press = (button) => { if (button && !event.repeat) button.click(); return true; };
    const decides = Boolean(one("#missed-act"));
    const card = here();
    const done = {
      j: () => (step(1), true),
      k: () => (step(-1), true),
      n: () => decides && (step(1, open), true),
      p: () => decides && (step(-1, open), true),
      a: () => decides && press(card && open(card) && one("[data-act=accept]", card)),
      e: () => decides && press(card && one("[data-act=edit]", card)),
      x: () => decides && press(card && open(card) && one("[data-act=refuse]", card)),
      m: () => decides && !event.repeat && (missed(), true),
      u: () => decides && press(one("#told [data-act=undo]")),
    }[letter]?.() || ("[]{}".includes(letter) && !busy && press(one(`[data-edge="${letter}"]`, event.target.closest?.(".place-field") || root)));
    if (done) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  const polls = (event) => event.detail?.ctx?.sourceElement?.id === "reading-state";
  document.addEventListener("htmx:before:request", (event) => { if (!polls(event)) busy = true; });
  document.addEventListener("htmx:finally:request", (event) => { if (!polls(event)) busy = false; });
  document.addEventListener("htmx:response:error", (event) => { if (!polls(event)) say(says.dataset.lost); });
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail?.ctx?.target;
    const id = typeof target === "string" ? (target.match(/[\w-]{6,}/g) || []).pop() : target?.id;
    const there = id && document.getElementById(id);
    const sheet = there && (there.matches(".open-sheet") ? there : id === "missed-place" && one(".open-sheet", there));
    if (sheet) enter(sheet);
    else if (there?.matches(".proposal")) settle(there);
    else if (id === "missed") go(current?.isConnected ? current : one("#missed-act"));
  });

  root.addEventListener("focusin", (event) => {
    const item = event.target.closest(ITEMS);
    if (item && item !== current) mark(item);
  });

  const sheet = one(".open-sheet", root);
  if (sheet) enter(sheet);
  else if (document.activeElement === document.body) {
    const named = /^#(p|unread)-/.test(location.hash) && document.getElementById(location.hash.slice(1));
    go(named || all(ITEMS, root).find(open), !named);
  }
})();
