// @module-tag more
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeHtml } from '../../functions/intake/html-safe.ts';
import { readHead } from '../../functions/intake/mail-message.adapter.ts';
import { awkward } from '../support/awkward-mails.ts';
import { inbox } from '../support/inbox.ts';

const head = 'From: =?utf-8?q?L=C3=A9a?= <lea@exemple.fr>\r\nSubject: Bombe\r\nMessage-ID: <1@x>\r\n';
const typed = (type: string, body: string) => `${head}Content-Type: ${type}\r\n\r\n${body}`;
const multipart = (levels: number, between = '') =>
  Array.from(
    { length: levels },
    (_, at) => `--b${at}\r\n${between}Content-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  ).join('');
const mixed = (body: string) => typed('multipart/mixed; boundary=b0', body);

/** Mails made to cost whoever reads them; sizes are those that cost other readers minutes. */
const bombs: Record<string, () => string> = {
  '2.8 MB of messages in messages': () =>
    typed('message/rfc822', 'Content-Type: message/rfc822\r\n\r\n'.repeat(93_000)),
  '60,000 levels of parts': () => mixed(multipart(60_000)),
  'parts in messages in parts': () => mixed(multipart(30_000, 'Content-Type: message/rfc822\r\n\r\n')),
  '100,000 recipients': () =>
    `${head}Cc: ${Array.from({ length: 100_000 }, (_, at) => `"u, ${at}" <u${at}@x.example>`).join(',\r\n ')}\r\n\r\nx`,
  'a header of 20 MB': () => `${head}X-Long: ${'y'.repeat(20_000_000)}\r\n\r\nx`,
  'a header of five million lines': () => `${head}X-Long: ${'y\r\n '.repeat(5_000_000)}\r\n\r\nx`,
  'three million headers': () => `${head}${'X: 1\r\n'.repeat(3_000_000)}\r\nx`,
  'a subject of 20 MB of encoded words': () =>
    `From: lea@exemple.fr\r\nSubject: ${'=?utf-8?q?=C3=A9?= '.repeat(1_000_000)}\r\n\r\nx`,
  '100,000 parts': () => mixed('--b0\r\nContent-Type: text/plain\r\n\r\nhi\r\n'.repeat(100_000)),
  '100,000 files': () =>
    mixed('--b0\r\nContent-Disposition: attachment; filename=a\r\n\r\nhi\r\n'.repeat(100_000)),
  'lines that all but end a part': () =>
    typed(`multipart/mixed; boundary=${'a'.repeat(70)}`, `--${'a'.repeat(69)}\r\n`.repeat(400_000)),
  'ten million dashes': () => mixed('--\n'.repeat(5_000_000)),
  'an attachment of 38 MB': () =>
    `${head}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(490_000)}`,
  '20 MB of quoted-printable': () =>
    `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=C3=A9'.repeat(3_300_000)}`,
  'three million spaces': () =>
    `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${' '.repeat(3_000_000)}`,
  'a million parameters': () => typed(`text/plain; ${'a=b;'.repeat(1_000_000)}`, 'x'),
  'a tree of four million elements': () => typed('text/html', '<div>'.repeat(4_000_000)),
  'two million brackets': () => typed('text/html', '<'.repeat(2_000_000)),
  'an invitation without end': () =>
    typed('text/calendar', `BEGIN:VEVENT\r\nDTSTART;A="${';A='.repeat(500_000)}`),
};

describe('no mail costs more than its letter would', () => {
  it.each(Object.entries(bombs))('%s', async (_, make) => {
    const { receive, contacts } = inbox();
    const content = Buffer.from(make(), 'latin1');
    const started = process.cpuUsage();
    await receive(content);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
    expect(contacts()).toHaveLength(1);
    expect(contacts()[0]).toMatchObject({ sender: { email: 'lea@exemple.fr' }, state: 'received' });
    expect(JSON.stringify({ ...contacts()[0], text: '' }).length).toBeLessThan(300_000);
  });

  it('says what was left out, and gives the whole mail beside', async () => {
    const { receive, contacts } = inbox();
    await receive(Buffer.from(bombs['100,000 files']?.() ?? ''));
    expect(contacts()[0]?.mail?.notes).toEqual(['cut', 'more-attachments']);
    expect(contacts()[0]?.documents.at(-1)).toMatchObject({
      id: 'mail',
      original: { key: expect.stringMatching(/^mail\//) },
    });
  });

  it.each([
    '<a href=x>'.repeat(150_000) + '</a>'.repeat(150_000),
    `<p ${'a="b" '.repeat(200_000)}`,
    "<p a='>".repeat(150_000),
    '<svg>'.repeat(200_000),
    '<!--'.repeat(300_000),
    '&'.repeat(1_500_000),
  ])('makes %.12s… harmless in time', (html) => {
    const started = process.cpuUsage();
    safeHtml(html);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});

describe('no mail is lost because it is wrong', () => {
  it('whatever was done to it on its way: cut, mixed up, doubled', async () => {
    const mails = awkward.map(({ mail }) => mail);
    const damaged = fc
      .tuple(fc.constantFrom(...mails), fc.constantFrom(...mails), fc.nat(3_000), fc.nat(3_000), fc.string())
      .map(([one, other, at, length, noise]) => one.slice(0, at) + noise + other.slice(at, at + length));
    await fc.assert(
      fc.asyncProperty(damaged, async (mail) => {
        const { receive, contacts } = inbox();
        await receive(Buffer.from(mail, 'latin1'));
        expect(contacts()).toHaveLength(1);
        expect(contacts()[0]?.mail?.notes ?? []).not.toContain('unreadable');
      }),
      { numRuns: 300, seed: 22 },
    );
  });

  it('though no program could take it apart: its headers and its whole go to a person', () => {
    const read = readHead(
      Buffer.from(`${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nnon\r\n`),
    );
    expect(read).toMatchObject({
      subject: 'Bombe',
      from: { address: 'lea@exemple.fr' },
      text: '',
      notes: ['unreadable'],
    });
  });
});
