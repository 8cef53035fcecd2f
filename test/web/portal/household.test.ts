// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../functions/households/household-api.ts';
import * as sharingApi from '../../../functions/households/sharing-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

const lou: api.MemberView = {
  ...{ id: 'c1', version: 3, relation: 'child', givenName: 'Lou', familyName: 'Morel', birth: '2022-05-04' },
  ...{ gender: 'female', address: null, age: 4, cameOfAge: false, toConfirm: false, shared: null },
  otherAddress: { lines: ['3 rue Basse'], postalCode: '86000', city: 'Val-Clair' },
  otherParent: { name: 'Marc Duval', address: null, email: null },
  facts: [{ code: 'menu', label: 'Menu', shown: 'Menu sans viande' }],
  confirmedAt: '2026-09-01T10:00:00Z',
};
const home = (members: api.MemberView[]): api.HouseholdView => ({
  ...{ members, facts: [], most: 20, now: '2026-11-22T10:12:00.000Z' },
});
const everybody = home([
  {
    ...lou,
    id: 'p1',
    relation: 'partner',
    otherAddress: null,
    otherParent: null,
    toConfirm: true,
    facts: [],
  },
  { ...lou, shared: { name: 'Marc Duval', since: '2026-10-01T08:00:00Z' } },
  { ...lou, id: 'c2', givenName: 'Sacha', birth: '2008-03-01', age: 18, cameOfAge: true, facts: [] },
]);

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  visitor.page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.space.reset());

const open = async (view: api.HouseholdView, hash = '') => {
  site.space.answer(api.readHousehold, view);
  await visitor.arrive(`/mon-espace/foyer${hash}`);
  await settled(visitor.page);
};
const press = (name: string | RegExp) => visitor.page.getByRole('button', { name }).first().click();
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(visitor.page)),
  ...(await rgaaProblems(visitor.page, { tabs: 20 })),
];

describe('the household is everybody’s to read and to use', { timeout: 40_000 }, () => {
  it('says what to do while nobody is in it', async () => {
    await open(home([]));
    expect(await visitor.page.textContent('.empty-state h2')).toBe('Votre foyer est vide');
    expect(await problems()).toEqual([]);
  });

  it('shows who is there, what to confirm, who came of age and what is shared', async () => {
    await open(everybody);
    expect(await visitor.page.locator('.member').count()).toBe(3);
    await visitor.page.locator('summary').first().click();
    expect(await problems()).toEqual([]);
  });

  it('says each thing that is missing, and leads to it', async () => {
    await open(home([]));
    await press('Ajouter un enfant');
    await press('Enregistrer');
    await visitor.page.waitForSelector('.error-summary');
    expect(await visitor.page.locator('.error-summary li').count()).toBe(2);
    expect(await problems()).toEqual([]);
  });

  it('shows what another tab stored beside what was typed, and loses neither', async () => {
    await open(home([lou]));
    await press(/^Corriger/);
    await visitor.page.fill('#givenName', 'Louise');
    const sent: unknown[] = [];
    site.space.answer(api.changeMember, ({ body }) => {
      sent.push(body);
      return sent.length === 1
        ? new Problem('conflict', 409)
        : home([{ ...lou, givenName: 'Louise', version: 5 }]);
    });
    site.space.answer(api.readHousehold, home([{ ...lou, givenName: 'Lucie', version: 4 }]));
    await press('Enregistrer');
    await visitor.page.waitForSelector('.differences');
    expect(await visitor.page.textContent('.differences')).toMatch(/Lucie.*Louise/s);
    expect(await problems()).toEqual([]);
    await press('Garder ce que j’ai écrit');
    await visitor.page.waitForSelector('.member');
    expect(sent).toMatchObject([{ version: 3 }, { version: 4, givenName: 'Louise' }]);
  });

  it('gives the link of an invitation once, with its secret behind the #', async () => {
    await open(home([lou]));
    site.space.answer(sharingApi.inviteParent, {
      secret: 'abcdefghijklmnopqrstuvwxyz',
      expiresAt: '2026-11-29T10:00:00Z',
    });
    await press(/^Inviter/);
    expect(await visitor.page.inputValue('#invitation-link')).toMatch(
      /\/mon-espace\/foyer#invitation=abcdefghijklmnopqrstuvwxyz$/,
    );
    expect(await problems()).toEqual([]);
  });

  it('takes an invitation out of the address, and asks for the proof', async () => {
    const expiresAt = '2026-11-29T10:00:00Z';
    site.space.answer(sharingApi.readInvitation, { from: 'Marc Duval', expiresAt, isOwn: false });
    site.space.answer(sharingApi.acceptInvitation, () => new Problem('wrong-tracking-code', 404));
    await open(home([]), '#invitation=abcdefghijklmnopqrstuvwxyz');
    await visitor.page.waitForSelector('.received');
    expect(visitor.page.url()).not.toContain('abcdef');
    for (const [box, typed] of [
      ['', '4'],
      ['-month', '5'],
      ['-year', '2022'],
    ])
      await visitor.page.fill(`[id="child-birth${box}"]`, typed ?? '');
    await press('Accepter');
    await visitor.page.waitForSelector('.field-error');
    expect(await problems()).toEqual([]);
  });

  it('says that the service does not answer, and tries again', async () => {
    site.space.answer(api.readHousehold, () => new Problem('too-many-requests', 429));
    await visitor.arrive('/mon-espace/foyer');
    await settled(visitor.page, false, 'Réessayer');
    expect(await problems()).toEqual([]);
    site.space.answer(api.readHousehold, home([lou]));
    await press('Réessayer');
    await visitor.page.waitForSelector('.member');
  });
});
