import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';

/**
 * Until the page says where one is, what is awaited is read there, and nothing in it is still on its way. Words that show a state
 * may come before it: "Loading" stands already while who is signed in is read, without a heading.
 */
export const settled = (page: Page, waits = false, seen = '') =>
  page.evaluate(
    ({ waits, seen }) =>
      new Promise<void>((resolve, reject) => {
        const until = performance.now() + 20_000;
        // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts.
        const words = () => document.body.innerText.replace(/\s+/g, ' ').toLowerCase();
        const lacks = () => {
          if (document.querySelector('h1') === null) return 'no heading';
          if (!waits && document.querySelector('[aria-busy="true"], .skeleton'))
            return 'something is on its way';
          // A colour half way to the next is nobody's choice.
          if (document.getAnimations().some((one) => one instanceof CSSTransition)) return 'colours change';
          return seen && !words().includes(seen) ? `these words are not there: ${seen}` : undefined;
        };
        // What a page does after it is drawn, it has done two frames later: nobody types before that.
        let frames = 0;
        const look = () => {
          const lack = lacks();
          frames = lack ? 0 : frames + 1;
          if (frames > 2) setTimeout(resolve);
          else if (performance.now() > until) reject(new Error(lack));
          else requestAnimationFrame(look);
        };
        look();
      }),
    { waits, seen: seen.toLowerCase() },
  );

export type Visitor = {
  page: Page;
  /** What went wrong since the last arrival: an error of a script, a thing that the policy refused. */
  complaints: string[];
  /**
   * Opens an address of the site as somebody who was never there, with these cookies. `before`: done when the page before is
   * gone, with all that it still sent on its way out.
   */
  arrive(path: string, cookies?: Record<string, string>, before?: () => void): Promise<void>;
};

/**
 * One window for many states: everything that a site can keep is thrown away before each arrival, which costs a tenth of
 * another window and lets the browser keep the scripts that it has read. For states to be looked at one after the other;
 * tests of what is kept, or of several people at once, take a person each (`TestBrowser.person`).
 */
export async function openVisitor(
  browser: TestBrowser,
  origin: string,
  options?: Parameters<TestBrowser['person']>[0],
): Promise<Visitor> {
  const person = await browser.person(options);
  const page = await person.newPage();
  const devtools = await person.newCDPSession(page);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return {
    page,
    complaints,
    async arrive(path, cookies = {}, before) {
      // The page before may still be on its way elsewhere: what it sets out for would come in place of what is asked for.
      await page.waitForLoadState();
      const forget = () => page.evaluate(() => location.href === 'about:blank' || sessionStorage.clear());
      await forget().catch(forget);
      const leave = () => page.goto('about:blank');
      await leave().catch(leave);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await person.clearCookies();
      await person.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })));
      complaints.length = 0;
      before?.();
      await page.goto(origin + path);
    },
  };
}
