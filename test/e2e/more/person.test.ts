import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { generalRequest } from '../../support/citizens.ts';
import { expectAccessible, openPage } from '../../support/journey.ts';
import { running } from '../../support/outer.ts';

const product = running();
let chromium: TestBrowser;
beforeAll(async () => {
  chromium = await openBrowser();
}, 60_000);
afterAll(() => chromium?.close());

const family = `Deuxfois${process.pid}`;
const ask = async (subject: string, email: string) => {
  const answers = { ...generalRequest(subject, 'Bonjour.'), familyName: family, email };
  const { body } = await product.submit('demande-generale', answers);
  return body.reference as string;
};

describe('somebody who wrote under two addresses', () => {
  it('is seen whole once an agent merges both sheets, and each sheet is itself again once they part', async () => {
    const [one, other] = [`un.${process.pid}@courriel.example`, `deux.${process.pid}@courriel.example`];
    const first = await ask('Premier sujet', one);
    const second = await ask('Deuxième sujet', other);
    await product.quiet();
    const agent = await product.signIn('claire.monnier');
    const whose = async (reference: string): Promise<string> =>
      (await agent.get(`/api/agent/requests/${reference}/person`)).body.person.personId;
    const shown = async (personId: string) => {
      const { now: _now, ...page } = (await agent.get(`/api/agent/citizens/${personId}`)).body;
      const { requests } = (await agent.get(`/api/agent/citizens/${personId}/requests`)).body;
      const { contacts } = (await agent.get(`/api/agent/citizens/${personId}/contacts`)).body;
      return { page, requests, contacts };
    };
    const [a, b] = [await whose(first), await whose(second)];
    expect(a).not.toBe(b);
    const before = [await shown(a), await shown(b)];

    const person = await chromium.person();
    const { page, complaints } = await openPage(person);
    await page.goto(
      `${product.url}/api/session/agents/start?login_hint=claire.monnier&to=/agents/demandes/${first}`,
    );
    await page.getByRole('link', { name: 'Voir sa fiche' }).click();
    await page.getByRole('heading', { level: 1, name: `Jeanne ${family}` }).waitFor();
    await page.getByText('Peut-être la même personne').waitFor();
    await expectAccessible(page, 'the page of a person');
    await page.getByRole('button', { name: 'C’est la même personne' }).first().click();
    await page.getByRole('button', { name: 'Réunir les fiches' }).click();
    await page.getByText('Deuxième sujet').first().waitFor();

    const third = await ask('Troisième sujet', other);
    await product.quiet();
    await page.reload();
    for (const subject of ['Premier sujet', 'Deuxième sujet', 'Troisième sujet'])
      await page.getByRole('link', { name: subject }).first().waitFor();
    await page.getByRole('button', { name: /^Séparer/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Séparer' }).click();
    await page.getByText('Fiches séparées.').waitFor();
    expect(complaints).toEqual([]);

    expect(await shown(a)).toEqual(before[0]);
    expect(await whose(third)).toBe(b);
    const after = await shown(b);
    const isNew = (line: { reference: string | null }) => line.reference === third;
    expect(after).toEqual({
      page: { ...before[1]?.page, tasks: expect.arrayContaining(before[1]?.page.tasks) },
      requests: [...after.requests.filter(isNew), ...(before[1]?.requests ?? [])],
      contacts: [...after.contacts.filter(isNew), ...(before[1]?.contacts ?? [])],
    });
    const { readings } = (await agent.get(`/api/agent/citizens/${a}/readings`)).body;
    expect(readings).toContainEqual(
      expect.objectContaining({ by: 'agent:claire.monnier', reason: 'instruction', reference: first }),
    );
  }, 120_000);
});
