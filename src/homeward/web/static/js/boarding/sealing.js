// What lies on the phone lies sealed: under a key worked out of the PIN, which the page holds only while it is open.
const ROUNDS = 600_000;
export const SHORTEST = 6;
export const able = () => Boolean(globalThis.crypto?.subtle);
let key = null;

export const open = () => key !== null;
export const close = () => { key = null; };

async function worked(pin, lock) {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const rule = { name: "PBKDF2", hash: "SHA-256", salt: lock.salt, iterations: lock.rounds };
  return crypto.subtle.deriveKey(rule, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const bound = (name) => new TextEncoder().encode(`homeward-boarding/1 ${name}`);

async function sealed(under, name, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(name) }, under, text) };
}

async function unsealed(under, name, { iv, box }) {
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bound(name) }, under, box);
  return JSON.parse(new TextDecoder().decode(text));
}

export const seal = (name, value) => sealed(key, name, value);
export const unseal = (name, record) => unsealed(key, name, record);

// A new lock, opened: its salt, its rounds, and a box by which a PIN is known to be the one.
export async function choose(pin) {
  const lock = { salt: crypto.getRandomValues(new Uint8Array(16)), rounds: ROUNDS };
  const under = await worked(pin, lock);
  const made = { ...lock, check: await sealed(under, "check", "open") };
  key = under;
  return made;
}

export async function unlock(pin, lock) {
  const under = await worked(pin, lock);
  try {
    await unsealed(under, "check", lock.check);
  } catch {
    return false;
  }
  key = under;
  return true;
}
