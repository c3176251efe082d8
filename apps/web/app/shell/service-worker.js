// Keeps hashed files and one offline page. Pages are never kept: they are private, and a sign-out must leave nothing.
const REVISION = '__REVISION__'
const CACHE = `sotay-${REVISION}`
const OFFLINE = '/ngoai-tuyen'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) =>
        cache.addAll([OFFLINE, ...['theme.css', 'emblem.svg'].map((name) => `/brand/${name}?v=${REVISION}`)]),
      )
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/brand/')) {
    event.respondWith(fromCache(request))
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)))
  }
})

async function fromCache(request) {
  // By its whole address: a new revision's brand is another file.
  const known = await caches.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}
