import { awkwardAround } from './awkward-around.ts';
import { invitation, opaqueSigned, winmail } from './packed-mails.ts';
import { type Awkward, inCharset, mail, mixed, part } from './raw-mails.ts';

const street = 'Le lampadaire de la rue du Moulin est éteint, la chaussée et le trottoir sont dans le noir.';
const accents = 'Café, œuvre, 10 €, l’été';

/** Messages that mail programs really send, or people of ill will, each with what must become of it. */
export const awkward: Awkward[] = [
  // Alphabets and encodings.
  ...(
    [
      ['windows-1252', inCharset(accents, { '€': 0x80, '’': 0x92, œ: 0x9c }), accents],
      ['iso-8859-15', inCharset('œuvre, 10 €, été', { '€': 0xa4, œ: 0xbd }), 'œuvre, 10 €, été'],
      ['iso-8859-1', inCharset('déjà vu', {}), 'déjà vu'],
      ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
      ['gb18030', '\xc4\xe3\xba\xc3', '你好'],
      ['iso-2022-jp', '\x1b$B$3$s$K$A$O\x1b(B', 'こんにちは'],
      ['utf-7', 'l+AOk-t+AOk-, 10 +IKw-', 'lété, 10 €'],
      ['klingon', inCharset('déjà vu', {}), 'déjà vu'],
      ['us-ascii', Buffer.from('déjà vu').toString('latin1'), 'déjà vu'],
      ['iso-8859-1', Buffer.from('trompé : été').toString('latin1'), 'trompé : été'],
      ['utf-8', inCharset('trompé : été', {}), 'trompé : été'],
    ] as const
  ).map(
    ([charset, body, text]): Awkward => ({
      title: `${charset}, ${text}`,
      mail: mail(
        `Alphabet ${charset}`,
        body,
        `Content-Type: text/plain; charset=${charset}`,
        'Content-Transfer-Encoding: 8bit',
      ),
      expect: { text: [text] },
    }),
  ),
  {
    title: 'quoted-printable that was cut within a character',
    mail: mail(
      'QP',
      'Le caf=C3=A9 et l=C3=A9t=C3',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
    ),
    expect: { text: ['Le café et lét'] },
  },
  {
    title: 'broken base64, padded in the middle, with words of a relay after it',
    mail: mail('B64', 'Qm9uam91ciw=\n!!IExlIGxhbXBhZGFpcmU=\n', 'Content-Transfer-Encoding: base64'),
    expect: { text: ['Bonjour, Le lampadaire'] },
  },
  {
    title: 'format=flowed',
    mail: mail(
      'Flowed',
      'Le lampadaire \nest éteint.\n-- \nOdile',
      'Content-Type: text/plain; charset=utf-8; format=flowed',
    ),
    expect: { text: ['Le lampadaire est éteint.'] },
  },
  {
    title: 'a subject split within a character, and a name that hides a header',
    mail: mail('=?utf-8?B?w4k=?= =?utf-8?Q?clairage_=C3?= =?utf-8?Q?=A9teint?=', street, 'X-A: b').replace(
      /^From:.*/,
      'From: =?utf-8?Q?Od=C3=ADle=0D=0ABcc:_x=40y.example?= <odile.marchand@courriel.example>',
    ),
    expect: { subject: 'Éclairage éteint', email: 'odile.marchand@courriel.example' },
  },
  // HTML and parts.
  {
    title: 'HTML only',
    mail: mail(
      'HTML',
      '<p>Bonjour,</p><p>Le <b>lampadaire</b> est &eacute;teint&nbsp;!</p><script>alert(1)</script>',
      'Content-Type: text/html; charset=utf-8',
    ),
    expect: {
      text: ['Bonjour,', 'Le lampadaire est éteint !'],
      not: ['alert', '<p>'],
      html: ['<b>lampadaire</b>'],
    },
  },
  {
    title: 'an alternative whose text is an excuse',
    mail: mixed(
      'Alternative',
      'alternative',
      part('text/plain', 'Votre logiciel ne lit pas le HTML.'),
      part(
        'text/html',
        `<p>${street} Merci de faire le nécessaire avant l’hiver, les enfants passent par là chaque matin pour aller à l’école.</p>`,
      ),
    ),
    expect: { text: ['Le lampadaire de la rue du Moulin'] },
  },
  {
    title: 'an alternative whose text is empty',
    mail: mixed(
      'Alternative vide',
      'alternative',
      part('text/plain', '  \n'),
      part('text/html', `<div>${street}</div>`),
    ),
    expect: { text: ['Le lampadaire de la rue du Moulin'] },
  },
  {
    title: 'parts in parts in parts',
    mail: mixed('Parts', 'mixed', nested(4), part('application/pdf; name=plan.pdf', '%PDF-1.4\n')),
    expect: { text: ['Le lampadaire'], files: ['plan.pdf'] },
  },
  {
    title: 'a boundary that is announced and never comes',
    mail: mail('Frontière', street, 'Content-Type: multipart/mixed; boundary=absent'),
    expect: { text: ['Le lampadaire'] },
  },
  {
    title: 'an inner part that nobody closed',
    mail: `${mail('Ouverte', '', 'Content-Type: multipart/mixed; boundary=out')}--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n\r\n${street}\r\n--out\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nnote\r\n--out--\r\n`,
    expect: { text: ['Le lampadaire'], files: ['a.txt'] },
  },
  {
    title: 'a photograph within the words',
    mail: mixed(
      'Photo',
      'related',
      part('text/html', '<p>Voyez : <img src="cid:photo@x"></p>'),
      part('image/jpeg; name=IMG_1.jpg', `\xff\xd8\xff${'\x10'.repeat(9_000)}`, 'Content-ID: <photo@x>'),
    ),
    expect: { files: ['IMG_1.jpg'], html: ['data:image/jpeg'] },
  },
  {
    title: 'a logo within the words',
    mail: mixed(
      'Logo',
      'related',
      part('text/html', '<p>Bonjour <img src="cid:logo@x"></p>'),
      part('image/png; name=logo.png', '\x89PNG\r\n\x1a\n1', 'Content-ID: <logo@x>'),
    ),
    expect: { files: [], html: ['data:image/png'] },
  },
  {
    title: 'a forwarded message with its own file',
    mail: mixed(
      'TR',
      'mixed',
      part('text/plain', 'Voir ci-dessous'),
      part(
        'message/rfc822',
        mixed('Panne', 'mixed', part('text/plain', street), part('text/plain; name=note.txt', 'note')),
      ),
    ),
    expect: {
      text: ['Voir ci-dessous', 'Message transféré', 'Objet : Panne', 'Le lampadaire'],
      files: ['Panne.eml', 'note.txt'],
    },
  },
  // What programs wrap around it.
  {
    title: 'winmail.dat',
    mail: winmail(street),
    expect: { text: ['Voir la pièce'], files: ['plan été.txt', 'winmail.dat'] },
  },
  {
    title: 'winmail.dat with the words in it',
    mail: winmail(street, ''),
    expect: { text: ['Le lampadaire'], files: ['plan été.txt', 'winmail.dat'] },
  },
  {
    title: 'an invitation',
    mail: invitation(),
    expect: {
      text: [
        'Invitation à un rendez-vous',
        'Objet : Visite du chantier',
        'Début : 01/12/2026 à 09:30',
        'Lieu : 4 rue du Moulin',
      ],
      files: ['invitation.ics'],
    },
  },
  {
    title: 'a message sealed in its signature',
    mail: opaqueSigned(street),
    expect: { text: ['Le lampadaire'], files: ['plan.txt'] },
  },
  {
    title: 'a message signed beside',
    mail: mixed(
      'Signé',
      'signed',
      part('text/plain', street),
      part('application/pkcs7-signature; name=smime.p7s', 'MIAGCSq=', 'Content-Transfer-Encoding: base64'),
    ),
    expect: { text: ['Le lampadaire'], files: [] },
  },
  {
    title: 'an encrypted message',
    mail: mixed(
      'Chiffré',
      'encrypted',
      part('application/pgp-encrypted', 'Version: 1'),
      part('application/octet-stream; name=encrypted.asc', '-----BEGIN PGP MESSAGE-----\n'),
    ),
    expect: { files: ['encrypted.asc'], notes: ['encrypted'], whole: true },
  },
  ...awkwardAround,
];

function nested(levels: number): string {
  if (levels === 0) return part('text/plain', street);
  const boundary = `level${levels}`;
  return part(
    `multipart/mixed; boundary=${boundary}`,
    `--${boundary}\r\n${nested(levels - 1)}--${boundary}--`,
  );
}
