import { describe, expect, it } from 'vitest';
import sample from '../../events/ses-receipt.json' with { type: 'json' };
import { htmlText } from '../../functions/intake/html-text.ts';
import { isAutomatic, isVerifiedSender } from '../../functions/intake/mail-verdict.ts';
import { ownNames } from '../../functions/intake/own-names.ts';
import type { ReceivedMail } from '../../functions/intake/receive-mail.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { inbox } from '../support/inbox.ts';

const { authority } = loadCollectivity('val-clair');
const raw = (headers: string[], body: string) => Buffer.from([...headers, '', body].join('\r\n'));
const plain = ['From: =?utf-8?q?L=C3=A9a?= Morvan <Lea@exemple.fr>', 'Subject: Bac', 'Message-ID: <1@x>'];

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

  it('takes in two mails that share a Message-ID but not what they say, and marks both, in any order', async () => {
    const { receive, contacts } = inbox();
    await receive(raw(plain, 'Bonjour'));
    expect(contacts()[0]?.mail?.sharesMessageId).toBeUndefined();
    for (const text of ['Autre chose', 'Bonjour', 'Autre chose']) await receive(raw(plain, text));
    expect(contacts().map(({ mail }) => mail?.sharesMessageId)).toEqual([true, true]);
  });

  it('needs no Message-ID', async () => {
    const { receive, contacts } = inbox();
    await receive(raw(plain.slice(0, 2), 'Bonjour'));
    await receive(raw(plain.slice(0, 2), 'Bonjour'));
    expect(contacts()).toHaveLength(1);
  });

  it.each([
    ['From: Zoé <z@exemple.fr>', 'PASS', 'z@exemple.fr'],
    ['From: Petit, Zoé <z@exemple.fr>', 'PASS', 'z@exemple.fr'],
    ['From: "z@exemple.fr" <Z@exemple.fr>', 'PASS', 'z@exemple.fr'],
    ['From: z@exemple.fr, m@autre.fr', 'GRAY', 'z@exemple.fr'],
    ['From: Z <z@exemple.fr> <m@autre.fr>', 'GRAY', 'z@exemple.fr'],
    ['From: z@exemple.fr\r\nFrom: m@autre.fr', 'GRAY', 'z@exemple.fr'],
    ['from : z@exemple.fr\r\nFrom: z@exemple.fr', 'PASS', 'z@exemple.fr'],
    ['From: "z@exemple.fr" <m@autre.fr>', 'GRAY', 'm@autre.fr'],
  ])('nobody is vouched for when two could have written it: %j', async (from, dmarc, email) => {
    const { receive, contacts } = inbox();
    await receive(raw([from, 'Subject: Bac', 'Message-ID: <1@x>'], 'Bonjour'));
    expect(contacts()[0]).toMatchObject({ sender: { email }, mail: { verdicts: { dmarc } } });
  });

  it('understands the event as SES sends it', async () => {
    const { mail, receipt }: ReceivedMail = sample;
    expect([receipt.virusVerdict.status, mail.source]).toEqual(['PASS', 'lea.morvan@courriel.example']);
  });
});

describe('what a machine or a malefactor sends is set aside, visible', () => {
  it.each([
    [{ virus: 'FAIL' }, 'virus'],
    [{ spam: 'FAIL' }, 'spam'],
  ])('for the verdict %j', async (verdicts, reason) => {
    const { receive, contacts, announced } = inbox();
    await receive(raw(plain, 'Bonjour'), { verdicts });
    expect(contacts()[0]).toMatchObject({ state: 'quarantined', quarantineReason: reason });
    expect(announced).toEqual([]);
  });

  it.each([
    ['Val-Clair Communaut\u00e9', true],
    ['Val\u2011Cl\u0430ir Commun\u0430ut\u00e9', true],
    ['V\u200bal-Clair', true],
    ['\uff36\uff41\uff4c-Clair', true],
    ['Valentine Clair', false],
  ])('knows the name of the authority however it is disguised: %j, %s', (name, isOurs) => {
    expect(ownNames(authority).isNamed(name)).toBe(isOurs);
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
    const written = { headers: new Map(Object.entries(headers)), from: 'a@b.fr', subject: 'Bonjour' };
    expect(isAutomatic({ ...written, envelopeFrom: from })).toBe(isMachine);
  });

  it.each([
    ['Réponse automatique : Absent', true],
    ['RE: Automatic reply: out', true],
    ['Absence du bureau', true],
    ['Undelivered Mail Returned to Sender', true],
    ['Absence de lumière rue du Moulin', false],
    ['Ma demande automatique', false],
  ])('knows that "%s" is the subject of a machine: %s', (subject, isMachine) => {
    const written = { headers: new Map(), from: 'a@b.fr', envelopeFrom: 'a@b.fr' };
    expect(isAutomatic({ ...written, subject })).toBe(isMachine);
  });

  it('lets no sender be known that no domain vouches for', () => {
    const verdicts = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
    expect(isVerifiedSender(verdicts)).toBe(true);
    expect(isVerifiedSender({ ...verdicts, spf: 'FAIL' })).toBe(true);
    for (const wrong of [{ dmarc: 'FAIL' }, { dmarc: 'GRAY' }, { spf: 'FAIL', dkim: 'FAIL' }])
      expect(isVerifiedSender({ ...verdicts, ...wrong })).toBe(false);
  });
});

describe('no mail breaks the reception', () => {
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
