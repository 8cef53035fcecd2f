import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountMail } from '../../functions/accounts/mail.ts';
import { wordsIn } from '../../functions/accounts/words.ts';
import type { OtherLanguage } from '../../functions/procedures/translation.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import {
  aContact,
  aKey,
  asAgent,
  authority,
  doings,
  type RequestWorld,
  requestWorld,
} from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
});
afterAll(() => database.stop());

const reference = 'VC-2026-000123-W';
const lodged = async (language?: OtherLanguage, phone: string | null = null) => {
  const form = { procedure: 'acte-naissance', revision: 1, answers: {}, reference, trackingHash: 'hash' };
  const reach = { email: phone ? null : 'jeanne@example.org', phone };
  const sender = { name: 'Jeanne Martin', address: '3 rue Haute\n99100 Val-Clair', ...reach };
  const contact = aContact('c-1', {
    channel: 'form',
    sender,
    form: { ...form, ...(language && { language }) },
  });
  world.contacts.set('c-1', contact);
  await world.open({ contactId: 'c-1' });
  const { messageId } = await world.acknowledge({ reference });
  return { reference, messageId: messageId ?? '' };
};
const answered = async () => {
  const does = doings(world);
  await does.instruct.assign({ reference });
  const body = { version: 2, outcome: 'answered' as const, text: 'Bonjour.', uploads: [] };
  await does.answer({ params: { reference }, query: undefined, headers: aKey(), body }, asAgent());
  const { answer } = (await world.requests.load(reference)).request;
  return { reference, messageId: answer?.messageId ?? '' };
};

describe('whoever filed in English', () => {
  it('is told first, in English, what came of it and where to read it; the receipt of the law follows', async () => {
    await world.sendMail(await lodged('en'));
    const [mail] = world.sent;
    expect(mail?.text).toMatch(/^Hello,\n\nWe have received your request\. Its number is VC-2026-000123-W\./);
    expect(mail?.text).toMatch(/Follow it in English: \S+\/en\/suivi/);
    expect(mail?.text.indexOf('* * *')).toBeLessThan(mail?.text.indexOf('Bonjour Jeanne Martin') ?? 0);
    // A voice changes its language where the words do.
    expect(mail?.html).toMatch(/<html lang="fr">.*<div lang="en"[^>]*><p[^>]*>Hello,<\/p>.*<h1/s);
    expect(mail?.html).toMatch(/<a href="[^"]+\/en\/suivi/);
  });

  it('reads that an answer came', async () => {
    await lodged('en');
    await world.sendMail(await answered());
    expect(world.sent[0]?.text).toMatch(/^Hello,\n\nYour request VC-2026-000123-W has been answered/);
  });

  it('is written to by text in English', async () => {
    await world.sendSms(await lodged('en', '+33612345678'));
    expect(world.texts[0]?.text).toMatch(
      /a message about your request VC-2026-000123-W is here: \S+\/en\/suivi/,
    );
  });
});

it('whoever filed on the plain pages is told in plain words', async () => {
  await world.sendMail(await lodged('facile'));
  expect(world.sent[0]?.text).toMatch(/^Bonjour,\n\nNous avons reçu votre demande\./);
  expect(world.sent[0]?.text).toMatch(/\/facile\/suivi/);
});

it('whoever filed in French reads the message alone', async () => {
  await world.sendMail(await lodged());
  expect(world.sent[0]?.text).toMatch(/^Bonjour Jeanne Martin/);
  expect(world.sent[0]?.text).not.toContain('* * *');
});

it('the code to sign in comes in the language of the page that asked for it', () => {
  const { mails } = wordsIn('en');
  const said = { subject: mails.code.subject('123456'), text: mails.code.text('123456', 'Val-Clair') };
  const page = {
    to: 'jeanne@example.org',
    url: 'https://demarches.example/en/connexion',
    link: mails.signIn,
  };
  const mail = accountMail(authority, { ...said, ...page, language: 'en' });
  expect(mail.subject).toBe('123456: your code to sign in');
  expect(mail.html).toContain('<html lang="en">');
  expect(mail.text).toContain('A question? Call');
});
