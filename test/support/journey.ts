import { readFile } from 'node:fs/promises';
import type { BrowserContext, Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from './axe.ts';
import { running } from './outer.ts';
import { rgaaProblems } from './rgaa.ts';
import { settled } from './visitor.ts';

/** A page of this person, with whatever went wrong in it: an error of a script, a thing that the policy refused. */
export async function openPage(person: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await person.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Nothing against accessibility in what is shown now: axe at zero, the RGAA contract kept. A dialog stays in its window. */
export async function expectAccessible(page: Page, what: string, resize = true): Promise<void> {
  await settled(page);
  const problems = [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 15, resize }))];
  expect(problems, what).toEqual([]);
}

/** Signs in as agents do: from the application's own door, then on the page of the identity provider. */
export async function signInByHand(page: Page, name: string): Promise<void> {
  await page.goto(`${running().url}/agents/`);
  await page.getByRole('link', { name: 'Se connecter avec ProConnect' }).click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page
    .getByRole('link', { name: 'Se déconnecter' })
    .or(page.getByText('Se déconnecter'))
    .first()
    .waitFor();
}

/** Presses Tab until this is where the keyboard is; fails when it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** Whatever `act` makes the browser download, in this tab or in one that it opens. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; body: Buffer }> {
  const person = page.context();
  const [download] = await Promise.all([
    new Promise<Download>((resolve, reject) => {
      page.once('download', resolve);
      person.once('page', (other) => other.once('download', resolve));
      setTimeout(() => reject(new Error('nothing was downloaded within 20 s')), 20_000).unref();
    }),
    act(),
  ]);
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}
