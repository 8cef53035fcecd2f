import { randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import type { Grey } from '../../../functions/documents/image/grey.ts';
import { generalRequest } from '../../support/citizens.ts';
import { scannedPages, turnedBy, withCoffee } from '../../support/coffee.ts';
import { silenceOf } from '../../support/instruction-world.ts';
import { running, until } from '../../support/outer.ts';
import { randomOf } from '../../support/random.ts';
import { asJpeg, officeScanner, scan } from '../../support/scanner.ts';

const product = running();
const dpi = 200;
const wanted = 'Attestation de domicile';

/** What a scanner sends: pictures of pages. */
const scanned = async (pages: readonly Grey[]): Promise<Buffer> => {
  const random = randomOf(7);
  const doc = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (const page of pages) {
    const jpeg = await asJpeg(await scan(page, officeScanner(random), random), 60, dpi);
    const size: [number, number] = [(page.width * 72) / dpi, (page.height * 72) / dpi];
    doc.addPage({ size, margin: 0 }).image(jpeg, 0, 0, { width: size[0] });
  }
  doc.end();
  return done;
};
/** The code alone, photographed from a screen and laid on somebody else's sheet. */
const photographed = (page: Grey): Grey => {
  const data = new Uint8Array(page.data.length).fill(255);
  const [left, top, side] = [156, 214, 46].map((place) => Math.round((place * dpi) / 25.4)) as [
    number,
    number,
    number,
  ];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const from = (top + y) * page.width + left + x;
      // Paler than ink, with the lines of a screen.
      data[from] = Math.min(255, 40 + 0.8 * (page.data[from] ?? 255) - (y % 3 === 0 ? 14 : 0));
    }
  return { ...page, data };
};

const requestOf = async (reference: string) => {
  const [found] = (await product.records({ reference })).requests;
  if (!found) throw new Error(`no request ${reference}`);
  return found;
};
const typesOf = async (reference: string) => (await requestOf(reference)).journal.map(({ type }) => type);

/** Somebody who wants letters is asked for one document that a text demands; answers their letter as it is printed. */
const asked = async () => {
  const n = String(Date.now()).slice(-6);
  const answers = {
    ...generalRequest('Emplacement sur le marché', 'Je voudrais vendre du miel.'),
    email: '',
  };
  const person = {
    ...answers,
    familyName: `Quermarec${n}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
  };
  const { status, body } = await product.submit('demande-generale', person);
  expect(status, JSON.stringify(body)).toBe(201);
  const { reference, trackingCode } = body;
  await product.quiet();
  const agent = await product.signIn('admin');
  const path = `/api/agent/requests/${reference}`;
  const version = async () => (await agent.get(path)).body.version;
  if (!(await agent.get(path)).body.department?.code)
    await agent.post(`${path}/assign`, {
      version: await version(),
      department: 'etat-civil',
      agent: null,
      reason: null,
    });
  await product.quiet();
  const ask = await agent.post(`${path}/documents-requests`, {
    version: await version(),
    documents: [{ code: null, label: wanted, requiredBy: 'arrêté du 8 juin 2020' }],
    ...{ days: 20, stopsClock: true },
  });
  expect(ask.status, JSON.stringify(ask.body)).toBe(201);
  const letter = await until('the letter', async () =>
    (await product.outbox()).find(
      (sent) => sent.requestReference === reference && sent.kind === 'letter' && sent.text.includes(wanted),
    ),
  );
  const pdf = await fetch(new URL(letter.attachments[0]?.url ?? '', product.url));
  const pages = await scannedPages(new Uint8Array(await pdf.arrayBuffer()), dpi);
  return { reference, trackingCode, agent, path, version, pages, askId: ask.body.askId, text: letter.text };
};

it('a slip with coffee on it files itself, ticks its document and lets the clock go on; its code alone does not', {
  timeout: 240_000,
}, async () => {
  const { reference, trackingCode, agent, path, version, pages, askId, text } = await asked();
  expect(silenceOf(await requestOf(reference)).state).toBe('suspended');
  const sheet = pages.at(-1) as Grey;

  // Whoever types what is printed gets to the same request: an agent at once, others with a proof of who they are.
  const code = /\d{4}-\d{4}-\d{4}-[A-Y]/.exec(text)?.[0] ?? '';
  const found = await agent.post('/api/agent/search', { q: code.replaceAll('-', ' ') });
  expect(found.body.results.map(({ id }: { id: string }) => id)).toEqual([reference]);
  const opened = await product.post('/api/public/codes', { code, trackingCode });
  expect(opened.body).toMatchObject({ reference });
  expect((await product.track(reference, opened.body.trackingCode)).body.yourTurn).toBe(true);
  const blind = await product.post('/api/public/codes', { code, birthDate: '1984-05-06' });
  expect(blind.body.code).toBe('wrong-tracking-code');

  const stranger = `ecran-${randomUUID().slice(0, 8)}.pdf`;
  await product.drop(stranger, await scanned([photographed(sheet)]));
  const slip = `bordereau-${randomUUID().slice(0, 8)}.pdf`;
  const stained = withCoffee(sheet, dpi, { x: 177, y: 238, radius: 18 });
  await product.drop(slip, await scanned([await turnedBy(stained, 180)]));
  const waiting = await until('the photographed code to wait', async () => {
    const { batches, contacts } = await product.records();
    const batch = batches.find(({ file, state }) => file === stranger && state === 'done');
    return batch && contacts.find((one) => one.batch === batch.id && one.state === 'waiting');
  });
  const sorter = await product.signIn('claire.monnier');
  const [suggested] = (await sorter.get(`/api/agent/contacts/${waiting.id}`)).body.suggested;
  expect(suggested).toMatchObject({ reference });
  expect(suggested.reasons).toContain('no-name-on-sheet');

  const filed = await until('the slip to file itself', async () => {
    const { batches, contacts } = await product.records();
    const batch = batches.find(({ file }) => file === slip);
    const contact = batch && contacts.find((one) => one.batch === batch.id);
    if (contact?.state === 'waiting') throw new Error(`the slip waits for a person: ${contact.text}`);
    return contact?.state === 'joined' && contact;
  });
  expect(filed.requestReference).toBe(reference);
  await product.quiet();
  const types = await typesOf(reference);
  for (const type of ['contact-joined', 'document-provided', 'documents-completed'])
    expect(types.filter((one) => one === type)).toHaveLength(1);
  expect(silenceOf(await requestOf(reference)).state).toBe('running');

  const seen = await product.track(reference, trackingCode);
  expect(seen.body.instruction.received).toMatchObject([{ label: wanted, isVerified: false }]);

  const untick = await agent.post(`${path}/documents-requests/${askId}/unticked`, {
    version: await version(),
    code: 'other-1',
    text: null,
  });
  expect(untick.status, JSON.stringify(untick.body)).toBe(200);
  await product.quiet();
  expect(silenceOf(await requestOf(reference)).state).toBe('suspended');
});
