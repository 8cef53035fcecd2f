import { mail, mixed, part } from './raw-mails.ts';

const uint = (value: number, bytes: number): string =>
  Array.from({ length: bytes }, (_, at) => String.fromCharCode((value >>> (8 * at)) & 255)).join('');
const base64 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('base64');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** One attribute of TNEF: level, number, length, content, sum. */
const attribute = (level: number, id: number, content: string): string => {
  const sum = [...content].reduce((total, character) => total + character.charCodeAt(0), 0);
  return String.fromCharCode(level) + uint(id, 4) + uint(content.length, 4) + content + uint(sum & 0xffff, 2);
};
const wide = (text: string): string => Buffer.from(`${text}\0`, 'utf16le').toString('latin1');
const padded = (content: string): string => content + '\0'.repeat((4 - (content.length % 4)) % 4);
/** A text property of MAPI, in UTF-16. */
const property = (id: number, text: string): string =>
  uint((id << 16) | 0x1f, 4) + uint(1, 4) + uint(wide(text).length, 4) + padded(wide(text));

/** What Outlook sends to who does not read its own format: words and a file within one attachment. */
export const winmail = (words: string, shown = 'Voir la pièce jointe'): string => {
  const tnef =
    '\x78\x9f\x3e\x22\x01\x00' +
    attribute(1, 0x69007, uint(1252, 4) + uint(0, 4)) +
    attribute(1, 0x69003, uint(1, 4) + property(0x1000, words)) +
    attribute(2, 0x69002, '\0'.repeat(14)) +
    attribute(2, 0x18010, 'PLANT~1.TXT\0') +
    attribute(2, 0x6800f, 'Le plan') +
    attribute(2, 0x69005, uint(1, 4) + property(0x3707, 'plan été.txt'));
  return mixed(
    'Plan',
    'mixed',
    part('text/plain', shown),
    part('application/ms-tnef; name=winmail.dat', base64(tnef), 'Content-Transfer-Encoding: base64'),
  );
};

export const invitation = (): string =>
  mixed(
    'Invitation',
    'alternative',
    part('text/plain', ' '),
    part(
      'text/calendar; method=REQUEST; charset=utf-8',
      [
        ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'SUMMARY:Visite du chantier'],
        ...['DTSTART;TZID="Europe/Paris":20261201T093000', 'DTEND;TZID="Europe/Paris":20261201T103000'],
        ...[
          'LOCATION:4 rue du',
          '  Moulin',
          'ORGANIZER;CN="Odile: Marchand":mailto:odile.marchand@courriel.example',
        ],
        ...['END:VEVENT', 'END:VCALENDAR'],
      ].join('\n'),
    ),
  );

const der = (tag: number, content: string): string => {
  const length =
    content.length < 128
      ? String.fromCharCode(content.length)
      : `\x82${String.fromCharCode(content.length >> 8, content.length & 255)}`;
  return String.fromCharCode(tag) + length + content;
};
const data = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01';
const signed = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';

/** A message within its signature (CMS SignedData), in pieces of undefined length as Outlook writes it. */
export const opaqueSigned = (words: string): string => {
  const inner = `Content-Type: multipart/mixed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${utf8(words)}\r\n--s\r\nContent-Type: text/plain; name=plan.txt\r\n\r\nplan\r\n--s--\r\n`;
  const pieces = der(0x04, inner.slice(0, 100)) + der(0x04, inner.slice(100));
  const content = `\xa0\x80\x24\x80${pieces}\0\0\0\0`;
  const signedData = der(
    0x30,
    `${der(0x02, '\x01')}${der(0x31, '')}\x30\x80${data}${content}\0\0${der(0x31, '')}`,
  );
  const info = der(0x30, signed + der(0xa0, signedData));
  return mail(
    'Scellé',
    base64(info),
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'Content-Transfer-Encoding: base64',
  );
};
