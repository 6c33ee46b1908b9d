// What a phone is about: whether its manifest has expired, by its own clock or by the desk's, whichever is later.
export function clock(deskClock, here = Date.now()) {
  if (!deskClock) return here;
  // A clock that was set back is seen by what the desk said last; how long ago that was is not known then.
  return Math.max(here, deskClock.at + Math.max(0, here - deskClock.here));
}

export const expired = (manifest, deskClock, here = Date.now()) => clock(deskClock, here) >= manifest.expires * 1000;

export function asked(fragment) {
  const [device, key, keyId] = decodeURIComponent(fragment.replace(/^#/, "")).split("~");
  return /^[0-9a-f-]{36}$/.test(device ?? "") && /^hw_[\w-]{20,}$/.test(key ?? "") ? { device, key, keyId } : null;
}
