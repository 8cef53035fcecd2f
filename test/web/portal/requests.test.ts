import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOwnRequest, listOwnRequests } from '../../../functions/follow/citizen-api.ts';
import { contestDecision, rateAnswer, reopenOwn, takeFile } from '../../../functions/follow/public-api.ts';
import { provideDocuments } from '../../../functions/instruction/public-api.ts';
import { trackRequest } from '../../../functions/requests/public-api.ts';
import { listSafe, useSafeDocument } from '../../../functions/safe/safe-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { busyInstruction } from '../../support/fake-instruction.ts';
import { followed, listed, refusal } from '../../support/followed.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { trackedRequest } from '../../support/tracked-request.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

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

const reference = 'VC-2026-000123-W';
const words = () => visitor.page.textContent('main');
const sound = async () => {
  await settled(visitor.page);
  expect([...(await axeProblems(visitor.page)), ...(await rgaaProblems(visitor.page, { tabs: 40 }))]).toEqual(
    [],
  );
  expect(visitor.complaints).toEqual([]);
};
const everywhere = async () => {
  await sound();
  await visitor.page.setViewportSize(screens.phone);
  await sound();
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await visitor.page.setViewportSize(screens.desktop);
};
const arrive = async (path: string) => {
  await visitor.arrive(path);
  await settled(visitor.page);
};

describe('the list of one’s requests', { timeout: 30_000 }, () => {
  it('puts first what waits for the person, says by when and who acts', async () => {
    const three = [
      followed({
        reference: 'VC-2026-000001-P',
        subject: 'Inscription à l’école',
        group: 'your-turn',
        state: 'waiting-citizen',
        until: '2026-12-01',
        channel: 'counter',
      }),
      followed(),
      followed({
        reference: 'VC-2025-987654-T',
        subject: 'Arbre dangereux',
        group: 'ended',
        state: 'closed',
        outcome: 'refused',
        endedOn: '2026-10-02',
        promisedOn: null,
        channel: 'scan',
      }),
    ];
    site.space.answer(listOwnRequests, listed(three, { next: '2#x' }));
    await arrive('/mon-espace/demandes');
    expect(await visitor.page.locator('main h2').allInnerTexts()).toEqual([
      'À vous d’agir',
      'En cours',
      'Terminées',
      'Ajouter une demande',
    ]);
    for (const expected of [
      'À envoyer avant le 1er décembre 2026',
      'à l’accueil',
      'Réponse au plus tard le 18 décembre 2026',
      'Service Mobilité',
      'par courrier',
      'Refusée',
    ])
      expect(await words()).toContain(expected);
    expect(await visitor.page.getAttribute('.pagination a', 'href')).toBe('/mon-espace/demandes?after=2%23x');
    await everywhere();
  });

  it('takes one in by its number and code, and says what is wrong', async () => {
    site.space.answer(listOwnRequests, listed([]));
    site.space.answer(addOwnRequest, () => new Problem('wrong-tracking-code', 404));
    await arrive('/mon-espace/demandes');
    expect(await words()).toContain('Aucune demande pour l’instant');
    await sound();
    await visitor.page.getByRole('button', { name: 'Ajouter une demande faite sans compte' }).click();
    await visitor.page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('ajouter-numero');
    await visitor.page.fill('#ajouter-numero', 'vc 2026 123 w');
    await visitor.page.fill('#ajouter-code', 'K7QXC-9MPD4');
    await visitor.page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    await visitor.page.waitForSelector('[role=alert]');
    await sound();
    site.space.answer(addOwnRequest, { reference });
    site.space.answer(listOwnRequests, listed([followed()]));
    await visitor.page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    await visitor.page.getByText(`La demande ${reference} est dans votre espace.`).waitFor();
    expect(site.space.calls.at(-1)?.body).toEqual({ reference, trackingCode: 'K7QXC-9MPD4' });
  });

  it('says when it cannot be read, and leads whoever is not signed in to where they sign in', {
    tags: 'more',
  }, async () => {
    site.space.answer(listOwnRequests, () => new Problem('unexpected', 500));
    await arrive('/mon-espace/demandes');
    expect(await words()).toContain('n’ont pas pu s’afficher');
    await sound();
    site.space.me = null;
    await visitor.arrive('/mon-espace/demandes');
    await visitor.page.waitForURL(/\/connexion\?to=%2Fmon-espace%2Fdemandes$/);
  });
});

describe('the page of one’s request', { timeout: 30_000 }, () => {
  const open = async (request = trackedRequest({ isFollowed: true }), path = '') => {
    site.space.answer(trackRequest, request);
    await arrive(`/mon-espace/demandes/${reference}${path}`);
  };

  it('is the page of its code without a code, and gives the whole file', async () => {
    site.space.answer(takeFile, { url: '/theme/logo.svg', size: 2_400_000, missing: [] });
    await open();
    for (const expected of [
      'vendredi 18 décembre',
      'Service Mobilité',
      'Écrire au service',
      'Retirer de mon espace',
    ])
      expect(await words()).toContain(expected);
    await visitor.page.getByRole('button', { name: 'Télécharger tout le dossier' }).click();
    await visitor.page.getByText('Le dossier est prêt (2,4 Mo).').waitFor();
    await everywhere();
  });

  it('says when it is not one’s own', { tags: 'more' }, async () => {
    site.space.answer(trackRequest, () => new Problem('wrong-tracking-code', 404));
    await arrive(`/mon-espace/demandes/${reference}`);
    expect(await words()).toContain('Cette demande n’est pas dans votre espace');
    await sound();
  });

  it('explains a refusal: why, what one can do, until when; and contests it', async () => {
    site.space.answer(contestDecision, {
      reference: 'VC-2026-000200-K',
      trackingCode: 'K7QXC-9MPD4',
      on: '2026-11-22',
      silenceOn: '2027-01-22',
    });
    await open(trackedRequest({ state: 'delivered', answer: refusal(), promisedOn: null }));
    for (const expected of [
      'Pourquoi',
      'vélo est d’occasion',
      'Ce que vous pouvez faire',
      'tribunal administratif de Clermoulins',
      'médiatrice',
      'Défenseur des droits',
      'Jusqu’à quand',
      '19 janvier 2027',
    ])
      expect(await words()).toContain(expected);
    await visitor.page.getByRole('button', { name: 'Contester cette décision' }).click();
    await visitor.page.getByRole('button', { name: 'Envoyer mon recours' }).click();
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('contestation-raisons');
    await visitor.page.fill('#contestation-raisons', 'Le vélo est neuf.');
    await everywhere();
    await visitor.page.getByRole('button', { name: 'Envoyer mon recours' }).click();
    await visitor.page.getByText('Sans réponse de notre part au 22 janvier 2027').waitFor();
    expect(site.space.calls.at(-1)?.body).toEqual({
      kind: 'gracious',
      text: 'Le vélo est neuf.',
      uploads: [],
    });
    await sound();
  });

  it('asks one question after the answer, in words, and takes a no further', { tags: 'more' }, async () => {
    site.space.answer(rateAnswer, () => {
      site.space.answer(
        trackRequest,
        trackedRequest({
          state: 'delivered',
          answer: refusal({
            outcome: 'answered',
            rating: { score: 'unsatisfied', comment: 'Trop vague.' },
            mayReopen: true,
          }),
        }),
      );
      return { mayReopen: true };
    });
    site.space.answer(reopenOwn, () => {
      site.space.answer(trackRequest, trackedRequest());
      return { state: 'in-progress' };
    });
    await open(trackedRequest({ state: 'delivered', answer: refusal({ outcome: 'answered' }) }));
    await visitor.page.getByRole('button', { name: 'Envoyer mon avis' }).click();
    expect(await words()).toContain('Choisissez une réponse');
    await sound();
    await visitor.page.getByLabel('Non', { exact: true }).check({ force: true });
    await visitor.page.getByRole('button', { name: 'Envoyer mon avis' }).click();
    await visitor.page.fill('#reprise-raison', 'Il manque la date.');
    await everywhere();
    await visitor.page.getByRole('button', { name: 'Faire reprendre ma demande' }).click();
    await visitor.page.getByText('Votre demande est reprise').waitFor();
    expect(site.space.calls.map(({ body }) => body)).toEqual([
      { score: 'unsatisfied', comment: null },
      { reason: 'Il manque la date.' },
    ]);
  });

  it('asks for one document a page, takes it from the safe in a gesture, and goes on where one left', {
    tags: 'more',
  }, async () => {
    const { instruction } = trackedRequest();
    const awaited = busyInstruction.awaited;
    if (!awaited) throw new Error('nothing awaited');
    const request = trackedRequest({
      state: 'waiting-citizen',
      yourTurn: true,
      instruction: { ...instruction, awaited },
    });
    site.space.answer(listSafe, { ...emptySafe, documents: [safeDocument('cadastre')] });
    site.space.answer(useSafeDocument, {
      uploadId: 'u-9',
      name: 'cadastre.pdf',
      size: 84_000,
      contentType: 'application/pdf',
    });
    site.space.answer(provideDocuments, () => {
      site.space.answer(trackRequest, trackedRequest());
      return { missing: [] };
    });
    await open(request);
    expect(await words()).toContain('suspendu');
    await visitor.page
      .getByRole('button', { name: /Envoyer|Continuer/ })
      .first()
      .click();
    await visitor.page.getByText('Déjà dans votre coffre-fort').waitFor();
    expect(await visitor.page.textContent('h1')).toBe('Plan de situation');
    expect(new URL(visitor.page.url()).hash).toBe('#piece-plan');
    await everywhere();
    await visitor.page.goBack();
    await visitor.page.getByRole('heading', { name: 'Des documents vous sont demandés' }).waitFor();
    await visitor.page.goForward();
    await visitor.page.getByRole('button', { name: /Utiliser/ }).click();
    await visitor.page.getByText('cadastre est ajouté').waitFor();
    await visitor.page.getByRole('button', { name: 'Envoyer ce document' }).click();
    await visitor.page.getByText('Vos documents sont arrivés').waitFor();
    expect(new URL(visitor.page.url()).hash).toBe('');
    expect(site.space.calls.at(-1)?.body).toMatchObject({
      documents: [{ code: 'plan', as: null, uploads: [{ uploadId: 'u-9', name: 'cadastre.pdf' }] }],
    });
  });
});

const emptySafe = {
  ...{ next: null, used: 0, quota: 1, members: [] },
  warnByMail: true,
  now: '2026-11-22T10:00:00.000Z',
};
const safeDocument = (name: string) => ({
  ...{ id: 's-1', version: 1, type: 'plan', name, contentType: 'application/pdf', size: 84_000 },
  ...{
    storedAt: '2026-10-01T08:00:00.000Z',
    issuedOn: null,
    validUntil: null,
    validBy: 'rule',
    state: 'valid',
  },
  ...{ member: null, memberName: null, read: [], reading: 'none', scan: 'clean', from: 'citizen' },
  ...{ reference: null, binnedAt: null, emptiedOn: null },
});
