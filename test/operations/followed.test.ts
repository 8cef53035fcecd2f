import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followed } from '../../functions/operations/followed.adapter.ts';
import { log, measure } from '../../functions/shared/aws.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());
const said = () => lines.map((line) => JSON.parse(line));
const context = { awsRequestId: 'call-1' };

describe('each invocation says in one line which request it worked for, and never for whom', () => {
  it('writes one line of JSON with the ids of its event and of its answer', async () => {
    const open = followed(async () => ({ reference: 'VC-2026-000123-W' }));
    await open({ contactId: 'contact-1', text: 'Jeanne Morel' }, context);
    expect(said()).toMatchObject([
      {
        level: 'info',
        code: 'done',
        requestId: 'call-1',
        contactId: 'contact-1',
        reference: 'VC-2026-000123-W',
      },
    ]);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(lines.join()).not.toContain('Jeanne');
  });

  it('gives every other line and figure of the invocation its id', async () => {
    await followed(async () => {
      log('warn', 'something-odd');
      measure('RequestsOpened', 1, { by: { Channel: 'mail' } });
    })({}, context);
    expect(said().map(({ requestId }) => requestId)).toEqual(['call-1', 'call-1', 'call-1']);
    expect(said()[1]).toMatchObject({
      Channel: 'mail',
      RequestsOpened: 1,
      _aws: {
        CloudWatchMetrics: [
          { Dimensions: [['Channel']], Metrics: [{ Name: 'RequestsOpened', Unit: 'Count' }] },
        ],
      },
    });
  });

  it('lets an error out by its kind and place, without words that may be somebody’s', async () => {
    const error = Object.assign(new Error('cannot write to jeanne.morel@example.fr'), {
      name: 'MessageRejected',
    });
    const send = followed(async () => {
      throw error;
    });
    const out = (await Promise.resolve(send({ contactId: 'contact-1' }, context)).catch(
      (one) => one,
    )) as Error;
    expect(out.name).toBe('MessageRejected');
    expect(`${out.message}${out.stack}${lines.join()}`).not.toContain('jeanne');
    expect(said()).toMatchObject([
      { level: 'error', code: 'failed', error: 'MessageRejected', contactId: 'contact-1' },
    ]);
  });

  it('leaves a refusal its code, by which machines and people are answered', async () => {
    const refuse = followed(async () => {
      throw new Refusal('not-found');
    });
    await expect(refuse({}, context)).rejects.toMatchObject({ code: 'not-found', message: 'not-found' });
  });
});

it('writes nothing beside: Lambda would put a date before it, and it would be no JSON', () => {
  const folder = join(import.meta.dirname, '../../functions');
  const talkative = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /\bconsole\s*[.[]/.test(readFileSync(join(folder, file), 'utf8')));
  expect(talkative).toEqual([]);
});
