import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../functions/requests/event.ts';
import { firstBroken } from '../../functions/requests/journal.ts';
import { sha256 } from '../../functions/requests/secrets.adapter.ts';
import { running } from '../support/outer.ts';
import { deliver as deliverBytes } from '../support/smtp.ts';

const product = running();
const run = `x${Date.now()}`;
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** A mail as an editor writes it, in UTF-8. */
const deliver = (message: string, from = 'quelquun@courriel.example'): Promise<string> =>
  deliverBytes(Buffer.from(message).toString('latin1'), from);
const mail = (subject: string, body: string, more = '', from = 'Odile <odile.marchand@courriel.example>') =>
  `From: ${from}\nTo: contact@val-clair.example\nSubject: ${run} ${subject}\n${more}\n${body}`;
const street = 'Le lampadaire de la rue est eteint, la chaussee et le trottoir sont dans le noir.';
const parts = (...all: string[]) => `${all.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
const mixed = 'Content-Type: multipart/mixed; boundary=b\n';
const repeated = (text: string, times: number) => text.repeat(times);

const hostile: Record<string, string> = {
  plain: mail('plain', street),
  'message in a message': mail(
    'nested',
    repeated('Content-Type: message/rfc822\n\n', 60_000),
    'Content-Type: message/rfc822\n',
  ),
  'parts in parts': mail(
    'parts',
    Array.from(
      { length: 5_000 },
      (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n\n`,
    ).join(''),
    'Content-Type: multipart/mixed; boundary=b0\n',
  ),
  'a crowd of recipients': mail(
    'crowd',
    street,
    `Cc: ${Array.from({ length: 50_000 }, (_, n) => `u${n}@x.example`).join(', ')}\n`,
  ),
  'a header of 5 MB': mail('header', street, `X-Big: ${'a'.repeat(5 * 1024 * 1024)}\n`),
  'two hundred attachments': mail(
    'hundreds',
    parts(
      ...Array.from(
        { length: 200 },
        (_, n) => `Content-Type: text/plain\nContent-Disposition: attachment; filename=${n}.txt\n\n${n}`,
      ),
    ),
    mixed,
  ),
  'two megabytes of text': mail('long', repeated(`${street} `, 25_000)),
  'an unending tree': mail('tree', `${repeated('<div>', 200_000)}${street}`, 'Content-Type: text/html\n'),
  'a script': mail(
    'script',
    `<script>alert(1)</script><p onclick=alert(1)>${street}</p>`,
    'Content-Type: text/html\n',
  ),
  'no identity': `Subject: ${run} nobody\n\n${street}`,
  'a name with a header': mail(
    'name',
    street,
    '',
    '"=?utf-8?Q?=3Cscript=3E=0D=0ABcc:_x=40y.example?= \u202E" <odile@courriel.example>',
  ),
  'two addresses in one': mail('two', street, '', '"x" <victim@a.example,other@b.example>'),
  'no address at all': mail('none', street, '', '"a b\\"@c"@courriel.example'),
  'a virus': mail(
    'virus',
    parts(
      `Content-Type: text/plain\n\n${street}`,
      `Content-Disposition: attachment; filename=v.txt\n\n${eicar}`,
    ),
    mixed,
  ),
  'half a word': mail('half', 'Le lampadaire =C', 'Content-Transfer-Encoding: quoted-printable\n'),
  'an unknown alphabet': mail('alphabet', street, 'Content-Type: text/plain; charset=klingon\n'),
};
const automatic: Record<string, string> = {
  'our own address': mail('own', street, '', 'Mairie <CONTACT@val-clair.example>'),
  'an answering machine': mail('machine', street, 'Auto-Submitted: auto-replied\n'),
  'a list': mail('list', street, 'List-Id: <x.example>\n'),
  'a report': mail('report', parts('\nx'), 'Content-Type: multipart/report; boundary=b\n'),
};
const mine = async () =>
  (await product.records()).contacts.filter(
    ({ subject, text }) => subject.startsWith(run) || text.includes(run),
  );

describe('a mail is taken in once, whatever it is', () => {
  it('however hostile: all are there, none holds the others up', { timeout: 90_000 }, async () => {
    for (const message of Object.values(hostile)) expect(await deliver(message)).toMatch(/^250/);
    await product.quiet();
    const contacts = await mine();
    const states = contacts.map(({ state }) => state);
    expect(contacts).toHaveLength(Object.keys(hostile).length);
    expect(states.filter((state) => state !== 'opened' && state !== 'waiting')).toEqual([]);
    for (const { text } of contacts) expect(text).not.toMatch(/alert\(1\)|<div>/);

    const people = JSON.stringify(contacts.map((one) => (one as unknown as { sender: object }).sender));
    expect(people).not.toMatch(/victim@a|\\r|\\n|\u202E/);
    for (const { to } of await product.outbox()) expect(to).not.toMatch(/victim|other@b|,.*@/);

    const infected = contacts.find(({ subject }) => subject.endsWith('virus'));
    const admin = await product.signIn('admin');
    for (const path of [`contacts/${infected?.id}`, `requests/${infected?.requestReference}`]) {
      if (path.endsWith('undefined')) continue;
      const { status, body } = await admin.get(`/api/agent/${path}`);
      expect([status, body.documents.map(({ url }: { url: string }) => url)]).toEqual([200, ['']]);
    }
  });

  it('and set aside without an answer when a machine wrote it', async () => {
    const before = (await product.outbox()).length;
    for (const message of Object.values(automatic)) expect(await deliver(message)).toMatch(/^250/);
    expect(await deliver(mail('bounce', street), '')).toMatch(/^250/);
    await product.quiet();
    const aside = (await mine()).filter(({ state }) => state === 'quarantined');
    expect(aside).toHaveLength(Object.keys(automatic).length + 1);
    expect(await product.outbox()).toHaveLength(before);
  });

  it('the same one sent again is the same, another under its name is another', async () => {
    const same = (text: string) => mail('again', text, `Message-ID: <${run}@courriel.example>\n`);
    for (const text of [street, street, street, `${street} Merci.`]) await deliver(same(text));
    await product.quiet();
    expect((await mine()).filter(({ subject }) => subject.endsWith('again'))).toHaveLength(2);
  });
});

describe('nothing personal is left where it cannot be erased', () => {
  const credentials = { accessKeyId: 'tests', secretAccessKey: 'tests' };
  const client = { region: 'eu-west-3', credentials };
  const personal = /Aubry|Ziani|Marchand|courriel\.example|lampadaire|nids?-de-poule|victim|alert\(/i;

  it('neither in logs nor in the history of machines', { timeout: 60_000 }, async () => {
    const logs = join(process.env.PARVIS_DATA ?? '', 'logs');
    for (const name of readdirSync(logs)) {
      const lines = readFileSync(join(logs, name), 'utf8').split('\n').filter(Boolean);
      expect(
        lines.filter((line) => personal.test(line)),
        name,
      ).toEqual([]);
    }
    const machines = new SFNClient({ ...client, endpoint: `${product.url}/_aws/states` });
    const { stateMachines = [] } = await machines.send(new ListStateMachinesCommand({}));
    for (const { stateMachineArn } of stateMachines) {
      const { executions = [] } = await machines.send(
        new ListExecutionsCommand({ stateMachineArn, maxResults: 40 }),
      );
      for (const { executionArn } of executions) {
        const { events } = await machines.send(
          new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
        );
        expect(JSON.stringify(events)).not.toMatch(personal);
      }
    }
  });

  it('nor in a journal; and every chain of a journal holds', async () => {
    const reasons = `Madame Marchand ${run}`;
    const { requests } = await product.records();
    const open = requests.find(({ department, state }) => department === 'voirie' && state === 'assigned');
    const agent = await product.signIn('samira.haddad');
    const { version } = (await agent.get(`/api/agent/requests/${open?.reference}`)).body;
    const given = { version, department: 'voirie', agent: 'samira.haddad', reason: reasons };
    expect((await agent.post(`/api/agent/requests/${open?.reference}/assign`, given)).status).toBe(200);
    const { notes } = (await agent.get(`/api/agent/requests/${open?.reference}`)).body;
    expect(notes.map(({ text }: { text: string }) => text)).toContain(reasons);

    const db = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...client, endpoint: `${product.url}/_aws/dynamodb` }),
    );
    const { TableNames = [] } = await db.send(new ListTablesCommand({}));
    const TableName = TableNames.find((name) => /Requests/.test(name));
    const journals = new Map<string, JournalEvent[]>();
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(
        new ScanCommand({ TableName, ExclusiveStartKey: ExclusiveStartKey as never }),
      );
      for (const { pk, sk, event } of page.Items ?? [])
        if (String(sk).startsWith('EVENT#')) journals.set(pk, [...(journals.get(pk) ?? []), event]);
      ExclusiveStartKey = page.LastEvaluatedKey as never;
    } while (ExclusiveStartKey);
    expect(journals.size).toBeGreaterThan(10);
    for (const [reference, events] of journals) {
      expect(JSON.stringify(events), reference).not.toMatch(personal);
      expect(
        firstBroken(
          events.sort((one, other) => one.seq - other.seq),
          sha256,
        ),
        reference,
      ).toBeNull();
    }
  });
});
