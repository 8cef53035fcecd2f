import { mailKey } from '../threading/mail-id.ts';
import { requestKey } from './items.ts';

/** A mail that belongs to a request from now on: ours, with the message it carries, or one of the citizen's. */
export type MailOfRequest = { id: string; messageId?: string };
/** One mail of the conversation; each has an item of its own, so that none grows with what somebody sends. */
export type MailItem = { pk: string; sk: `RECORD#MAIL#${string}`; mail: string };

type Update = {
  Key: { pk: string; sk: string };
  UpdateExpression: string;
  ExpressionAttributeValues: Record<string, unknown>;
};
const longestId = 400;

/**
 * What lets an answer find its request by Message-ID, and what headers of the next mail are made of. Two requests may claim one
 * id (anybody writes what they like in that header): both are kept, so that nobody takes a mail over, and identity tells them
 * apart. @param seq last line of the journal, which puts the conversation in order
 */
export const threadItems = (
  reference: string,
  seq: number,
  mails: readonly MailOfRequest[],
): { updates: Update[]; items: MailItem[] } => {
  const found = mails.filter(({ id }) => mailKey(id) !== '');
  return {
    updates: found.map(({ id, messageId }) => ({
      Key: { pk: `MAIL#${mailKey(id)}`, sk: 'THREAD' },
      UpdateExpression: `ADD requests :request${messageId ? ' SET messageId = :message' : ''}`,
      ExpressionAttributeValues: {
        ':request': new Set([reference]),
        ...(messageId ? { ':message': messageId } : {}),
      },
    })),
    items: found.map(({ id }, index) => ({
      pk: requestKey(reference),
      sk: `RECORD#MAIL#${String(seq).padStart(6, '0')}-${index}`,
      mail: id.slice(0, longestId),
    })),
  };
};
