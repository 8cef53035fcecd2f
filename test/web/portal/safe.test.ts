// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as needed from '../../../functions/safe/needed-api.ts';
import * as api from '../../../functions/safe/safe-api.ts';
import * as shareApi from '../../../functions/safe/share-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

const bill: api.SafeView = {
  ...{ id: '0mwsav2nf-1', version: 2, type: 'facture-energie', name: 'Facture octobre.pdf' },
  ...{ contentType: 'text/plain', size: 120_000, storedAt: '2026-10-20T10:00:00Z', issuedOn: '2026-10-14' },
  ...{ validUntil: '2027-01-14', validBy: 'rule', state: 'valid', member: null, memberName: null },
  read: [{ code: 'name', value: 'Claire Morel' }],
  ...{ reading: 'done', scan: 'clean', from: 'citizen', reference: null, binnedAt: null, emptiedOn: null },
};
const many: api.SafeView[] = [
  { ...bill, id: 'd2', name: 'photo.jpg', type: 'other', reading: 'pending', validUntil: null, read: [] },
  bill,
  {
    ...bill,
    id: 'd3',
    name: 'Acte de Lou.pdf',
    type: 'acte-naissance',
    state: 'expired',
    memberName: 'Lou Morel',
    validUntil: '2026-11-01',
  },
  { ...bill, id: 'd4', name: 'virus.pdf', type: 'other', scan: 'unscannable', validUntil: null },
  {
    ...bill,
    id: 'd5',
    name: 'Décision.pdf',
    type: 'from-authority',
    from: 'authority',
    validUntil: null,
    reference: 'VC-2026-000123-W',
  },
];
const list = (documents: api.SafeView[], change: object = {}) => ({
  ...{ documents, next: null, used: 4_200_000, quota: 500_000_000, warnByMail: false },
  ...{ members: [{ id: 'c1', name: 'Lou Morel' }], now: '2026-11-22T10:12:00.000Z' },
  ...change,
});
const link: shareApi.Share = {
  ...{ id: 's1', label: 'Agence', documents: [{ id: bill.id, name: bill.name }], opened: 3, downloads: 1 },
  ...{
    createdAt: '2026-11-20T10:00:00Z',
    expiresAt: '2026-11-27T10:00:00Z',
    lastOpenedAt: '2026-11-21T10:00:00Z',
  },
};

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
beforeEach(() => {
  site.space.reset();
  site.space.answer(needed.readWarnings, { warnings: [], warnByMail: false });
});

const open = async (documents: api.SafeView[], change: object = {}) => {
  site.space.answer(api.listSafe, list(documents, change));
  await visitor.arrive('/mon-espace/coffre');
  await settled(visitor.page);
};
const press = (name: string | RegExp) => visitor.page.getByRole('button', { name }).first().click();
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(visitor.page)),
  ...(await rgaaProblems(visitor.page, { tabs: 20 })),
];

describe('the safe is everybody’s to use', { timeout: 40_000 }, () => {
  it('says what to keep while it is empty', async () => {
    await open([]);
    expect(await visitor.page.textContent('.empty-state h2')).toBe('Votre coffre est vide');
    expect(await problems()).toEqual([]);
  });

  it('shows what each document is, what is being read, and what a season will ask for', async () => {
    const procedure = { id: 'transport-scolaire', title: 'S’inscrire au transport scolaire' };
    const season = { kind: 'season', document: null, on: '2027-01-15', procedure, label: 'Photo d’identité' };
    site.space.answer(needed.readWarnings, { warnings: [season], warnByMail: false });
    await open(many);
    await visitor.page.getByRole('button', { name: 'Facture octobre.pdf' }).click();
    await settled(visitor.page, false, 'Ce que nous avons lu');
    await visitor.page.waitForSelector('.safe-warnings');
    expect(await problems()).toEqual([]);
  });

  it('reads on the page what was read on the document, once it is', async () => {
    const photo = { ...bill, id: 'd2', name: 'photo.jpg', type: 'other', reading: 'pending' } as api.SafeView;
    site.space.answer(api.readSafeDocument, { ...photo, type: 'quittance', reading: 'done' });
    await open([photo]);
    await settled(visitor.page, false, 'Lecture en cours');
    await settled(visitor.page, false, 'Quittance de loyer');
  });

  it('lets its owner correct what was read, and says what is wrong', async () => {
    await open([bill]);
    await visitor.page.getByRole('button', { name: bill.name }).click();
    await press(/^Corriger/);
    await visitor.page.fill('#name', '');
    await visitor.page.fill('#issuedOn-month', '13');
    await press('Enregistrer');
    await visitor.page.waitForSelector('.error-summary');
    expect(await visitor.page.locator('.error-summary li').count()).toBe(2);
    expect(await problems()).toEqual([]);
    await visitor.page.fill('#name', 'Électricité.pdf');
    await visitor.page.fill('#issuedOn-month', '9');
    site.space.answer(api.correctSafeDocument, ({ body }) => ({ ...bill, ...(body as object), version: 3 }));
    await press('Enregistrer');
    await visitor.page.waitForSelector('.documents');
    expect(site.space.calls.at(-1)?.body).toMatchObject({
      version: 2,
      name: 'Électricité.pdf',
      issuedOn: '2026-09-14',
    });
  });

  it('shares by a link whose secret no server sees, shown once', async () => {
    await open([bill]);
    await visitor.page.getByRole('button', { name: bill.name }).click();
    await press(/^Partager/);
    await visitor.page.waitForSelector('#share-days');
    expect(await problems()).toEqual([]);
    site.space.answer(shareApi.shareDocuments, { secret: 'abcdefghijklmnopqrstuvwxyz', share: link });
    await press('Créer le lien');
    await visitor.page.waitForSelector('#share-link');
    expect(await visitor.page.inputValue('#share-link')).toMatch(/\/partage#abcdefghijklmnopqrstuvwxyz$/);
    expect(await problems()).toEqual([]);
  });

  it('shows how often each link served, and what lies in the bin', async () => {
    site.space.answer(shareApi.listShares, {
      shares: [link, { ...link, id: 's2', expiresAt: '2026-11-01T10:00:00Z' }],
    });
    await open([bill]);
    await visitor.page.getByRole('tab', { name: 'Partages' }).click();
    await settled(visitor.page, false, 'Ouvert 3 fois');
    expect(await problems()).toEqual([]);
    site.space.answer(
      api.listSafe,
      list([{ ...bill, binnedAt: '2026-11-20T10:00:00Z', emptiedOn: '2026-12-20' }]),
    );
    await visitor.page.getByRole('tab', { name: 'Corbeille' }).click();
    await settled(visitor.page, false, 'Supprimé définitivement le 20 décembre');
    await press(/^Supprimer définitivement/);
    await visitor.page.waitForSelector('dialog[open]');
    expect(await problems()).toEqual([]);
  });

  it('says why a file was not kept', async () => {
    await open([]);
    site.space.answer(api.startSafeUpload, { uploadId: 'u1', url: '/upload', fields: {} });
    site.space.answer(api.keepInSafe, () => new Problem('unsupported-type', 415));
    await visitor.page.setInputFiles('#safe-files', {
      ...{ name: 'étrange.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 rien') },
    });
    await settled(visitor.page, false, 'n’est pas un document que nous savons garder');
    expect(await problems()).toEqual([]);
  });
});

describe('whoever was sent a link opens it without an account', { timeout: 40_000 }, () => {
  const secret = 'abcdefghijklmnopqrstuvwxyz';
  it('shows what is shared, and takes the secret out of the address', async () => {
    site.space.answer(shareApi.openShare, {
      ...{ from: 'Claire', label: 'Agence', expiresAt: link.expiresAt, now: '2026-11-22T10:12:00.000Z' },
      documents: [{ id: bill.id, name: bill.name, contentType: 'application/pdf', size: 120_000 }],
    });
    await visitor.arrive(`/partage#${secret}`);
    await settled(visitor.page, false, bill.name);
    expect(visitor.page.url()).toBe(`${site.origin}/partage`);
    expect(await problems()).toEqual([]);
  });

  it('says that a link was closed, and what to do', async () => {
    site.space.answer(shareApi.openShare, () => new Problem('not-found', 404));
    await visitor.arrive(`/partage#${secret}`);
    await settled(visitor.page, false, 'Ce lien n’ouvre rien');
    expect(await problems()).toEqual([]);
    await visitor.arrive('/partage');
    await settled(visitor.page, false, 'Ouvrez le lien que vous avez reçu');
    expect(await problems()).toEqual([]);
  });
});
