import type { MailNote } from '../contact.ts';
import { htmlText } from '../html-text.ts';
import { calendar, forwarded } from '../messages/mail-fr.ts';
import { binaryOf, bytesOf } from './binary.ts';
import { calendarText } from './calendar.ts';
import { decodeText } from './charset.ts';
import { signedContent } from './cms.ts';
import { structured } from './header.ts';
import { type Part, readParts } from './parts.ts';
import { escapeText, flowed, poorer } from './text.ts';
import { readTnef } from './tnef.ts';
import { decodeTransfer } from './transfer.ts';
import { decodeWords } from './words.ts';

/** A file of a mail; `cid` names it within the HTML. */
export type MailFile = { name: string; type: string; content: Uint8Array; cid: string | null };
/** What a mail says and brings: text for reading, HTML as it came (not harmless yet), files. */
export type Reading = { text: string; html: string; files: MailFile[]; notes: MailNote[] };

const longestText = 2_000_000;
const mostWrapped = 3;
const nothing: Reading = { text: '', html: '', files: [], notes: [] };
/** Proofs and shells around the content: the mail as it came keeps them. */
const shells =
  /^application\/((x-)?pkcs7-signature|pgp-signature|pgp-encrypted|applefile)$|^message\/(delivery-status|global-delivery-status|disposition-notification|feedback-report)$/;

/** `wrapped` counts the messages that were encoded within others; `left` what may still be read as words. */
type Reach = { wrapped: number; budget: { left: number } };

/** Reads a part and all it holds. */
export function readPart(part: Part, reach: Reach = { wrapped: 0, budget: { left: longestText } }): Reading {
  const { type } = part;
  if (shells.test(type)) return nothing;
  if (type.startsWith('multipart/') && part.children.length > 0) return readMultipart(part, reach);
  if (/^message\/(rfc822|global)$/.test(type)) return readForwarded(part, reach);
  const file = fileOf(part);
  if (/^application\/(x-)?pkcs7-mime$/.test(type)) return readSealed(file, reach);
  if (/ms-tnef$/.test(type) || /^winmail\.dat$/i.test(file.name)) return readPacked(file);
  if (type === 'text/calendar') {
    const text = calendarText(textOf(part, reach), calendar);
    return { ...nothing, text, files: [{ ...file, name: nameOf(part) || 'invitation.ics' }] };
  }
  const isShown = !isAttached(part) && /^(text\/(plain|html|enriched|richtext)|multipart\/.*)$/.test(type);
  if (!isShown) return { ...nothing, files: file.content.length === 0 && !file.name ? [] : [file] };
  const notes: MailNote[] = part.body.length > reach.budget.left ? ['cut'] : [];
  const text = textOf(part, reach);
  if (type === 'text/plain' || type.startsWith('multipart/'))
    return { ...nothing, text: flowed(text, part.parameters), notes: withSecret(text, notes) };
  return { ...nothing, text: htmlText(text), html: type === 'text/html' ? text : '', notes };
}

const withSecret = (text: string, notes: MailNote[]): MailNote[] =>
  text.includes('-----BEGIN PGP MESSAGE-----') ? [...notes, 'encrypted'] : notes;

function readMultipart({ type, children }: Part, reach: Reach): Reading {
  if (type === 'multipart/encrypted') {
    const files = children.flatMap((child) => readPart(child, reach).files);
    return { ...nothing, files, notes: ['encrypted'] };
  }
  // A report gives the mail of ours back: only its own words are the message.
  const read = type === 'multipart/report' ? children.slice(0, 1) : children;
  const readings = read.map((child) => readPart(child, reach));
  const files = readings.flatMap((one) => one.files);
  const notes = [...new Set(readings.flatMap((one) => one.notes))];
  if (type !== 'multipart/alternative') return { ...joined(readings), files, notes };
  const html = readings.findLast((one) => one.html !== '');
  const plain = readings.filter((one) => one.html === '' && one.text !== '');
  const text = plain.map((one) => one.text).join('\n\n');
  return { text: html && poorer(text, html.text) ? html.text : text, html: html?.html ?? '', files, notes };
}

/** Words beside HTML are shown with it; without any HTML there is only text. */
function joined(readings: Reading[]): Pick<Reading, 'text' | 'html'> {
  const said = readings.filter(({ text, html }) => text !== '' || html !== '');
  const isHtml = said.some(({ html }) => html !== '');
  return {
    text: said.map(({ text }) => text).join('\n\n'),
    html: isHtml ? said.map(({ text, html }) => html || escapeText(text)).join('<hr>') : '',
  };
}

function readForwarded(part: Part, reach: Reach): Reading {
  const content = decodeTransfer(part.body, encodingOf(part));
  const isEncoded = /base64|quoted/i.test(encodingOf(part));
  const unwrapped = isEncoded && reach.wrapped < mostWrapped ? readParts(binaryOf(content)).root : undefined;
  const inner = part.children[0] ?? unwrapped;
  const header = (name: string) => decodeWords(inner?.headers.get(name) ?? '').slice(0, 500);
  const subject = header('subject');
  const name = nameOf(part) || `${subject || 'message'}.eml`;
  const file = { name, type: part.type, content, cid: null };
  if (!inner) return { ...nothing, files: [file], notes: ['cut'] };
  const read = readPart(inner, part.children[0] ? reach : deeper(reach));
  const head = forwarded(header('from'), header('date'), subject);
  return {
    text: `${head}\n\n${read.text}`,
    html: read.html && `${escapeText(head)}${read.html}`,
    // A message within it lies in its file already.
    files: [file, ...read.files.filter(({ type }) => type !== part.type)],
    notes: read.notes,
  };
}

function readSealed(file: MailFile, reach: Reach): Reading {
  const content = reach.wrapped < mostWrapped ? signedContent(binaryOf(file.content)) : null;
  if (content === null) return { ...nothing, files: [file], notes: ['encrypted'] };
  return readPart(readParts(content).root, deeper(reach));
}

function readPacked(file: MailFile): Reading {
  const packed = readTnef(binaryOf(file.content));
  if (!packed) return { ...nothing, files: [file] };
  const files = packed.files.map(({ name, type, content }) => ({
    name: name || 'document',
    type,
    content: bytesOf(content),
    cid: null,
  }));
  return {
    text: packed.text.trim() || htmlText(packed.html),
    html: packed.html,
    files: [...files, file],
    notes: [],
  };
}

const deeper = ({ wrapped, budget }: Reach): Reach => ({ wrapped: wrapped + 1, budget });
const encodingOf = ({ headers }: Part): string => headers.get('content-transfer-encoding') ?? '';
function textOf(part: Part, { budget }: Reach): string {
  const body = part.body.slice(0, budget.left);
  budget.left -= body.length;
  return decodeText(decodeTransfer(body, encodingOf(part)), part.parameters.get('charset'));
}

const disposition = ({ headers }: Part) => structured(headers.get('content-disposition') ?? '');
const nameOf = (part: Part): string =>
  (disposition(part).parameters.get('filename') ?? part.parameters.get('name') ?? '').trim();
const isAttached = (part: Part): boolean => disposition(part).value === 'attachment' || nameOf(part) !== '';
const fileOf = (part: Part): MailFile => ({
  name: nameOf(part),
  type: part.type,
  content: decodeTransfer(part.body, encodingOf(part)),
  cid: /<?([^<>\s]{1,500})>?/.exec(part.headers.get('content-id') ?? '')?.[1] ?? null,
});
