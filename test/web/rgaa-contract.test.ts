import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { rgaaProblems } from '../support/rgaa.ts';

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.person()).newPage();
}, 60_000);
afterAll(() => browser?.close());

const good = `<a href="#contenu">Aller au contenu</a><header></header>
  <main id="contenu"><h1>Une page</h1></main>`;
const show = (body: string, css = '', title = 'Une page – Val-Clair') =>
  page.setContent(
    `<!doctype html><html lang="fr"><head><title>${title}</title><style>:focus-visible{outline:3px solid}${css}</style></head><body>${body}</body></html>`,
  );

describe('the contract sees what axe does not always see', () => {
  it('has nothing to say of a sound page', async () => {
    await show(good);
    expect(await rgaaProblems(page)).toEqual([]);
  });

  it.each([
    ['a title that does not say where one is', good, '', 'Accueil', /title says too little/],
    ['two main titles', `${good}<h1>Une autre</h1>`, '', undefined, /exactly one h1/],
    [
      'a heading that skips a level',
      good.replace('</main>', '<h4>Loin</h4></main>'),
      '',
      undefined,
      /skips a level/,
    ],
    [
      'a radio button without its question',
      `${good}<label><input type="radio">Oui</label>`,
      '',
      undefined,
      /no legend/,
    ],
    [
      'an error linked to nothing',
      `${good}<label>Nom <input aria-invalid="true"></label>`,
      '',
      undefined,
      /error not linked/,
    ],
    ['a label that is not there', `${good}<input placeholder="Nom">`, '', undefined, /no visible label/],
    [
      'words that lead to two places',
      `${good}<a href="/a">Voir la fiche</a><a href="/b">Voir la fiche</a>`,
      '',
      undefined,
      /same words, other place/,
    ],
    [
      'a target too small to touch',
      `${good}<button>x</button>`,
      'button{height:18px;width:18px;padding:0}',
      undefined,
      /target under 24 px/,
    ],
    [
      'a focus nobody sees',
      `${good}<button>Valider la demande</button>`,
      'button:focus-visible{outline:none}',
      undefined,
      /focus is not visible/,
    ],
    [
      'a table wider than a phone',
      `${good}<p class="large">x</p>`,
      '.large{width:500px}',
      undefined,
      /at 320 px: wider/,
    ],
    [
      'words cut when they grow',
      `${good}<p class="box">Des mots assez longs</p>`,
      '.box{height:20px;width:90px;overflow:hidden;white-space:nowrap}',
      undefined,
      /text is cut/,
    ],
    ['a style the policy refuses', `${good}<p style="color:red">Rouge</p>`, '', undefined, /style attribute/],
  ])('finds %s', async (_, body, css, title, expected) => {
    await show(body, css, title);
    expect((await rgaaProblems(page)).join('\n')).toMatch(expected);
  });

  it('hears axe as well', async () => {
    await show(`${good}<p class="pale">Presque invisible</p>`, '.pale{color:#ccc}');
    expect((await axeProblems(page)).join('\n')).toContain('color-contrast');
  });
});
