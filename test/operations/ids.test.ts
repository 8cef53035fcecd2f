import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsIn } from '../../functions/operations/ids.ts';
import { figuresOf } from '../../functions/operations/measured.ts';
import { signedHeaders } from '../../functions/operations/sign-call.ts';
import type { JournalEvent } from '../../functions/requests/event.ts';
import { follow, type Line } from '../../infra/doctor/follow.ts';

describe('a request is followed by its ids, and nobody by their name', () => {
  it.each<[string, unknown, object]>([
    [
      'an event of the bus',
      { 'detail-type': 'request-opened', detail: { reference: 'VC-2026-000123-W' } },
      { reference: 'VC-2026-000123-W' },
    ],
    ['a machine’s task', { contactId: 'c-1', name: 'Jeanne Morel', text: 'Bonjour' }, { contactId: 'c-1' }],
    [
      'a queue’s message, not its own id',
      { Records: [{ messageId: 'sqs-1', receiptHandle: 'h', body: '{"contactId":"c-2","email":"a@b.fr"}' }] },
      { contactId: 'c-2' },
    ],
    [
      'a record of a stream',
      {
        Records: [
          {
            dynamodb: {
              NewImage: { outbox: { M: { detail: { M: { reference: { S: 'VC-2026-000001-P' } } } } } },
            },
          },
        ],
      },
      { reference: 'VC-2026-000001-P' },
    ],
    [
      'an HTTP call, by its path alone',
      {
        rawPath: '/api/x',
        requestContext: {},
        pathParameters: { reference: 'VC-2026-000123-W' },
        body: '{"contactId":"c-9"}',
        headers: { reference: 'no' },
      },
      { reference: 'VC-2026-000123-W' },
    ],
    ['an address under the name of an id', { messageId: 'jeanne.morel@example.fr' }, {}],
    ['a sentence under the name of an id', { reference: 'je m’appelle Jeanne Morel' }, {}],
    ['several of one name', [{ contactId: 'c-1' }, { contactId: 'c-2' }], { contactId: ['c-1', 'c-2'] }],
    ['nothing', null, {}],
  ])('%s', (_what, event, ids) => {
    expect(idsIn(event)).toEqual(ids);
  });

  it('says nothing that stands under any other name, however deep', () => {
    const secret = 'Jeanne Morel';
    fc.assert(
      fc.property(fc.object({ maxDepth: 6, values: [fc.constant(secret), fc.string()] }), (event) => {
        expect(JSON.stringify(idsIn(event))).not.toContain(secret);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('gathers the lines of its contact and its messages, and of no other request', async () => {
    const line = (time: string, more: object) => ({ time, fn: 'f', code: 'done', ...more }) as Line;
    const all = [
      line('1', { contactId: 'c-1' }),
      line('2', { contactId: 'c-1', reference: 'R-1' }),
      line('3', { reference: ['R-1', 'R-2'], messageId: ['m-1', 'm-2', 'm-3'] }),
      line('4', { reference: 'R-2', contactId: 'c-2' }),
      line('5', { messageId: 'm-1' }),
    ];
    const find = async (ids: readonly string[]) =>
      all.filter((one) => ids.some((id) => JSON.stringify(one).includes(`"${id}"`)));
    expect((await follow('R-1', find)).map(({ time }) => time)).toEqual(['1', '2', '3']);
  });
});

describe('an authority’s figures come from its journals', () => {
  const event = (body: object) => ({ seq: 1, at: '2026-11-22T10:00:00.000Z', ...body }) as JournalEvent;
  it.each<[object, string[]]>([
    [
      { type: 'request-opened', channel: 'mail', openedBy: 'auto', department: 'voirie' },
      ['RequestsOpened mail', 'Qualified routed-alone'],
    ],
    [
      { type: 'request-opened', channel: 'form', openedBy: 'citizen', department: null },
      ['RequestsOpened form', 'Qualified waits-for-department'],
    ],
    [
      { type: 'request-opened', channel: 'counter', openedBy: 'agent:x', department: 'voirie' },
      ['RequestsOpened counter', 'Qualified opened-by-agent'],
    ],
    [{ type: 'contact-joined', by: 'auto' }, ['Qualified joined-alone']],
    [{ type: 'implicit-decision-born', effect: 'refused' }, ['DeadlinesMissed silence']],
    [{ type: 'request-escalated', deadline: 'step:work' }, ['DeadlinesMissed step']],
    [{ type: 'request-escalated', deadline: 'silence' }, ['DeadlinesNear ']],
    [{ type: 'message-delivery-failed' }, ['DeliveriesFailed electronic']],
    [{ type: 'letter-came-back' }, ['DeliveriesFailed letter']],
    [{ type: 'note-added' }, []],
  ])('%j', (body, figures) => {
    expect(figuresOf([event(body)]).map(({ name, by }) => `${name} ${Object.values(by ?? {})}`)).toEqual(
      figures,
    );
  });
});

it('signs a call as AWS’s own example does', () => {
  const headers = signedHeaders(
    { method: 'GET', host: 'example.amazonaws.com', path: '/' },
    { region: 'us-east-1', service: 'service' },
    { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    '2015-08-30T12:36:00.000Z',
    {
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      hmac: (key, text) => createHmac('sha256', key).update(text).digest(),
    },
  );
  expect(headers.authorization).toContain(
    'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  );
});
