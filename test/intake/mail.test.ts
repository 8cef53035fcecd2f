import { describe, expect, it } from 'vitest';
import sample from '../../events/ses-receipt.json' with { type: 'json' };
import { derivedId } from '../../functions/documents/derived-id.adapter.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { htmlText } from '../../functions/intake/html-text.ts';
import { readMail } from '../../functions/intake/mail-message.adapter.ts';
import { isAutomatic, quarantineReason } from '../../functions/intake/mail-verdict.ts';
import { type MailDeps, type ReceivedMail, receiveMail } from '../../functions/intake/receive-mail.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';

const raw = (headers: string[], body: string) => Buffer.from([...headers, '', body].join('\r\n'));
const plain = ['From: =?utf-8?q?L=C3=A9a?= Morvan <Lea@exemple.fr>', 'Subject: Bac', 'Message-ID: <1@x>'];

/** Receives mails into memory. */
function inbox() {
  const contacts = new Map<string, Contact>();
  const announced: string[] = [];
  const receive = (content: Buffer, receipt = {}, source = 'lea@exemple.fr') => {
    const deps: MailDeps = {
      authority: async () => ({ mail: { from: 'mairie@ville.fr', inbound: ['contact@ville.fr'] } }) as never,
      readRaw: async () => content,
      readMail,
      sniff,
      keepEvidence: async (key) => ({ bucket: 'evidence', key, versionId: 'v' }),
      addContact: async (contact, key, events) => {
        if (contacts.has(key.id)) return;
        contacts.set(key.id, contact);
        announced.push(...events.map(({ type }) => type));
      },
      derivedId,
    };
    const mail = { messageId: 'ses-1', timestamp: '2026-11-20T08:30:12.000Z', source };
    const pass = { spamVerdict: { status: 'PASS' }, virusVerdict: { status: 'PASS' }, ...receipt };
    return receiveMail(deps)({ mail, receipt: pass });
  };
  return { receive, announced, contacts: () => [...contacts.values()] };
}

describe('a mail becomes one contact, whatever the network does', () => {
  it('takes in the same mail once, though relays and boundaries differ', async () => {
    const { receive, contacts, announced } = inbox();
    const parts = (boundary: string) =>
      raw(
        [`Received: by ${boundary}`, ...plain, `Content-Type: multipart/mixed; boundary=${boundary}`],
        `--${boundary}\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--${boundary}\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nnote\r\n--${boundary}--`,
      );
    await receive(parts('one'));
    await receive(parts('two'));
    expect(contacts()).toHaveLength(1);
    expect(announced).toEqual(['contact-received']);
    expect(contacts()[0]).toMatchObject({
      channel: 'mail',
      state: 'received',
      subject: 'Bac',
      text: 'Bonjour',
      sender: { name: 'Léa Morvan', email: 'lea@exemple.fr' },
      documents: [{ id: 'attachment-1', name: 'a.txt', contentType: 'text/plain', held: 'pending' }],
    });
  });

  it('takes in two mails that share a Message-ID but not what they say', async () => {
    const { receive, contacts } = inbox();
    await receive(raw(plain, 'Bonjour'));
    await receive(raw(plain, 'Autre chose'));
    expect(contacts()).toHaveLength(2);
  });

  it('needs no Message-ID', async () => {
    const { receive, contacts } = inbox();
    await receive(raw(plain.slice(0, 2), 'Bonjour'));
    await receive(raw(plain.slice(0, 2), 'Bonjour'));
    expect(contacts()).toHaveLength(1);
  });

  it('understands the event as SES sends it', async () => {
    const { ses } = sample.Records[0] as { ses: ReceivedMail };
    expect(ses.receipt.virusVerdict.status).toBe('PASS');
    expect(isAutomatic({}, ses.mail.source)).toBe(false);
  });
});

describe('what a machine or a malefactor sends is set aside, visible', () => {
  it.each([
    [{ virusVerdict: { status: 'FAIL' } }, 'virus'],
    [{ spamVerdict: { status: 'FAIL' } }, 'spam'],
  ])('for the verdict %j', async (verdict, reason) => {
    const { receive, contacts, announced } = inbox();
    await receive(raw(plain, 'Bonjour'), verdict);
    expect(contacts()[0]).toMatchObject({ state: 'quarantined', quarantineReason: reason });
    expect(announced).toEqual([]);
  });

  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'a@b.fr', true],
    [{ 'auto-submitted': 'no' }, 'a@b.fr', false],
    [{ 'list-id': '<annonces.exemple.fr>' }, 'a@b.fr', true],
    [{ precedence: 'bulk' }, 'a@b.fr', true],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'a@b.fr', true],
    [{}, '', true],
    [{}, '<>', true],
    [{}, 'MAILER-DAEMON@exemple.fr', true],
    [{}, 'noreply+12@exemple.fr', true],
    [{}, 'norbert@exemple.fr', false],
  ])('knows that %j from "%s" was written by a machine: %s', (headers, from, isMachine) => {
    expect(isAutomatic(headers as Record<string, string>, from)).toBe(isMachine);
  });

  it('never takes a mail in our own name for a citizen', () => {
    const pass = { spamVerdict: { status: 'PASS' }, virusVerdict: { status: 'PASS' } };
    const mail = {
      headers: {},
      envelopeFrom: 'x@y.fr',
      from: 'Contact@Ville.fr',
      ours: ['contact@ville.fr'],
    };
    expect(quarantineReason(pass, mail)).toBe('automatic');
  });
});

describe('no mail breaks the reception', () => {
  const multipart = (levels: number) =>
    Array.from(
      { length: levels },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
  it.each([
    ['5,000 levels of parts', Buffer.from(`${plain.join('\r\n')}\r\n${multipart(5_000)}\r\nx`)],
    [
      '50,000 parts',
      raw(
        [...plain, 'Content-Type: multipart/mixed; boundary=x'],
        '--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n'.repeat(50_000),
      ),
    ],
    ['a header of 20 MB', raw([...plain, `X-Long: ${'y'.repeat(20_000_000)}`], 'x')],
    ['nothing', Buffer.alloc(0)],
    ['bytes', Buffer.from([0, 255, 254, 13, 10, 13, 10, 200, 201])],
  ])('registers a mail of %s in time', async (_, content) => {
    const { receive, contacts } = inbox();
    const started = process.cpuUsage();
    await receive(content);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
    expect(contacts()).toHaveLength(1);
  });

  it('gives a mail nobody could take apart whole to a person', async () => {
    const { receive, contacts } = inbox();
    await receive(Buffer.from(`${plain.join('\r\n')}\r\n${multipart(300)}\r\nx`));
    expect(contacts()[0]).toMatchObject({
      subject: 'Bac',
      sender: { email: 'lea@exemple.fr' },
      documents: [{ name: 'message.eml', original: { key: 'mail/ses-1' } }],
    });
  });

  it('reads the words of an HTML mail and nothing that runs', () => {
    const html =
      '<style>p{}</style><p>Bonjour &eacute;&#233;&#x41;&nbsp;<b>toi</b></p><!-- <p>non</p> --><script>alert("x")</script><div>fin &lt;3</div>';
    expect(htmlText(html)).toBe('Bonjour ééA toi\n\nfin <3');
    const started = performance.now();
    htmlText('<'.repeat(500_000));
    htmlText('<div>'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
