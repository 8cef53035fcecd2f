/// <reference lib="webworker" />
declare const PRECACHE: string[];
declare const VERSION: string;
const worker = self as unknown as ServiceWorkerGlobalScope;
const offlinePage = '/hors-ligne';
/** Opens any step of a form begun on this device: the draft holds the form itself. */
const formPage = '/demarches/_/index.html';
const prefixOf = (path: string): string => /^\/(en|facile)(?=\/|$)/.exec(path)?.[0] ?? '';
/** The signature book goes on without a network: any letter of it is shown by this document. Its letters are not kept here. */
const bookPage = '/agents/parapheur';
const isOfBook = (path: string): boolean => path === bookPage || path.startsWith(`${bookPage}/`);

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(PRECACHE)));
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(forget());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const own = url.origin === location.origin && request.method === 'GET';
  // Answers of the API hold personal data: they are never kept. The agents' other pages and the local tools stay out.
  if (!own || (/^\/(api|agents|local|_aws)(\/|$)/.test(url.pathname) && !isOfBook(url.pathname))) return;
  if (url.pathname.startsWith('/assets/'))
    event.respondWith(isHeavy(url.pathname) ? light(request) : kept(request));
  else if (request.mode === 'navigate' || url.pathname.startsWith('/theme/') || url.pathname === bookPage)
    event.respondWith(page(request));
});

/** Asked for on this device: no font, no picture that only adorns. Kept with the pages, since a worker is often stopped. */
const lightMark = '/light';
worker.addEventListener('message', ({ data }) => {
  const keep = async (isLight: boolean) => {
    const cache = await caches.open(VERSION);
    if (isLight) await cache.put(lightMark, new Response(''));
    else await cache.delete(lightMark);
  };
  if (typeof data?.light === 'boolean') void keep(data.light);
});
const isHeavy = (path: string): boolean => /\.(woff2|svg|jpe?g|png|webp)$/.test(path);

async function light(request: Request): Promise<Response> {
  const cache = await caches.open(VERSION);
  return (await cache.match(lightMark)) ? Response.error() : kept(request);
}

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(VERSION);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The network first, so that nobody reads an old page; without it the page as last read, or the one that says so. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(VERSION);
  const address = new URL(request.url).pathname;
  const prefix = prefixOf(address);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(address, response.clone());
    if (response.ok && prefix) void keepShells(cache, prefix).catch(() => undefined);
    return response;
  } catch {
    const isForm = /^\/demarches\/[^/]+\/./.test(address.slice(prefix.length));
    const form = isForm ? await cache.match(prefix + formPage) : undefined;
    const book = isOfBook(address) ? await cache.match(bookPage) : undefined;
    const offline = (await cache.match(prefix + offlinePage)) ?? (await cache.match(offlinePage));
    const fallback = (await cache.match(address)) ?? form ?? book ?? offline;
    return fallback ?? Response.error();
  }
}

/** Another language is kept from its first page on: few people read two. */
async function keepShells(cache: Cache, prefix: string): Promise<void> {
  const shells = [offlinePage, formPage].map((page) => prefix + page);
  for (const shell of shells) if (!(await cache.match(shell))) await cache.add(shell);
}
