import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '../../../../infra/local/aws/events/index.ts';
import { openOutbox, recordSms } from '../../../../infra/local/aws/ses/outbox.ts';
import { createStates } from '../../../../infra/local/aws/states/index.ts';
import type { AwsRequest } from '../../../../infra/local/context.ts';
import { remember } from '../../../../infra/local/deployed.ts';
import { createOidc } from '../../../../infra/local/oidc/index.ts';
import { shapes } from '../../../../infra/local/tools/event-kind.ts';
import { createTools } from '../../../../infra/local/tools/index.ts';
import { aContext } from '../../../support/states-context.ts';

const LAMBDA = 'arn:aws:lambda:eu-west-3:000000000000:function';
const RECORDS = {
  contacts: [
    {
      id: 'c-1',
      channel: 'scan',
      receivedAt: '2026-11-23T08:00:00Z',
      state: 'waiting',
      subject: '<b>Lampadaire</b>',
    },
  ],
  requests: [],
  batches: [{ id: 'b-1', file: 'lot.pdf', state: 'reading', pages: 10, filed: 4 }],
};

describe('the local tools', () => {
  const context = aContext({
    functions: {
      records: () => RECORDS,
      mail: (event) => ({ seen: (event as { Records: unknown[] }).Records.length }),
      api: (event) => ({ statusCode: 200, body: (event as { rawPath: string }).rawPath }),
      outbox: () => ({ batchItemFailures: [] }),
    },
  });
  const { ctx } = context;
  const objects = new Map<string, string>();
  const tools = createTools(ctx);
  let server: Server;

  const ask = async (method: string, url: string, body?: unknown, accept = '*/*') => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const request: AwsRequest = {
      method,
      path: pathname,
      rawUrl: url,
      query: searchParams,
      headers: { accept },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    };
    const reply = await tools(request);
    const text = String(reply?.body ?? '');
    return { ...reply, text, json: () => JSON.parse(text) };
  };
  const deploy = (type: string, logicalId: string, ref: string, properties: object, Arn = ref) =>
    remember(
      ctx,
      { logicalId, stack: 'app', type, properties: { ...properties } },
      { ref, attributes: { Arn } },
    );

  beforeAll(async () => {
    openOutbox(ctx);
    createStates(ctx);
    ctx.db.exec('CREATE TABLE sqs_messages (queue TEXT)');
    const events = createEvents(ctx);
    Object.assign(ctx.runtime, {
      ...events.runtime,
      events: { put: (entry: (typeof context.put)[number]) => void context.put.push(entry) },
      s3: {
        get: (_bucket: string, key: string) => objects.has(key) || undefined,
        put: (_bucket: string, key: string, body: Buffer) => void objects.set(key, String(body)),
      },
    });
    ctx.runtime.lambda.find = (prefix) => (prefix === 'Records' ? `${LAMBDA}:records` : undefined);
    deploy('AWS::SES::ReceiptRule', 'Receipt', 'rule', {
      Rule: {
        Actions: [{ S3Action: { BucketName: 'evidence', ObjectKeyPrefix: 'mail/', TopicArn: 'arn:topic' } }],
      },
    });
    deploy('AWS::SNS::Subscription', 'Told', 's', { TopicArn: 'arn:topic', Endpoint: 'arn:queue' });
    deploy('AWS::Lambda::EventSourceMapping', 'Mails', 'm', {
      EventSourceArn: 'arn:queue',
      FunctionName: `${LAMBDA}:mail`,
    });
    deploy('AWS::ApiGatewayV2::Route', 'Route', 'r', {
      RouteKey: 'GET /api/things/{id}',
      Target: 'integrations/i-1',
    });
    deploy('AWS::ApiGatewayV2::Integration', 'Integration', 'i-1', { IntegrationUri: `${LAMBDA}:api` });
    deploy('AWS::Lambda::EventSourceMapping', 'Stream', 'm', {
      EventSourceArn: 'arn:aws:dynamodb:eu-west-3:000000000000:table/Contacts/stream/1',
      FunctionName: `${LAMBDA}:outbox`,
    });
    deploy('AWS::Events::EventBus', 'Bus', 'product-bus', {});

    const oidc = createOidc(ctx, async () => 'a-secret-long-enough-for-a-client');
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', ctx.origin);
      if (url.pathname.startsWith('/_oidc/')) return oidc(request, response);
      if (url.pathname === '/local/meter')
        return response.end(JSON.stringify({ total: { eur: 0.0123, calls: [] }, requests: {} }));
      if (url.pathname.endsWith('/start')) {
        const query = new URLSearchParams({
          client_id: 'parvis',
          acr_values: 'eidas1',
          response_type: 'code',
          scope: 'openid',
          state: 's'.repeat(40),
          nonce: 'n'.repeat(40),
          redirect_uri: `${ctx.origin}/api/session/citizens/callback`,
        });
        response.setHeader('set-cookie', 'sign-in=pending; Path=/; HttpOnly');
        return response.writeHead(302, { location: `/_oidc/franceconnect/authorize?${query}` }).end();
      }
      const isMine = request.headers.cookie?.includes('sign-in=pending') && url.searchParams.has('code');
      const session = '__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax';
      response.setHeader('set-cookie', isMine ? [session, 'sign-in=; Path=/; Max-Age=0'] : []);
      return response.writeHead(302, { location: '/' }).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    context.server.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    context.put.length = 0;
    context.invoked.length = 0;
  });

  it('shows everything on one page, and escapes what citizens wrote', async () => {
    recordSms(ctx, '+33600000000', 'Votre dossier VC-2026-000123-W avance');
    const { status, text } = await ask('GET', '/local/');
    expect(status).toBe(200);
    expect(text).toContain('&#60;b&#62;Lampadaire');
    expect(text).not.toContain('<b>Lampadaire');
    for (const part of ['lot.pdf', 'Votre dossier', 'Claire Monnier', '0,0123', 'lang="fr"'])
      expect(text).toContain(part);
    expect(await ask('GET', '/local/tools.css')).toMatchObject({
      status: 200,
      text: expect.stringContaining('.people'),
    });
  });

  it('gives what was sent as JSON, and as a page to a browser', async () => {
    expect((await ask('GET', '/local/outbox')).json()[0]).toMatchObject({
      kind: 'sms',
      requestReference: 'VC-2026-000123-W',
    });
    expect((await ask('GET', '/local/outbox', undefined, 'text/html')).text).toContain('<article');
    expect((await ask('GET', '/local/outbox/absent/attachments/0')).status).toBe(404);
  });

  it('asks the product for its records, with the filters', async () => {
    expect((await ask('GET', '/local/records?reference=VC-2026-000123-W&limit=5')).json()).toEqual(RECORDS);
    expect(context.invoked[0]?.payload).toEqual({ reference: 'VC-2026-000123-W', limit: '5' });
  });

  it('signs a citizen in by the real dance and hands on the session cookie only', async () => {
    const reply = await ask('POST', '/local/sign-in', { as: 'jeanne.aubry' });
    expect(reply.json()).toEqual({ login: 'jeanne.aubry', kind: 'citizen', name: 'Jeanne Aubry' });
    expect(reply.headers?.['set-cookie']).toEqual([
      '__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax',
    ]);
    expect((await ask('POST', '/local/sign-in', { as: 'nobody' })).status).toBe(404);
  });

  it('sends each event where the template says, and answers what the target answered', async () => {
    const mail = { mail: { messageId: 'm-1', headers: [{ name: 'Subject', value: 'Bonjour' }] } };
    const answers = (
      await ask('POST', '/local/events', [
        { Records: [{ eventSource: 'aws:ses', ses: mail }] },
        {
          version: '2.0',
          routeKey: '$default',
          rawPath: '/api/things/7',
          requestContext: { http: { method: 'GET' } },
        },
        {
          Records: [
            { eventSource: 'aws:dynamodb', eventSourceARN: 'arn:aws:dynamodb:x:1:table/Contacts/stream/2' },
          ],
        },
        { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: {} } },
        { source: 'parvis.intake', 'detail-type': 'ContactReceived.v1', detail: {} },
      ])
    ).json();
    expect(answers.map(({ targets }: { targets: { response: unknown }[] }) => targets[0]?.response)).toEqual([
      { seen: 1 },
      { statusCode: 200, body: '/api/things/7' },
      { batchItemFailures: [] },
      { accepted: true },
      { accepted: true },
    ]);
    expect(objects.get('mail/m-1')).toContain('Subject: Bonjour');
    expect(context.put.map(({ bus }) => bus)).toEqual([undefined, 'product-bus']);
  });

  it('names the accepted shapes when an event or an order to the payment stand-in is unknown', async () => {
    const refused = await ask('POST', '/local/events', { hello: 1 });
    expect([refused.status, refused.json().accepted.length]).toEqual([400, Object.keys(shapes).length]);
    expect((await ask('POST', '/local/payfip', { result: 'Q' })).json()).toMatchObject({ status: 400 });
    expect((await ask('POST', '/local/payfip', { result: 'P' })).json()).toMatchObject({ status: 404 });
    expect(await tools({ method: 'GET', path: '/local/clock' } as AwsRequest)).toBeUndefined();
  });
});
