import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { onPhones } from './procedure-states.ts';
import { type State, states } from './states.ts';

let site: AgentsSite;
let chromium: TestBrowser;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

async function show(state: State, options: Parameters<TestBrowser['person']>[0] = {}) {
  const person = await chromium.person(options);
  await person.addCookies([
    { name: 'fake', value: state.scenario ?? 'normal', url: site.origin },
    { name: 'as', value: state.as ?? 'everything', url: site.origin },
  ]);
  site.api.forget();
  const page = await person.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(site.origin + state.path);
  await page.getByText(state.seen).first().waitFor();
  await state.reach?.(page);
  return { page, complaints, close: () => person.close() };
}

describe('every agent can work, with any assistive technology', () => {
  it.each(states.map((state) => [state.name, state] as const))(
    'at a desk: %s',
    async (_name, state) => {
      const { page, complaints, close } = await show(state);
      expect(await axeProblems(page)).toEqual([]);
      if (!state.dialog) expect(await rgaaProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    30_000,
  );

  const onPhone = states.filter(({ name }) =>
    ['board', 'contact', 'request', 'batch with refused files', 'letters', 'queue', ...onPhones].includes(
      name,
    ),
  );
  it.each(onPhone.map((state) => [state.name, state] as const))(
    'on a phone: %s',
    async (_name, state) => {
      const { page, complaints, close } = await show(
        { ...state, seen: state.name === 'contact' ? 'Fiche' : state.seen },
        { viewport: { width: 390, height: 844 }, hasTouch: true },
      );
      expect(await axeProblems(page)).toEqual([]);
      expect(await rgaaProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    30_000,
  );

  it('reads every page under its own title', async () => {
    const titles = new Map<string, string>();
    for (const state of states.filter(({ scenario, reach }) => !scenario && !reach)) {
      const address = state.path.replace(/\?.*/, '');
      if ([...titles.values()].includes(address)) continue;
      const { page, close } = await show(state);
      const title = await page.title();
      if (state.name !== 'forbidden') expect([title, titles.get(title) ?? address]).toEqual([title, address]);
      titles.set(title, address);
      await close();
    }
  }, 60_000);
});
