import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MessageRecord } from '../../functions/requests/records.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type FollowWorld, followWorld, refusalOf } from '../support/follow-world.ts';
import { answerCode } from '../support/request-world.ts';

let database: TestDatabase;
let follow: FollowWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  follow = await followWorld(database);
});
afterAll(() => database.stop());

const none = { params: undefined, query: undefined, headers: undefined, body: undefined };
const until = '2026-05-03';
/** An agent asks for a document, in a message that says where to send it. */
const asked = async (): Promise<string> => {
  const reference = await follow.open();
  const text = 'Merci de l’envoyer depuis votre page de suivi (http://127.0.0.1:3150/suivi).';
  const message: MessageRecord = {
    ...({ id: 'ask-1', from: 'authority', kind: 'message', author: null } as const),
    ...({ delivery: 'queued', at: follow.clock.at, subject: 'Une pièce manque', text, salt: '' } as const),
    attachments: [],
  };
  await follow.world.requests.append(reference, { key: 'ask-1' }, () => ({
    commands: [
      {
        ...{ command: 'documents-requested', askId: 'ask-1', documents: ['domicile'], messageId: 'ask-1' },
        ...{ on: '2026-04-03', until, stopsClock: false, by: 'agent:paul.girard' },
      },
    ],
    records: [{ sk: 'RECORD#MESSAGE#ask-1', message }],
  }));
  return reference;
};

it('the mail that asks for documents opens the request, where they are sent', async () => {
  const reference = await asked();
  await follow.world.sendMail({ reference, messageId: 'ask-1' });
  const address = `http://127.0.0.1:3150/suivi#${reference}:${answerCode}`;
  const [mail] = follow.world.sent;
  expect(mail?.text).toContain(`depuis votre page de suivi (${address}).`);
  expect(mail?.html).toContain(`href="${address}"`);
});

it('its link opens as long as the documents are awaited, and a month more', async () => {
  const reference = await asked();
  const open = () =>
    follow.track({
      ...none,
      params: { reference },
      headers: { 'x-tracking-code': `OUT-${reference}-ask-1` },
    });
  expect((await open()).instruction.awaited).toMatchObject({ askId: 'ask-1' });
  follow.clock.at = '2026-06-04T08:00:00.000Z';
  expect(await refusalOf(open())).toBe('wrong-tracking-code');
  follow.clock.at = '2026-05-20T08:00:00.000Z';
  await follow.world.requests.append(reference, { key: 'there' }, () => ({
    commands: [{ command: 'documents-completed', askId: 'ask-1', on: until, by: 'citizen' }],
  }));
  expect(await refusalOf(open())).toBe('wrong-tracking-code');
});
