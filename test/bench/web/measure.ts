import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/**
 * Of one load: milliseconds, bytes of script (gzip), shifts without unit. `tbt` as it is defined (web.dev/articles/tbt): what long
 * tasks take beyond 50 ms after the first contentful paint; `blocked` counts also what comes before anything can be touched.
 */
export type Figures = {
  lcp: number;
  tbt: number;
  blocked: number;
  cls: number;
  script: number;
  later: number;
  requests: number;
};

/** A cheap phone in a street: what the design says it measures on. */
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const slow4g = { latency: 562.5, down: 1474.56, up: 675 };
const cpu = 4;
const bytesASecond = (kilobits: number) => (kilobits * 1024) / 8;

type Seen = { lcp: number; cls: number; tasks: { startTime: number; duration: number }[] };
/** Runs in the page, before anything of its own. */
const watch = () => {
  const seen: Seen = { lcp: 0, cls: 0, tasks: [] };
  (window as unknown as { seen: typeof seen }).seen = seen;
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  on('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) seen.cls += shift.value;
  });
  on('longtask', ({ startTime, duration }) => {
    seen.tasks.push({ startTime, duration });
  });
};

/** Milliseconds that tasks take beyond 50 each, since `from`: they keep a finger waiting. Of one under way then, what is left of it. */
const blockedAfter = (from: number, tasks: Seen['tasks']): number =>
  tasks.reduce(
    (sum, { startTime, duration }) =>
      sum + Math.max(0, startTime + duration - Math.max(from, startTime) - 50),
    0,
  );

/** Runs in the page: the first contentful paint. */
const firstPaint = (): number => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;

/** Runs in the page: addresses asked for once it was loaded, by its own clock; what loading sets off is known here too late. */
const askedOnceLoaded = (): string[] => {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime >= (arrival?.loadEventStart ?? 0))
    .map(({ name }) => name);
};

const throttle = async (session: CDPSession) => {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow4g.latency,
    downloadThroughput: bytesASecond(slow4g.down),
    uploadThroughput: bytesASecond(slow4g.up),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
};

/** Bytes, gzip, of a script whatever it was carried as; files never change within a run. */
const weights = new Map<string, number>();
async function weightOf(url: string): Promise<number> {
  const known = weights.get(url);
  if (known !== undefined) return known;
  const bytes = gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  weights.set(url, bytes);
  return bytes;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Nothing has been asked for during this time, in milliseconds: the page stands. */
const still = 900;

/** Opens `url` as somebody whose phone has never been there, waits for `shown`, and says what it cost. */
export async function measure(context: BrowserContext, url: string, shown: string): Promise<Figures> {
  const page: Page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await throttle(session);
    await page.addInitScript(watch);
    const asked: { url: string; type: string }[] = [];
    let last = Date.now();
    page.on('request', (request) => {
      last = Date.now();
      asked.push({ url: request.url(), type: request.resourceType() });
    });
    page.on('requestfinished', () => {
      last = Date.now();
    });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await page.locator(shown).filter({ visible: true }).first().waitFor({ timeout: 60_000 });
    while (Date.now() - last < still) await rest(100);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    const painted = await page.evaluate(firstPaint);
    const late = new Set(await page.evaluate(askedOnceLoaded));
    const isAfter = ({ url: one }: { url: string }) => late.has(one);
    const scripts = asked.filter(({ type }) => type === 'script');
    const sum = async (isLate: boolean) => {
      const urls = new Set(scripts.filter((one) => isAfter(one) === isLate).map((one) => one.url));
      const all = await Promise.all([...urls].map(weightOf));
      return all.reduce((whole, each) => whole + each, 0);
    };
    return {
      ...{ lcp: seen.lcp, cls: seen.cls },
      ...{ tbt: blockedAfter(painted, seen.tasks), blocked: blockedAfter(0, seen.tasks) },
      ...{ script: await sum(false), later: await sum(true) },
      requests: asked.filter((one) => !isAfter(one)).length,
    };
  } finally {
    await page.close();
  }
}
