// The page of a phone at the door: every tick is kept on the phone before it is shown, and goes to the desk when it can.
import * as store from "./store.js";
import * as desk from "./desk.js";
import * as sealing from "./sealing.js";
import { asked, expired } from "./crossing.js";
import { able, scan } from "./scanning.js";
import { found, numbers, splits, standing, walkOns } from "./standing.js";

const by = (id) => document.getElementById(id);
const WORDS = Object.fromEntries([...document.querySelectorAll("[data-w]")].map((each) => [each.dataset.w, each.textContent.trim()]));
const say = (name, values = {}) => WORDS[name].replace(/\{(\w+)\}/g, (_, key) => `\u2068${values[key]}\u2069`);
const STAGES = { pickup: ["boarded", "no_show", "refused"], gate: ["crossed", "turned_back"] };
const KEYS = { b: "boarded", n: "no_show", r: "refused", c: "crossed", t: "turned_back", u: "waiting" };
const WAYS = ["kept", "sent", "taken", "contested", "apart"];
const here = { manifest: null, words: [], answer: null, going: null, lock: null, asked: null, hidden: null };
const TRIES = 10;
const ALONE = 10 * 60_000; // after so long out of sight the PIN is asked for again

function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
  element.append(...inside.filter((each) => each !== null));
  return element;
}
const tell = (name, values) => by("told").replaceChildren(name ? made("p", { class: "card told" }, say(name, values)) : "");
const tellDesk = (refused) => by("told").replaceChildren(made("p", { class: "card told" }, `${say("refused-by-desk")} `, made("bdi", {}, refused.message)));
const stage = () => document.querySelector("[name=stage]:checked").value;

function row(each) {
  const { person, word, state } = each, answer = here.answer;
  const stopped = answer ? answer.stopped.includes(person.id) : person.stop === "yes";
  const contested = answer?.contested.includes(person.id);
  const button = (to) => made("button", { type: "button", class: "tick", "data-to": to, "aria-pressed": String(state === to) }, say(to));
  const notes = [stopped ? say("stop") : null, contested ? say("conflict") : null].filter(Boolean);
  const place = person.place === "seat" ? null : made("span", { class: "note-word" }, say(person.place));
  return made("li", { class: `person is-${state}`, id: `p-${person.id}`, tabindex: "-1", "data-person": person.id },
    made("div", { class: "who" }, made("b", {}, made("bdi", { dir: "ltr" }, String(person.row))), " ", made("bdi", { class: "initials" }, person.initials), " ", made("bdi", { dir: "ltr", class: "meta" }, person.tag.split(".")[1].replace(/^(.{4})(.{4}).*/, "$1-$2")), " ", place,
      made("span", { class: "state" }, word && state !== "waiting" ? say(state) : say("nothing")),
      word ? made("span", { class: `way way-${word.way}` }, say(word.way)) : null,
      ...notes.map((note) => made("strong", { class: "warns" }, note))),
    made("div", { class: "ticks" }, ...STAGES[stage()].map(button), state === "waiting" ? null : button("waiting")));
}

function draw() {
  const { manifest, words } = here;
  const choosing = !here.lock, locked = !sealing.open() && Boolean(here.lock || here.asked);
  by("lock").hidden = !locked;
  by("again").hidden = by("choosing").hidden = !choosing;
  by("unlocking").hidden = by("anew").hidden = choosing;
  by("opened").hidden = locked;
  by("board").hidden = !manifest;
  by("kept").hidden = !manifest && !words.length;
  by("empty").hidden = Boolean(manifest) || words.length > 0 || locked;
  by("net").textContent = say(navigator.onLine ? "online" : "offline");
  by("net").className = `net ${navigator.onLine ? "is-on" : "is-off"}`;
  by("ways").replaceChildren(...WAYS.map((way) => [way, words.filter((word) => word.way === way).length])
    .filter(([way, count]) => count || way === "kept").map(([way, count]) => made("li", { class: `way-${way}`, "data-way": way }, made("b", {}, String(count)), ` ${say(way)}`)));
  if (!manifest) { by("alarms").replaceChildren(); return; }
  by("where").textContent = manifest.crossing;
  by("when").replaceChildren(made("bdi", { dir: "ltr" }, manifest.on), " · ", say("departs", manifest), " · ", say("version", { number: manifest.version }), " · ", made("bdi", {}, manifest.name));
  const all = standing(manifest.people, words), sums = numbers(all);
  by("sums").replaceChildren(...["manifested", "boarded", "no_show", "refused", "nothing", "crossed", "turned_back", "in_transit"].map((name) =>
    made("div", { "data-sum": name }, made("dt", {}, say(name)), made("dd", {}, String(sums[name === "nothing" ? "waiting" : name])))));
  by("alarms").replaceChildren(...splits(all).map((split) => made("p", { class: "alarm" }, say(`split-${split.where}`, { family: split.family, through: split.through.join(", "), back: split.back.join(", ") }))));
  const families = new Map();
  for (const each of all) families.set(each.person.family, [...(families.get(each.person.family) ?? []), each]);
  by("people").replaceChildren(...[...families].map(([family, members]) =>
    made("section", { class: "family card" }, made("h2", {}, `${say("family")} `, made("bdi", { dir: "ltr" }, family)), made("ul", {}, ...members.map(row)))));
  by("walk-ons").replaceChildren(made("ul", {}, ...walkOns(manifest.people, words).map((word) =>
    made("li", { class: "person" }, made("div", { class: "who" }, made("b", {}, made("bdi", { dir: "ltr" }, `W${word.walk}`)), made("span", { class: "state" }, say(word.state)), made("span", { class: `way way-${word.way}` }, say(word.way))),
      made("div", { class: "ticks" }, ...[...STAGES[stage()].filter((to) => to !== "no_show"), "waiting"].map((to) => made("button", { type: "button", class: "tick", "data-to": to, "data-walk": word.person, "aria-pressed": String(word.state === to) }, say(to))))))));
  by("signed").textContent = say(manifest.signature);
}

async function look() {
  here.lock = (await store.told("lock")) ?? null;
  const expires = await store.told("expires");
  if (expires && expired({ expires }, await store.told("desk-clock"))) { await store.forget("manifest", "expires"); tell("expired"); }
  here.words = await store.words();
  here.manifest = (await store.told("manifest")) ?? null;
  here.answer = (await store.told("answer")) ?? null;
  if (here.answer?.revoked) { if (here.manifest) await store.forget("manifest", "expires"); here.manifest = null; tell("revoked"); }
  draw();
}

async function tick(person, state, more = {}) {
  const seat = here.manifest.people.find((each) => each.id === person);
  const word = { id: crypto.randomUUID(), person, state, at: new Date().toISOString(), place: stage(), ...more };
  if (seat) word.vehicle = seat.vehicle;
  try {
    await store.say(word);
  } catch {
    tell("unkept");
    return;
  }
  const focused = document.activeElement?.dataset?.to;
  await look();
  document.querySelector(`#p-${person} ${focused ? `[data-to="${focused}"]` : ".tick"}`)?.focus();
  send();
}

// One hand-over at a time; a word that comes meanwhile goes with the next one.
function send(told = false) {
  if (!navigator.onLine) { if (told) tell("unreached"); return here.going; }
  here.going = (here.going ?? Promise.resolve()).then(async () => {
    if (!(await store.told("phone"))) return;
    try {
      await desk.handOver();
      if (told) tell("");
    } catch (fault) {
      if (fault instanceof desk.Refused) tellDesk(fault); else if (told) tell("unreached");
    }
    await look();
  });
  return here.going;
}

// With the PIN everything is opened; before there is one it is chosen, and only then is the manifest fetched.
async function unlocked(event) {
  event.preventDefault();
  const pin = by("pin").value, again = by("pin-again").value;
  by("pin").value = by("pin-again").value = "";
  if (!here.lock) {
    if ([...pin].length < sealing.SHORTEST) { tell("pin-short", { least: sealing.SHORTEST }); by("pin").focus(); return; }
    if (pin !== again) { tell("pin-differs"); by("pin").focus(); return; }
    await store.lock(await sealing.choose(pin));
  } else if (!(await sealing.unlock(pin, here.lock))) {
    await wrong();
    return;
  } else {
    await store.tell("tries", 0);
  }
  tell("");
  await opened();
}

async function wrong() {
  const tries = ((await store.told("tries")) ?? 0) + 1;
  await store.tell("tries", tries);
  if (tries >= TRIES) await store.forget("manifest", "expires");
  if (tries >= TRIES) tell("pin-gone"); else tell("pin-wrong", { left: TRIES - tries });
  by("pin").focus();
}

async function opened() {
  const phone = here.asked;
  here.asked = null;
  if (phone) {
    try {
      await desk.setUp(phone);
    } catch (fault) {
      if (fault instanceof desk.Refused && fault.message === "signature") tell("signature");
      else if (fault instanceof desk.Refused) tellDesk(fault);
      else tell("unreached");
    }
  }
  await look();
  send();
}

async function locked() {
  sealing.close();
  here.manifest = here.answer = null;
  await look();
  by("pin").focus();
}

// Pressed once it says what would be lost, pressed again it is.
async function anew() {
  const button = by("anew");
  if (button.dataset.sure !== "yes") {
    button.dataset.sure = "yes";
    tell("anew", { count: here.words.filter((word) => word.way !== "taken").length });
    return;
  }
  button.dataset.sure = "";
  await store.wipe();
  tell("");
  await look();
}

async function save() {
  const phone = await store.told("phone");
  const file = { form: "boarding-words/1", device: phone.device, words: here.words.map(({ way, walk, ...word }) => word) };
  const link = made("a", { href: URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" })), download: `boarding-${phone.device.slice(0, 8)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function step(event, by_) {
  const rows = [...document.querySelectorAll("[data-person]")];
  const at = rows.indexOf(document.activeElement?.closest("[data-person]"));
  rows[Math.min(rows.length - 1, Math.max(0, at + by_))]?.focus();
  event.preventDefault();
}

function goTo(person) {
  if (!person) { tell("unknown"); return false; }
  tell("");
  const place = by(`p-${person.id}`);
  place.scrollIntoView({ block: "center" });
  place.focus();
  return true;
}

function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-to]");
    if (!button) return;
    const walk = button.dataset.walk;
    if (walk) tick(walk, button.dataset.to, { walk: here.words.find((word) => word.person === walk)?.walk });
    else tick(button.closest("[data-person]").dataset.person, button.dataset.to);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input:not([type=radio])") || event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
    const person = document.activeElement?.closest("[data-person]");
    if (event.key === "ArrowDown" || letter === "j") step(event, 1);
    else if (event.key === "ArrowUp" || letter === "k") step(event, -1);
    else if (event.key === "/") { by("tag").focus(); event.preventDefault(); }
    else if (person && KEYS[letter]) { tick(person.dataset.person, KEYS[letter]); event.preventDefault(); }
  });
  by("find").addEventListener("submit", (event) => { event.preventDefault(); if (goTo(found(here.manifest.people, by("tag").value))) by("tag").value = ""; });
  document.querySelectorAll("[name=stage]").forEach((each) => each.addEventListener("change", draw));
  by("walk").addEventListener("click", () => tick(crypto.randomUUID(), stage() === "gate" ? "crossed" : "boarded", { walk: 1 + Math.max(0, ...here.words.map((word) => word.walk ?? 0)) }));
  by("send").addEventListener("click", () => send(true));
  by("save").addEventListener("click", save);
  by("pin-form").addEventListener("submit", unlocked);
  by("close").addEventListener("click", locked);
  by("anew").addEventListener("click", anew);
  by("scan").hidden = !able();
  by("scan").addEventListener("click", () => scan(by("camera"), (read) => goTo(found(here.manifest.people, read))).catch(() => tell("unknown")));
  for (const name of ["online", "offline"]) addEventListener(name, () => { draw(); if (navigator.onLine) send(); });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { here.hidden = performance.now(); return; }
    const alone = here.hidden !== null && performance.now() - here.hidden > ALONE;
    (alone && sealing.open() ? locked() : look()).then(() => send());
  });
  setInterval(look, 60_000);
}

async function keep() {
  if (!("serviceWorker" in navigator)) { tell("insecure"); return; }
  await navigator.serviceWorker.register(document.body.dataset.worker, { scope: document.body.dataset.scope });
  await navigator.serviceWorker.ready;
  await navigator.storage?.persist?.();
  document.body.dataset.ready = "yes";
}

async function begin() {
  listen();
  // The key leaves the address at once: it stands in no history and no picture of the screen.
  here.asked = asked(location.hash);
  if (here.asked) history.replaceState(null, "", location.pathname);
  // What cannot be sealed is not kept: without a secure address there is the printed sheet.
  if (here.asked && !sealing.able()) { here.asked = null; tell("unsealable"); }
  await look();
  if (!by("lock").hidden) by("pin").focus();
  const gone = await store.lost();
  if (gone) tell("lost", { count: gone });
  await keep().catch(() => tell("insecure"));
  send();
}

begin();
