// What the phone keeps, in IndexedDB: its key, its manifest, and every word it said, each sealed under the PIN. In the open lie how
// many words there are, how far each got, and when the manifest expires. A word is never changed but for how far it got.
import * as sealing from "./sealing.js";

const IN_THE_OPEN = new Set(["lock", "tries", "expires", "last", "desk-clock"]);
const read = new Map();
const NAME = "homeward-boarding";
const COUNT = "homeward-boarding-words";
let opened;

const asked = (request) => new Promise((good, bad) => {
  request.onsuccess = () => good(request.result);
  request.onerror = () => bad(request.error);
});
const done = (transaction) => new Promise((good, bad) => {
  transaction.oncomplete = () => good();
  transaction.onabort = transaction.onerror = () => bad(transaction.error);
});

export async function open() {
  if (opened) return opened;
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("told");
    request.result.createObjectStore("words", { keyPath: "sequence" });
  };
  opened = await asked(request);
  return opened;
}

// "strict": the word is on the disk before the page says that it is kept.
async function within(stores, mode, act) {
  const transaction = (await open()).transaction(stores, mode, { durability: "strict" });
  const result = await act(...stores.map((name) => transaction.objectStore(name)));
  await done(transaction);
  return result;
}

// Sealing goes before a transaction and opening after it: one that waits for anything else is over.
export async function told(name) {
  const found = await within(["told"], "readonly", (store) => asked(store.get(name)));
  if (found === undefined || IN_THE_OPEN.has(name)) return found;
  return sealing.open() ? sealing.unseal(name, found) : undefined;
}
export async function tell(name, value) {
  const kept = IN_THE_OPEN.has(name) ? value : await sealing.seal(name, value);
  await within(["told"], "readwrite", (store) => asked(store.put(kept, name)));
}
export const forget = (...names) => within(["told"], "readwrite", (store) => Promise.all(names.map((name) => asked(store.delete(name)))));
// While the phone is locked a word is no more than its number and how far it got.
export async function words() {
  const found = await within(["words"], "readonly", (store) => asked(store.getAll()));
  if (!sealing.open()) { read.clear(); return found.map(({ sequence, way }) => ({ sequence, way })); }
  for (const { sequence, sealed } of found) if (!read.has(sequence)) read.set(sequence, await sealing.unseal("word", sealed));
  return found.map(({ sequence, way }) => ({ ...read.get(sequence), sequence, way }));
}

// The number is given in the transaction that keeps the word, so that two windows of one phone never give the same one.
export async function say(word) {
  const sealed = await sealing.seal("word", word);
  const kept = await within(["told", "words"], "readwrite", async (facts, store) => {
    const sequence = ((await asked(facts.get("last"))) ?? 0) + 1;
    await asked(facts.put(sequence, "last"));
    await asked(store.add({ sequence, way: "kept", sealed }));
    return { ...word, sequence, way: "kept" };
  });
  try { localStorage.setItem(COUNT, String(kept.sequence)); } catch { /* the count is a second look, no more */ }
  return kept;
}

export async function moveOn(sequences, way) {
  const wanted = new Set(sequences);
  await within(["words"], "readwrite", async (store) => {
    for (const word of await asked(store.getAll())) {
      if (wanted.has(word.sequence) && word.way !== way) await asked(store.put({ ...word, way }));
    }
  });
}

// Whether the browser threw away what was kept: how many words there were once, against how many there are.
export async function lost() {
  const last = Math.max(Number(localStorage.getItem(COUNT) ?? 0), (await told("last")) ?? 0);
  return Math.max(0, last - (await words()).length);
}

export async function lock(lock) {
  await tell("lock", lock);
  await tell("tries", 0);
}

// Begin anew: everything is gone from this phone, also what the desk never heard.
export async function wipe() {
  sealing.close();
  read.clear();
  await within(["told", "words"], "readwrite", (facts, store) => Promise.all([asked(facts.clear()), asked(store.clear())]));
  try { localStorage.removeItem(COUNT); } catch { /* the count is a second look, no more */ }
}
