import type { DeliveryReport, MailNote } from '../../functions/intake/contact.ts';
import type { Verdicts } from './inbox.ts';

/** A raw message, one character a byte, with what must become of it; without `quarantine` it goes on to qualification. */
export type Awkward = {
  title: string;
  mail: string;
  /** Address of the envelope. */
  from?: string;
  verdicts?: Verdicts;
  expect: {
    quarantine?: string;
    automatic?: boolean;
    subject?: string;
    email?: string;
    text?: string[];
    not?: string[];
    html?: string[];
    /** Names of its files, the whole mail not among them. */
    files?: readonly string[];
    held?: string[];
    count?: number;
    notes?: MailNote[];
    /** The mail as it came is among the documents. */
    whole?: boolean;
    report?: DeliveryReport;
  };
};

let sent = 0;
const lines = (text: string): string => text.replace(/\r?\n/g, '\r\n');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Text is written in UTF-8; what is said to be of 8 bits, or holds parts, is bytes already. */
export const mail = (subject: string, body: string, ...headers: string[]): string =>
  [
    'From: Odile Marchand <odile.marchand@courriel.example>',
    'To: contact@val-clair.example',
    `Subject: ${utf8(subject)}`,
    `Message-ID: <awkward-${++sent}@courriel.example>`,
    'Date: Fri, 20 Nov 2026 09:30:09 +0100',
    'MIME-Version: 1.0',
    ...headers,
    '',
    lines(/8bit|multipart/.test(headers.join()) ? body : utf8(body)),
  ].join('\r\n');

/** Text is written in UTF-8, all else is bytes already. */
export const part = (type: string, body: string, ...headers: string[]): string =>
  [`Content-Type: ${type}`, ...headers, '', lines(type.startsWith('text/') ? utf8(body) : body), ''].join(
    '\r\n',
  );

export const mixed = (subject: string, kind: string, ...parts: string[]): string => {
  const boundary = `b${++sent}`;
  const body = `${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`;
  const [name, ...parameters] = kind.split(';');
  return (
    mail(
      subject,
      '',
      `Content-Type: multipart/${name}; boundary=${boundary}${parameters.map((one) => `;${one}`).join('')}`,
    ) + body
  );
};

/** Text in a Latin charset, with the bytes of the characters it has beyond ISO-8859-1. */
export const inCharset = (text: string, others: Record<string, number>): string =>
  [...text]
    .map((character) => (others[character] ? String.fromCharCode(others[character]) : character))
    .join('');
