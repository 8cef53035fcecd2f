import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../web/build/sources.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openPortal, type PortalSite } from '../../support/portal-site.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

let site: PortalSite;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
const screen = () => visitor.page;
const title = (name: string) => screen().getByRole('heading', { level: 1, name }).waitFor();
const into = (language: string) =>
  screen().locator('.reading-tools').getByRole('link', { name: language }).click();
const problems = async () => {
  await settled(screen());
  return [...(await axeProblems(screen())), ...(await rgaaProblems(screen(), { tabs: 30 }))];
};

describe('Whoever chooses a language', { timeout: 30_000 }, () => {
  it('goes on at the same step, with the answers already given, and is corrected in that language', async () => {
    await visitor.arrive('/demarches/acte-naissance');
    await screen().getByRole('button', { name: 'Commencer' }).click();
    await screen().getByLabel('Moi-même').check();
    await screen().getByText('Brouillon enregistré').waitFor({ state: 'attached' });
    await into('English');
    await title('Who is the certificate for?');
    expect(new URL(screen().url()).pathname).toBe('/en/demarches/acte-naissance/pour-qui');
    expect(await screen().getByLabel('Myself').isChecked()).toBe(true);
    await screen().getByRole('button', { name: 'Continue' }).click();
    await screen().getByRole('link', { name: 'What you want: choose an answer' }).waitFor();
    expect(await problems()).toEqual([]);
    await into('Facile à lire');
    await title("C'est pour qui ?");
    expect(await screen().getByLabel('Moi', { exact: true }).isChecked()).toBe(true);
  });

  it('hears in French what is only there in French, and the rest in English', { tags: 'more' }, async () => {
    const composter = readContent('val-clair').procedures.find(({ id }) => id === 'composteur');
    if (!composter) throw new Error('Val-Clair gives composters');
    // Changed since the pages were built, and not yet said in English.
    const { translations: _, ...changed } = { ...composter, revision: 2 };
    site.api.also = ({ path }) => (path.endsWith('/procedures/composteur') ? { body: changed } : undefined);
    await visitor.arrive('/en/demarches/composteur');
    await title(composter.title);
    await screen().getByRole('button', { name: 'Start' }).click();
    await screen().locator('form.step-form').waitFor();
    expect(await screen().getAttribute('html', 'lang')).toBe('en');
    expect(await screen().getAttribute('h1', 'lang')).toBe('fr');
    const labels = screen().locator('form.step-form legend, form.step-form label[for]');
    expect(await labels.first().getAttribute('lang')).toBe('fr');
    expect(await screen().getByRole('button', { name: 'Continue' }).getAttribute('lang')).toBeNull();
    expect(await problems()).toEqual([]);
  });
});
