import type { DeliveryReport } from './contact.ts';
import { binaryOf } from './mime/binary.ts';
import { readHeaders } from './mime/header.ts';
import type { Part } from './mime/parts.ts';
import { decodeTransfer } from './mime/transfer.ts';

const mostRecipients = 50;
const longest = 200_000;
const never = () => false;

/**
 * What a machine reports of a mail of ours: a failed or late delivery (RFC 3464), a reading (RFC 8098), a complaint (RFC 5965);
 * null for any other mail. It proves nothing by itself: whoever knows the Message-ID can write one.
 */
export function readDeliveryReport(root: Part): DeliveryReport | null {
  // Only the mail itself: a citizen may well forward a report.
  const parts = root.type === 'multipart/report' ? root.children : [root];
  const part = parts.find(({ type }) => kinds[type]);
  const kind = part && kinds[part.type];
  if (!part || !kind) return null;
  const blocks = blocksOf(bodyOf(part));
  const field = (name: string) => blocks.map((block) => block.get(name)).find((value) => value);
  const original = parts.find(({ type }) =>
    /^(text\/rfc822-headers|message\/(rfc822|global|rfc822-headers))$/.test(type),
  );
  const sent = original && readHeaders(bodyOf(original), 0, never).headers.get('message-id');
  return {
    kind,
    messageId: idOf(field('original-message-id') ?? sent ?? field('x-ms-exchange-message-id')),
    recipients: blocks
      .map((block) => ({
        address: addressOf(
          block.get('final-recipient') ?? block.get('original-recipient') ?? block.get('original-rcpt-to'),
        ),
        action: (block.get('action') ?? block.get('feedback-type') ?? dispositionOf(block.get('disposition')))
          .toLowerCase()
          .slice(0, 40),
        status: /\d\.\d{1,3}\.\d{1,3}/.exec(block.get('status') ?? '')?.[0] ?? null,
      }))
      .filter(({ address }) => address !== '')
      .slice(0, mostRecipients),
  };
}

const kinds: Record<string, DeliveryReport['kind']> = {
  'message/delivery-status': 'delivery',
  'message/global-delivery-status': 'delivery',
  'message/disposition-notification': 'reading',
  'message/feedback-report': 'complaint',
};
const bodyOf = ({ body, headers }: Part): string =>
  binaryOf(decodeTransfer(body.slice(0, longest), headers.get('content-transfer-encoding') ?? ''));

/** Groups of fields between empty lines: one on the message, one on each recipient. */
const blocksOf = (body: string) =>
  body
    .split(/(?:\r?\n[ \t]*){2,}/)
    .slice(0, mostRecipients + 10)
    .map((block) => readHeaders(block, 0, never).headers);

const idOf = (value: string | undefined): string | null =>
  /<([^<>\s]{1,500})>/.exec(value ?? '')?.[1] ?? (value?.trim().slice(0, 500) || null);
/** `rfc822; lea@exemple.fr`. */
const addressOf = (value = ''): string =>
  value
    .slice(value.indexOf(';') + 1)
    .replace(/[<>\s]/g, '')
    .toLowerCase()
    .slice(0, 254);
const dispositionOf = (value = ''): string => value.slice(value.lastIndexOf(';') + 1).trim();
