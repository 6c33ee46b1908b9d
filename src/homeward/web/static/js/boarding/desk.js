// The way to the desk: the manifest is fetched once and its signature looked at; words are handed over until the desk says so.
import * as store from "./store.js";

export class Refused extends Error {
  constructor(status, told) { super(told?.error?.message ?? String(status)); this.status = status; this.told = told; }
}

async function send(path, body) {
  const { device, key } = await store.told("phone");
  const answer = await fetch(`/api/phones/${device}/${path}`, {
    method: "POST", credentials: "omit", cache: "no-store", redirect: "error",
    headers: { "Content-Type": "application/json", "Authorization": `Bearer ${key}` }, body: JSON.stringify(body),
  });
  const at = Date.parse(answer.headers.get("Date") ?? "");
  if (at) await store.tell("desk-clock", { at, here: Date.now() });
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(answer.status, told);
  return told;
}

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((each) => each.toString(16).padStart(2, "0")).join("");

// "good", "wrong", or "cannot": this browser does not know the signature, which is told and not passed over.
export async function checked(told, keyId) {
  const key = bytes(told.public_key);
  if (!globalThis.crypto?.subtle) return "cannot";
  if (keyId && hex(await crypto.subtle.digest("SHA-256", key)).slice(0, 16) !== keyId) return "wrong";
  let known;
  try {
    known = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return "cannot";
  }
  const text = new TextEncoder().encode(told.text);
  return (await crypto.subtle.verify({ name: "Ed25519" }, known, bytes(told.signature), text)) ? "good" : "wrong";
}

export async function setUp({ device, key, keyId }) {
  const before = await store.told("phone");
  const install = before?.device === device ? before.install : hex(crypto.getRandomValues(new Uint8Array(24)));
  await store.tell("phone", { device, key, keyId, install });
  const told = await send("manifest", { install });
  const signature = await checked(told, keyId);
  if (signature === "wrong") throw new Refused(0, { error: { message: "signature" } });
  const manifest = JSON.parse(told.text);
  if (manifest.device !== device) throw new Refused(0, { error: { message: "signature" } });
  await store.tell("manifest", { ...manifest, signature });
  await store.tell("expires", manifest.expires);
}

// Words go in parts; one that the desk did not answer for stays as it is and goes again.
export async function handOver(most = 500) {
  let told = null;
  for (;;) {
    const open = (await store.words()).filter((word) => word.way === "kept" || word.way === "sent").slice(0, most);
    if (!open.length) return told;
    const numbers = open.map((word) => word.sequence);
    await store.moveOn(numbers, "sent");
    try {
      told = await send("words", { words: open.map(({ way, walk, ...word }) => word) });
    } catch (fault) {
      // Whether they arrived nobody knows: they are kept here, and sending them again changes nothing.
      await store.moveOn(numbers, "kept");
      throw fault;
    }
    const apart = new Set(told.apart), altered = new Set(told.altered);
    const answered = new Set([...told.fresh, ...told.repeated]);
    const by = (test) => open.filter(test).map((word) => word.sequence);
    await store.moveOn(by((word) => answered.has(word.id)), "taken");
    await store.moveOn(by((word) => altered.has(word.id)), "contested");
    await store.moveOn(by((word) => apart.has(word.id)), "apart");
    await store.tell("answer", told);
    if (by((word) => answered.has(word.id) || apart.has(word.id)).length === 0) return told;
  }
}
