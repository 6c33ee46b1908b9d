// What the phone keeps, in IndexedDB: its key, its manifest, and every word it said. A word is never changed but for how far it got.
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

export const told = (name) => within(["told"], "readonly", (store) => asked(store.get(name)));
export const tell = (name, value) => within(["told"], "readwrite", (store) => asked(store.put(value, name)));
export const forget = (...names) => within(["told"], "readwrite", (store) => Promise.all(names.map((name) => asked(store.delete(name)))));
export const words = () => within(["words"], "readonly", (store) => asked(store.getAll()));

// The number is given in the transaction that keeps the word, so that two windows of one phone never give the same one.
export async function say(word) {
  const kept = await within(["told", "words"], "readwrite", async (facts, store) => {
    const sequence = ((await asked(facts.get("last"))) ?? 0) + 1;
    const whole = { ...word, sequence, way: "kept" };
    await asked(facts.put(sequence, "last"));
    await asked(store.add(whole));
    return whole;
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
