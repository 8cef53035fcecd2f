import { addressParser } from 'postal-mime';
import type { DeliveryReport, MailNote } from './contact.ts';
import { readDeliveryReport } from './delivery-report.ts';
import { safeHtml } from './html-safe.ts';
import { picturesOf } from './mail-pictures.ts';
import { type Binary, hasHighBytes } from './mime/binary.ts';
import { decodeText } from './mime/charset.ts';
import type { Headers } from './mime/header.ts';
import { type Part, readParts } from './mime/parts.ts';
import { type MailFile, readPart } from './mime/reading.ts';
import { decodeWords } from './mime/words.ts';

/** A mail as it was read; ids without angle brackets, headers not decoded. */
export type Message = {
  headers: Headers;
  messageId: string;
  inReplyTo: string[];
  references: string[];
  /** Addresses that `To` and `Cc` name, lower case. */
  addressed: string[];
  date: string;
  /** `isOne`: it names one address and no other, so that what a server says of the author is said of this one. */
  from: { name: string | null; address: string | null; isOne: boolean };
  subject: string;
  text: string;
  /** Harmless HTML for display, empty when there is only text; `links` are those of the HTML as it came. */
  html: string;
  links: { said: string; address: string }[];
  files: MailFile[];
  report: DeliveryReport | null;
  notes: MailNote[];
  /** Leaves in order, to tell what the mail says from how it travelled. */
  leaves: Part[];
  isCut: boolean;
};

/** More than a page can be answered with: the words and the mail itself remain. */
const longestHtml = 2_000_000;
const mostIds = 50;
const mostLinks = 200;
const mostAddressed = 200;

/** Takes a raw mail apart and reads it, within the limits of `readParts`; time grows with its length only. */
export function readMessage(raw: Binary): Message {
  const { root, isCut } = readParts(raw);
  const { headers } = root;
  const header = (name: string) => headers.get(name) ?? '';
  const reading = readPart(root);
  const { pictureOf, files } = picturesOf(reading);
  const links: Message['links'] = [];
  const onLink = (link: Message['links'][number]) => void (links.length < mostLinks && links.push(link));
  const html = reading.html && safeHtml(reading.html, { pictureOf, onLink });
  const report = readDeliveryReport(root);
  const shown = html.length > longestHtml ? '' : html;
  return {
    headers,
    messageId: /<\s*([^<>]*[^<>\s])\s*>/.exec(header('message-id'))?.[1] ?? header('message-id').trim(),
    inReplyTo: idsOf(header('in-reply-to')),
    references: idsOf(header('references')),
    addressed: [...new Set(addressesOf(`${header('to')} ${header('cc')}`))].slice(0, mostAddressed),
    date: header('date'),
    from: mailbox(header('from')),
    subject: decodeWords(header('subject')),
    text: reading.text,
    html: shown,
    links,
    files,
    report,
    notes: [...new Set<MailNote>([...reading.notes, ...(isCut ? (['cut'] as const) : [])])],
    leaves: leavesOf(root),
    isCut,
  };
}

const idsOf = (value: string): string[] =>
  [...value.matchAll(/<([^<>\s]{1,500})>/g)].map((found) => found[1] ?? '').slice(-mostIds);
const addressesOf = (value: string): string[] =>
  [...value.matchAll(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g)].map(([found]) => found.toLowerCase());

/** The address is found before names are decoded: no name can bring an address of its own. */
function mailbox(value: string): Message['from'] {
  const from = hasHighBytes(value) ? decodeText(value) : value;
  const all = addressParser(from.slice(0, 2_000), { flatten: true });
  const first = all.find(({ address }) => address) ?? all[0];
  const address = first?.address?.toLowerCase() || null;
  const named = all.flatMap((one) => [one.address?.toLowerCase() ?? '', ...addressesOf(one.name)]);
  const isOne = from.length <= 2_000 && named.every((one) => one === '' || one === address);
  return { name: first?.name || null, address, isOne };
}

const leavesOf = (part: Part): Part[] =>
  part.children.length === 0 ? [part] : part.children.flatMap(leavesOf);
