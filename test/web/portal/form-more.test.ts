// @module-tag more
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readCosignature,
  refuseCosignature,
  sendCosignCode,
  signCosignature,
  withdrawCosignature,
} from '../../../functions/drafts/cosign-api.ts';
import {
  addHandoverFile,
  endHandover,
  lookAtHandover,
  startHandover,
  takeHandover,
} from '../../../functions/drafts/handover-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { fillWhole } from '../../support/fill-form.ts';
import { everyKind } from '../../support/procedures.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  page = visitor.page;
  page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
const endsAt = '2026-11-22T10:27:00.000Z';
let photos: { uploadId: string; name: string; size: number }[];
let isTaken: boolean;
beforeEach(() => {
  site.space.reset();
  site.space.me = null;
  [photos, isTaken] = [[], false];
  const url = 'https://portail.val-clair.example/telephone#K7QXC9MPD4';
  site.space.answer(startHandover, { code: 'K7QXC-9MPD4', url, endsAt, qr: { size: 10, path: 'M0 0h4v4z' } });
  site.space.answer(lookAtHandover, () => ({ taken: isTaken, files: photos, endsAt }));
  site.space.answer(endHandover, {});
});
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(page)),
  ...(await rgaaProblems(page, { tabs: 25 })),
];
const arrive = async (path: string) => {
  await visitor.arrive(path);
  await settled(page);
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const calls = (end: string) => site.space.calls.filter(({ operation }) => operation.endsWith(end));

describe('going on with the phone', { timeout: 40_000 }, () => {
  it('shows a code to read or to type, and says what the phone does', async () => {
    await arrive('/demarches/essai-complet/besoin');
    await page.getByLabel('Pour vous-même').check();
    await button('Continuer sur un autre appareil').click();
    await page.waitForSelector('dialog .qr');
    expect(await page.textContent('dialog')).toContain('K7QXC-9MPD4');
    expect(await problems()).toEqual([]);
    expect(calls('/handovers').at(0)?.body).toMatchObject({
      kind: 'form',
      draft: { answers: { pour: 'moi' } },
    });
    isTaken = true;
    await page.waitForFunction(() =>
      /Ouvert sur votre téléphone/.test(document.querySelector('dialog')?.textContent ?? ''),
    );
    await button('Terminer').click();
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  });

  it('brings the photo of one question to the desk', async () => {
    await arrive('/demarches/aide-velo/pieces');
    await page.getByRole('button', { name: /Prendre la photo avec mon téléphone \(Facture/ }).click();
    await page.waitForSelector('dialog .qr');
    photos = [{ uploadId: 'u-photo', name: 'facture.jpg', size: 12 }];
    await page.waitForSelector('.file-name');
    expect(await page.textContent('.file-name')).toBe('facture.jpg');
    expect(await page.textContent('dialog')).toMatch(/1\s+photo reçue/);
    await button('Terminer').click();
    expect(calls('DELETE /api/public/handovers')).toHaveLength(1);
  });

  it('opens on the phone by its address, with the answers and at the step where one was', {
    tags: 'more',
  }, async () => {
    const draft = {
      answers: { pour: 'moi' },
      files: {},
      step: 'besoin',
      key: 'cle-de-l-autre-ecran',
    };
    const taken = {
      kind: 'form',
      procedure: 'essai-complet',
      title: 'Essai',
      draft,
      field: null,
      files: [],
      endsAt,
    };
    site.space.answer(takeHandover, taken);
    await visitor.arrive('/telephone#K7QXC9MPD4');
    await page.waitForURL(/essai-complet\/besoin$/);
    await page.waitForSelector('#champ-pour');
    expect(await page.getByLabel('Pour vous-même').isChecked()).toBe(true);
  });

  it('says kindly that a code is not valid, and takes another', async () => {
    site.space.answer(takeHandover, new Problem('not-found', 404));
    await arrive('/telephone');
    expect(await problems()).toEqual([]);
    await button('Ouvrir').click();
    await page.waitForSelector('.error-summary:focus');
    await page.fill('#code', 'K7QXC-9MPD4');
    await button('Ouvrir').click();
    await page.waitForFunction(() =>
      /n’est pas valable/.test(document.querySelector('.error-summary')?.textContent ?? ''),
    );
    expect(await problems()).toEqual([]);
  });

  it('takes the photo on the phone and says that it has arrived', async () => {
    const field = { label: 'Facture d’achat', max: 2, accept: ['image'] };
    site.space.answer(takeHandover, {
      kind: 'photo',
      procedure: 'aide-velo',
      title: 'Facture',
      draft: null,
      field,
      files: [],
      endsAt,
    });
    site.space.answer(addHandoverFile, {});
    await visitor.arrive('/telephone#K7QXC9MPD4');
    await page.waitForSelector('#photo');
    expect(await problems()).toEqual([]);
    await page.setInputFiles('#photo', {
      name: 'facture.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('jpeg'),
    });
    await page.waitForFunction(() => /arrivé sur l’autre écran/.test(document.body.textContent ?? ''));
    expect(calls('/files').at(0)?.body).toMatchObject({ file: { name: 'facture.jpg' } });
  });
});

describe('a form that two people sign', { timeout: 40_000 }, () => {
  const view = (change: object = {}) => ({
    ...{ role: 'second', title: 'Conclure un PACS', state: 'waiting', until: '2026-12-07', now: endsAt },
    ...{
      first: { name: 'Anna Petit', at: endsAt },
      second: { email: 'bilal@exemple.fr' },
      procedure: everyKind,
    },
    ...{ answers: { pour: 'moi' }, files: [{ field: 'assurance', uploadId: 'u1', name: 'attestation.pdf' }] },
    ...change,
  });
  const link = '/cosigner#abc.secret';

  it('is read whole, then signed with the code of a mail', async () => {
    let state = 'waiting';
    site.space.answer(readCosignature, () =>
      view({ state, ...(state === 'signed' && { lodged: { reference: 'VC-2026-000123-W' } }) }),
    );
    site.space.answer(sendCosignCode, {});
    site.space.answer(signCosignature, ({ body }) => {
      if ((body as { code: string }).code !== '123456') return new Problem('wrong-tracking-code', 404);
      state = 'signed';
      return { reference: 'VC-2026-000123-W' };
    });
    await visitor.arrive(link);
    await page.waitForSelector('.check-answers');
    expect(await page.textContent('main')).toContain('Pour vous-même');
    expect(await problems()).toEqual([]);
    await button('Recevoir mon code').click();
    await page.fill('#name', 'Bilal Haddad');
    await page.fill('#code', '999999');
    await button('Je signe cette demande').click();
    await page.waitForSelector('.error-summary:focus');
    expect(await problems()).toEqual([]);
    await page.fill('#code', '123456');
    await button('Je signe cette demande').click();
    await page.waitForFunction(() => /Vous avez signé/.test(document.querySelector('h1')?.textContent ?? ''));
    expect(await page.textContent('main')).toContain('VC-2026-000123-W');
  });

  it('may be refused with a reason', async () => {
    let state = 'waiting';
    site.space.answer(readCosignature, () => view({ state }));
    site.space.answer(refuseCosignature, () => {
      state = 'refused';
      return {};
    });
    await visitor.arrive(link);
    await button('Refuser de signer').click();
    await button('Envoyer mon refus').click();
    await page.waitForSelector('#raison-error');
    await page.fill('#raison', 'Je n’ai pas donné mon accord.');
    expect(await problems()).toEqual([]);
    await button('Envoyer mon refus').click();
    await page.waitForFunction(() =>
      /refus est enregistré/.test(document.querySelector('h1')?.textContent ?? ''),
    );
  });

  for (const [state, more, title] of [
    ['waiting', {}, 'En attente de la seconde signature'],
    ['refused', { refused: { reason: 'Non.', at: endsAt } }, 'a refusé de signer'],
    ['expired', {}, 'n’est pas venue à temps'],
    [
      'signed',
      { lodged: { reference: 'VC-2026-000123-W', trackingCode: 'KLAR7-TUN' } },
      'Les deux signatures sont là',
    ],
  ] as const)
    it(`the first person sees where it stands: ${state}`, async () => {
      site.space.answer(readCosignature, view({ role: 'first', state, ...more }));
      site.space.answer(withdrawCosignature, {});
      await visitor.arrive(link);
      await page.waitForFunction(
        (words) => document.querySelector('h1')?.textContent?.includes(words),
        title,
      );
      expect(await problems()).toEqual([]);
      if (state !== 'waiting') return;
      await button('Retirer ma demande').click();
      await button('Oui, la retirer').click();
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      await expect.poll(() => calls('/withdraw')).toHaveLength(1);
    });

  it('a link cut short is told so', async () => {
    await visitor.arrive('/cosigner');
    await page.waitForFunction(() => /pas complet/.test(document.querySelector('h1')?.textContent ?? ''));
    expect(await problems()).toEqual([]);
  });
});

describe('without a network', { timeout: 40_000 }, () => {
  it('a form that is sent waits, says so, and leaves once when the network is back', async () => {
    await arrive('/demarches/essai-complet');
    await button('Commencer').click();
    await page.waitForSelector('form.step-form');
    await fillWhole(page);
    expect(await problems()).toEqual([]);
    await page.context().setOffline(true);
    await button('Envoyer ma demande').click();
    await page.waitForFunction(() => /attend la connexion/.test(document.body.textContent ?? ''), undefined, {
      timeout: 15_000,
    });
    expect(await problems()).toEqual([]);
    await page.context().setOffline(false);
    await page.waitForSelector('.sent-card', { timeout: 15_000 });
    expect(site.api.sent.size).toBe(1);
  });

  it('a file whose sending was cut is sent again by itself, even after a reload', async () => {
    await arrive('/demarches/aide-velo/pieces');
    site.api.troubles = [{ path: /^\/upload$/, cut: true, times: 99 }];
    const pdf = { name: 'rib.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
    await page.setInputFiles('#champ-rib', pdf);
    await page.waitForSelector('.file.failed');
    expect(await page.textContent('.file-state')).toContain('Nouvel essai dans un instant');
    await page.reload();
    await page.waitForSelector('.file');
    site.api.troubles = [];
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    expect(site.api.uploads.size).toBe(1);
  });
});

describe('before the start', { timeout: 40_000 }, () => {
  it('two or three questions say whether it is for oneself, and where to go when it is not', {
    tags: 'more',
  }, async () => {
    await arrive('/demarches/changement-adresse-electeur');
    await button('Vérifier maintenant').click();
    expect(await problems()).toEqual([]);
    await page.getByLabel('Non', { exact: true }).check();
    await page.waitForFunction(() =>
      /nouvelle commune/.test(document.querySelector('.early-check')?.textContent ?? ''),
    );
    expect(await problems()).toEqual([]);
  });
});
