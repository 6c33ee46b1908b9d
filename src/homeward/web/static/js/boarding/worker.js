// Answers for the desk on the phone: the page and its files from what is kept, the interface always from the network.
"use strict";
const kept = "KEPT";
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(kept.name).then((cache) => cache.addAll(kept.files)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("homeward-boarding-") && name !== kept.name);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || !kept.files.includes(address.pathname)) return;
  event.respondWith(caches.open(kept.name).then((cache) => cache.match(address.pathname)).then((found) => found ?? fetch(event.request)));
});
