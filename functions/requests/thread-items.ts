import { mailKey } from '../threading/mail-id.ts';
import { requestKey } from './items.ts';

/** A mail that belongs to a request from now on: ours, with the message it carries, or one of the citizen's. */
export type MailOfRequest = { id: string; messageId?: string };
/** What is kept of the conversation, oldest first: headers of what leaves next are made of it. */
export type ThreadItem = { sk: 'RECORD#THREAD'; mails: string[] };

type Update = {
  Key: { pk: string; sk: string };
  UpdateExpression: string;
  ExpressionAttributeValues: Record<string, unknown>;
};

/**
 * Updates that let an answer find its request by Message-ID. Two requests may claim one id (anybody writes what they like in
 * that header): both are kept, so that nobody takes a mail over, and identity tells them apart.
 */
export const threadUpdates = (reference: string, mails: readonly MailOfRequest[]): Update[] => {
  const found = mails.filter(({ id }) => mailKey(id) !== '');
  if (found.length === 0) return [];
  return [
    ...found.map(({ id, messageId }) => ({
      Key: { pk: `MAIL#${mailKey(id)}`, sk: 'THREAD' },
      UpdateExpression: `ADD requests :request${messageId ? ' SET messageId = :message' : ''}`,
      ExpressionAttributeValues: {
        ':request': new Set([reference]),
        ...(messageId ? { ':message': messageId } : {}),
      },
    })),
    {
      Key: { pk: requestKey(reference), sk: 'RECORD#THREAD' },
      UpdateExpression: 'SET mails = list_append(if_not_exists(mails, :none), :mails)',
      ExpressionAttributeValues: { ':none': [], ':mails': found.map(({ id }) => id.slice(0, 400)) },
    },
  ];
};
