// Keys and selections of the reading screen. Each key presses a button that stands there.
(() => {
  "use strict";
  const root = document.querySelector(".reading");
  if (!root) return;
  const { one, all, letterOf, typing } = window.desk;
  const on = document.addEventListener.bind(document);
  const pane = one(".reading-text");
  const words = one("#reading-says").dataset;
  const ITEMS = ".proposal, .unread-one";
  const APART = 350; // milliseconds between presses that are two
  let current, busy, last = -1e3, began = 0, chosen = "";

  const say = (told) => {
    const bar = one("#reading-says").content.cloneNode(true);
    one("p", bar).textContent = told;
    one("#told").replaceChildren(bar);
  };
  const active = () => document.activeElement;
  const atRest = () => active() === document.body;
  const taken = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const items = () => all(ITEMS, root);
  const sheetOpen = () => one(".open-sheet", root);
  const open = (item) => item.dataset.verdict === "open" && !item.matches(".open-sheet");
  const runsOf = (item) => all(`[data-p~="${item.dataset.n}"]`, pane);
  const itemOf = (number) => one(`.proposals [data-n="${number}"]`, root);

  // The words of a card are shown in the text; the text moves, the page does not.
  const mark = (item) => {
    all(".here", root).forEach((each) => each.classList.remove("here"));
    if (item.id !== "missed") current = item;
    const runs = runsOf(item);
    [item, ...runs].forEach((each) => each.classList.add("here"));
    if (!runs.length || pane.scrollHeight <= pane.clientHeight) return;
    const [box, first, end] = [pane, runs[0], runs.at(-1)].map((each) => each.getBoundingClientRect());
    if (first.top < box.top || end.bottom > box.bottom) pane.scrollTop += first.top - box.top - box.height / 4;
  };
  const go = (item, still) => {
    item?.focus({ preventScroll: true });
    if (!still) item?.scrollIntoView({ block: "nearest" });
  };
  const here = () => active().closest(ITEMS) || (atRest() && current?.isConnected ? current : null);
  const step = (by, wanted) => {
    const there = items(), at = there.indexOf(here() || current);
    const way = by > 0 ? there.slice(at + 1) : there.slice(0, Math.max(0, at)).reverse();
    go(wanted ? way.find(wanted) || there.find(wanted) : way[0]);
  };

  // In a sheet the focus goes to the first fault, the field that was asked for, or the beginning.
  const enter = (sheet) => {
    const missed = one("[name='place.content']", sheet).value ? "source" : "content";
    const begin = sheet.id === "missed" ? `[name="words.${missed}"]` : "#place-content";
    const goal = [".error-summary", "[autofocus]", "[data-here]", begin].map((each) => one(each, sheet)).find(Boolean);
    mark(sheet);
    goal.focus({ preventScroll: true });
    goal.matches(begin) ? sheet.scrollIntoView() : goal.scrollIntoView({ block: "nearest" });
  };

  // After a decision the next card that waits, else what was not read.
  const settle = (card) => {
    runsOf(card).forEach((run) => {
      const verdicts = run.dataset.p.split(" ").map((n) => itemOf(n)?.dataset.verdict);
      run.classList.toggle("done", !verdicts.includes("open"));
      run.classList.toggle("refused", verdicts.every((verdict) => verdict === "refused"));
    });
    const there = items(), after = there.slice(there.indexOf(card) + 1);
    go(open(card) ? card : after.find(open) || there.find(open) || one(".unread-one", root) || card);
  };

  // A selection is kept in code points from the beginning of the text.
  const place = (node, offset) => {
    const next = node.children?.[offset], at = next || node.lastElementChild || node.parentElement;
    const run = at.closest("[data-s]") || one("[data-s]", at);
    return +run.dataset.s + [...(next ? "" : node.data?.slice(0, offset) ?? run.textContent)].length;
  };
  on("selectionchange", () => {
    const range = getSelection().rangeCount && getSelection().getRangeAt(0);
    if (!range || range.collapsed || !pane.contains(range.commonAncestorContainer)) return;
    chosen = `${place(range.startContainer, range.startOffset)}-${place(range.endContainer, range.endOffset)}`;
  });
  const takeChosen = () => {
    const place = chosen;
    chosen = "";
    getSelection().removeAllRanges();
    return place;
  };

  // One press is one act, whatever a finger does twice.
  on("click", (event) => {
    const pressed = event.target.closest?.("[data-act]"), act = pressed?.dataset.act;
    const stop = (told) => {
      taken(event);
      if (told) say(told);
    };
    if (/accept|refuse|undo|back/.test(act)) {
      if (busy || event.timeStamp - last < APART) return stop();
      last = event.timeStamp;
    }
    if (/edit|missed/.test(act) && sheetOpen()) { sheetOpen().focus(); return stop(words.open); }
    if (act === "take") {
      if (!chosen) return stop(words.select);
      pressed.form.elements.selection.value = takeChosen();
    }
    const run = event.target.closest?.("[data-p]");
    if (run && getSelection().isCollapsed) go(itemOf(run.dataset.p.split(" ").at(-1)));
  }, true);

  const missed = (item) => {
    const link = item?.matches(".unread-one") ? one("[data-act]", item) : one("#missed-act");
    const address = link.getAttribute("href");
    if (link.id !== "missed-act" || !chosen || sheetOpen()) return link.click();
    const asks = `${address}${address.includes("?") ? "&" : "?"}content=${takeChosen()}`;
    window.htmx.ajax("GET", asks, { target: "#missed-place", swap: "innerHTML" });
  };
  const BUTTONS = { a: "accept", e: "edit", x: "refuse" };
  const WAYS = { j: [1], k: [-1], n: [1, open], p: [-1, open] };
  const EDGES = { BracketLeft: "[{", BracketRight: "]}" };

  on("keydown", (event) => {
    const within = event.target.closest?.(".open-sheet");
    if (event.key === "Escape" && within && typing(event.target)) { taken(event); return within.focus(); }
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.documentElement.dataset.letters === "off" || event.target.closest?.("dialog, [data-letters]")) return;
    const letter = (!"[]{}".includes(event.key) && EDGES[event.code]?.[+event.shiftKey]) || letterOf(event), item = here();
    if (letter === "g") { began = event.timeStamp; return; }
    if (began && event.timeStamp - began < 1500) { began = 0; return; }
    if (!one("#missed-act") && !"jk".includes(letter)) return;
    if (WAYS[letter]) { taken(event); return step(...WAYS[letter]); }
    const button = BUTTONS[letter] ? item && one(`[data-act=${BUTTONS[letter]}]`, item)
      : letter === "u" ? one("#told [data-act=undo]") : one(`[data-edge="${letter}"]`, event.target.closest?.(".place-field") || root);
    if (!button && letter !== "m") return;
    taken(event);
    if (event.repeat || busy) return;
    button ? button.click() : missed(item);
  }, true);

  const ours = (act) => (event) => { if (event.detail?.ctx?.sourceElement?.id !== "reading-state") act(); };
  on("htmx:before:request", ours(() => { busy = true; }));
  on("htmx:finally:request", ours(() => { busy = false; }));
  on("htmx:response:error", ours(() => say(words.lost)));
  on("htmx:after:swap", (event) => {
    const target = event.detail?.ctx?.target;
    const id = target?.id || String(target).match(/[\w-]{6,}/g)?.pop();
    const there = document.getElementById(id);
    const sheet = there?.matches(".open-sheet") ? there : id === "missed-place" && sheetOpen();
    if (sheet) enter(sheet);
    else if (there?.matches(".proposal")) settle(there);
    else if (id === "reading-state" && atRest()) one("#told a")?.focus({ preventScroll: true });
    else if (id === "missed") go(current?.isConnected ? current : one("#missed-act"));
  });
  root.addEventListener("focusin", (event) => {
    const item = event.target.closest(ITEMS);
    if (item && item !== current) mark(item);
  });

  const named = /^#(p|unread)-/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (sheetOpen()) enter(sheetOpen());
  else if (atRest()) go(named || items().find(open) || one("#reading-state button"), !named);
})();
