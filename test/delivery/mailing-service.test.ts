import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailingService } from '../../functions/delivery/mailing-service.adapter.ts';
import { addressLines, stateOf } from '../../functions/delivery/mailing-service.ts';

type Draft = {
  id: string;
  custom_id: string;
  status: string;
  documents: number;
  lines: Record<string, string>;
};
/** The mailing service as its documentation tells it, over loopback. */
let server: Server;
let url: string;
let drafts: Draft[];
let asked: string[];
/** Answers to give instead, in order. */
let troubles: number[];

beforeEach(async () => {
  drafts = [];
  asked = [];
  troubles = [];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, body?: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
      const { pathname, searchParams } = new URL(request.url ?? '', url);
      asked.push(`${request.method} ${pathname}`);
      if (pathname === '/token') return answer(200, { access_token: 'abc', expires_in: 300 });
      const trouble = troubles.shift();
      if (trouble) return answer(trouble);
      if (request.headers.authorization !== 'Bearer abc') return answer(401);
      const text = Buffer.concat(parts).toString('latin1');
      const [, id, part] = /\/sendings(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(pathname) ?? [];
      const draft = drafts.find((one) => one.id === id);
      if (!id && request.method === 'GET')
        return answer(200, {
          sendings: drafts.filter(({ custom_id }) => custom_id === searchParams.get('custom_id')),
        });
      if (!id) {
        const { custom_id } = JSON.parse(text);
        const made = { id: `s-${drafts.length + 1}`, custom_id, status: 'DRAFT', documents: 0, lines: {} };
        drafts.push(made);
        return answer(201, made);
      }
      if (!draft) return answer(404);
      if (part === 'documents') draft.documents = request.method === 'POST' ? draft.documents + 1 : 0;
      if (part === 'recipients' && request.method === 'POST') draft.lines = JSON.parse(text);
      if (part === 'submit') draft.status = 'PENDING';
      return answer(200, draft);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const service = () =>
  mailingService({
    ...{ url, tokenUrl: `${url}/token`, clientId: 'parvis' },
    secret: async () => 'secret',
    pause: async () => undefined,
  });
const sending = {
  ...{ id: 'm-1-0', reference: 'VC-2026-000123-W', registered: false },
  recipient: ['Jeanne Martin', 'APPARTEMENT 4', '3 RUE HAUTE', '99100 VAL CLAIR'],
  pdf: new TextEncoder().encode('%PDF-1.7'),
};

describe('an outside service that prints and posts', () => {
  it('takes a letter with its address where the norm wants it', async () => {
    expect(await service().submit(sending)).toEqual({ providerId: 's-1' });
    expect(drafts[0]).toMatchObject({
      ...{ status: 'PENDING', documents: 1 },
      lines: {
        ...{ address_line_1: 'Jeanne Martin', address_line_3: 'APPARTEMENT 4' },
        ...{ address_line_4: '3 RUE HAUTE', address_line_6: '99100 VAL CLAIR' },
      },
    });
  });

  it('takes it once, however often it is handed over', async () => {
    await service().submit(sending);
    expect(await service().submit(sending)).toEqual({ providerId: 's-1' });
    expect(drafts).toHaveLength(1);
  });

  it('goes on with a draft that a crash left half made', async () => {
    drafts.push({ id: 's-0', custom_id: 'm-1-0', status: 'DRAFT', documents: 1, lines: {} });
    expect(await service().submit(sending)).toEqual({ providerId: 's-0' });
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ status: 'PENDING', documents: 1 });
  });

  it('is tried again while it is busy, and asked for a new token when the old one has ended', async () => {
    troubles = [503, 429, 401];
    expect(await service().submit(sending)).toEqual({ providerId: 's-1' });
    expect(asked.filter((one) => one === 'POST /token')).toHaveLength(2);
  });

  it('is left for later when it stays away, and says what it refuses for good', async () => {
    troubles = [500, 500, 500, 500];
    await expect(service().submit(sending)).rejects.toMatchObject({ name: 'MailingServiceFault' });
    // The search is answered, the sending is not wanted.
    troubles = [0, 422];
    expect(await service().submit(sending)).toEqual({ refused: 'mailing-422' });
  });

  it('sends registered letters by their own way', async () => {
    await service().submit({ ...sending, registered: true });
    expect(asked).toContain('POST /registered_mail/v2/sendings');
    expect(await service().state('s-1', true)).toBe('waiting');
  });

  it.each([
    ['PENDING', 'waiting'],
    ['PROCESSED', 'posted'],
    ['REJECTED', 'rejected'],
    ['RETURNED', 'returned'],
    ['A_NEW_WORD', 'waiting'],
  ])('calls %s what we call %s', (status, expected) => {
    expect(stateOf(status)).toBe(expected);
  });

  it('puts six lines at most on an envelope', () => {
    const lines = addressLines(['NOM', 'a', 'b', 'c', 'd', 'e', '99100 VAL CLAIR']);
    expect(Object.keys(lines)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `address_line_${n}`));
    expect(lines.address_line_6).toBe('99100 VAL CLAIR');
  });
});
