import { type Awkward, mail, mixed, part } from './raw-mails.ts';

const street = 'Le lampadaire de la rue du Moulin est éteint, la chaussée et le trottoir sont dans le noir.';

/** Mails that are odd by their files, by what they lack, or by who sends them. */
export const awkwardAround: Awkward[] = [
  // Names and files.
  ...(
    [
      ['../../etc/passwd.txt', 'etc passwd.txt'],
      ['facture\u202Efdp.exe.txt', 'facture fdp.exe.txt'],
      ['a\u0000b.txt', 'a b.txt'],
      [`${'x'.repeat(10_000)}.txt`, `${'x'.repeat(146)}.txt`],
      ['C:\\plans\\rue.txt', 'C: plans rue.txt'],
    ] as const
  ).map(
    ([name, shown]): Awkward => ({
      title: `a file named ${name.slice(0, 30)}`,
      mail: mixed(
        'Noms',
        'mixed',
        part('text/plain', street),
        part(`text/plain; name*=utf-8''${encodeURIComponent(name)}`, 'note'),
      ),
      expect: { files: [shown] },
    }),
  ),
  {
    title: 'a name in pieces (RFC 2231) and one in words (RFC 2047)',
    mail: mixed(
      'Noms',
      'mixed',
      part('text/plain; name*0*=iso-8859-1\'\'re%E7u%20; name*1*=d%E9; name*2="p.txt"', 'note'),
      part('text/plain; name="=?utf-8?B?w6l0w6kudHh0?="', 'note'),
    ),
    expect: { files: ['reçu dép.txt', 'été.txt'] },
  },
  {
    title: 'an executable, an archive, and what only pretends to be a PDF',
    mail: mixed(
      'Pièces',
      'mixed',
      part('text/plain', street),
      part('application/pdf; name=facture.pdf', 'MZ\x90\x00'),
      part('application/zip; name=a.zip', 'PK\x03\x04'),
      part('text/plain; name=ok.txt', 'x'),
    ),
    expect: { files: ['facture.pdf', 'a.zip', 'ok.txt'], held: ['unscannable', 'unscannable', 'pending'] },
  },
  {
    title: 'sixty files',
    mail: mixed(
      'Soixante',
      'mixed',
      part('text/plain', street),
      ...Array.from({ length: 60 }, (_, at) => part(`text/plain; name=${at}.txt`, `${at}`)),
    ),
    expect: { count: 51, notes: ['more-attachments'], whole: true },
  },
  // What is missing.
  {
    title: 'no Message-ID, no Date',
    mail: mail('Sans', street).replace(/^(Message-ID|Date):.*\r\n/gm, ''),
    expect: { text: ['Le lampadaire'] },
  },
  {
    title: 'no sender',
    mail: mail('Sans', street).replace(/^From:.*\r\n/m, ''),
    from: 'enveloppe@courriel.example',
    expect: { email: 'enveloppe@courriel.example' },
  },
  { title: 'an empty body', mail: mail('Vide', ''), expect: { subject: 'Vide' } },
  {
    title: 'nothing but a subject of 20 kB',
    mail: mail('Sujet '.repeat(3_000), street),
    expect: { text: ['Le lampadaire'] },
  },
  // Who it comes from.
  ...(
    [
      ['an absence', { 'Auto-Submitted': 'auto-replied' }],
      ['a list', { 'List-Unsubscribe': '<mailto:x@y.example>' }],
      ['a mass mailing', { Precedence: 'bulk' }],
      ['one that wants no answer', { 'X-Auto-Response-Suppress': 'All' }],
    ] as const
  ).map(
    ([title, headers]): Awkward => ({
      title,
      mail: mail('Annonce', street, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)),
      expect: { automatic: true },
    }),
  ),
  {
    title: 'an absence that says so in its subject only',
    mail: mail('=?utf-8?Q?R=C3=A9ponse_automatique_:_Absent?=', 'Je reviens lundi.'),
    expect: { automatic: true },
  },
  { title: 'a null sender', mail: mail('Echec', 'Non remis'), from: '', expect: { automatic: true } },
  {
    title: 'a delivery report',
    mail: mixed(
      'Undelivered',
      'report; report-type=delivery-status',
      part('text/plain', 'Votre message n’a pas été remis.'),
      part(
        'message/delivery-status',
        'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; lea@courriel.example\nAction: failed\nStatus: 5.1.1\n',
      ),
      part('text/rfc822-headers', 'Message-ID: <0102018c-abc@eu-west-3.amazonses.com>\nSubject: Réponse\n'),
    ),
    from: '',
    expect: {
      automatic: true,
      text: ['remis'],
      report: {
        kind: 'delivery',
        messageId: '0102018c-abc@eu-west-3.amazonses.com',
        recipients: [{ address: 'lea@courriel.example', action: 'failed', status: '5.1.1' }],
      },
    },
  },
  { title: 'spam', mail: mail('Gagnez', street), verdicts: { spam: 'FAIL' }, expect: { quarantine: 'spam' } },
  {
    title: 'a virus',
    mail: mail('Facture', street),
    verdicts: { virus: 'FAIL' },
    expect: { quarantine: 'virus' },
  },
  {
    title: 'our own address',
    mail: mail('Urgent', street).replace(/^From:.*/, 'From: Le maire <maire@val-clair.example>'),
    verdicts: { dmarc: 'FAIL' },
    expect: { quarantine: 'claims-to-be-us' },
  },
  {
    title: 'our name over another address',
    mail: mail('Urgent', street).replace(
      /^From:.*/,
      'From: "contact@val-clair.example" <x@ailleurs.example>',
    ),
    expect: { quarantine: 'claims-to-be-us' },
  },
  {
    title: 'somebody who fishes for passwords',
    mail: mail(
      'Compte suspendu',
      '<p>Votre compte sera suspendu sous 24 h. Cliquez <a href="http://pirate.example/x">https://impots.gouv.fr</a> pour confirmer votre mot de passe.</p>',
      'Content-Type: text/html; charset=utf-8',
    ),
    expect: { quarantine: 'phishing' },
  },
  {
    title: 'somebody who speaks of passwords',
    mail: mail(
      'Connexion',
      'Bonjour, mon compte est bloqué et j’ai oublié mon mot de passe sur https://demarches.val-clair.example, pouvez-vous vérifier ?',
    ),
    expect: { text: ['mon compte est bloqué'] },
  },
  {
    title: 'a sender that no domain vouches for',
    mail: mail('Doute', street),
    verdicts: { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' },
    expect: { text: ['Le lampadaire'] },
  },
  {
    title: 'a file that could not be looked at for viruses',
    mail: mixed('Doute', 'mixed', part('text/plain', street), part('text/plain; name=a.txt', 'x')),
    verdicts: { virus: 'PROCESSING_FAILED' },
    expect: { files: ['a.txt'], held: ['unscannable'] },
  },
  {
    title: 'the mark of UTF-8 before its first header',
    mail: `\xef\xbb\xbf${mail('Marque', street)}`,
    expect: { email: 'odile.marchand@courriel.example', text: ['Le lampadaire'] },
  },
  {
    title: 'a message within a message of base64',
    mail: mixed(
      'Encodé',
      'mixed',
      part('text/plain', 'Voir'),
      part(
        'message/rfc822; name=panne.eml',
        Buffer.from(mail('Panne', street), 'latin1').toString('base64'),
        'Content-Transfer-Encoding: base64',
      ),
    ),
    expect: { text: ['Voir', 'Objet : Panne', 'Le lampadaire'], files: ['panne.eml'] },
  },
];
