import { type MessageRecord, withoutCode } from '../requests/records.ts';
import { documentId, type SafeDocument, safeKey } from './safe-document.ts';

type Message = Pick<
  MessageRecord,
  'id' | 'from' | 'kind' | 'at' | 'subject' | 'text' | 'attachments' | 'delivery' | 'to'
>;
export type SentDeps = {
  accountsOf(reference: string): Promise<string[]>;
  messages(reference: string): Promise<readonly Message[]>;
  add(document: SafeDocument): Promise<unknown>;
  find(account: string, id: string): Promise<SafeDocument | null>;
  writeText(key: string, text: string): Promise<void>;
};

/**
 * Whether the citizen may read it now. An answer that waits in the portal is notified when it is opened there (CRPA
 * R112-19): the safe must not be a way around that day.
 */
const hasLeft = ({ kind, delivery }: Message): boolean =>
  delivery === 'sent' || delivery === 'to-print' || (kind === 'message' && delivery !== 'available');

/** What the authority sent about a request, as documents of a safe: files where they lie, an answer without files as its text. */
export function documentsOf(message: Message, reference: string, account: string): SafeDocument[] {
  if (message.from !== 'authority' || message.to || !hasLeft(message)) return [];
  const common: Omit<SafeDocument, 'id' | 'name' | 'contentType' | 'size' | 'objectKey' | 'bucket'> = {
    ...{ version: 1, account, type: 'from-authority', storedAt: message.at, reference, member: null },
    ...{ issuedOn: message.at.slice(0, 10), validUntil: null, validBy: 'rule', read: [], binnedAt: null },
    ...{ reading: 'none', scan: 'clean', from: 'authority' },
  };
  const time = Date.parse(message.at);
  const files = message.attachments.map(({ id, name, contentType, size, object }): SafeDocument => {
    const random = `${message.id}-${id}`.replace(/[^\w-]/g, '').slice(0, 50);
    return {
      ...common,
      ...{ id: documentId(time, random), name, contentType, size },
      ...{ objectKey: object.key, bucket: object.bucket },
    };
  });
  if (files.length > 0 || message.kind !== 'answer') return files;
  const id = documentId(
    time,
    message.id
      .replace(/[^\w-]/g, '')
      .padEnd(20, '-')
      .slice(0, 50),
  );
  const name = `${reference}.txt`;
  const size = new TextEncoder().encode(textOf(message)).length;
  const object = { objectKey: safeKey(account, id), bucket: 'documents' as const };
  return [{ ...common, id, name, contentType: 'text/plain', size, ...object }];
}

const textOf = ({ subject, text }: Message): string => `${subject}\n\n${withoutCode(text)}\n`;

/** Everything that left about a request is in the safes of those whose request it is; what is there already stays as it is. */
export const keepSent =
  (deps: SentDeps) =>
  async (reference: string): Promise<void> => {
    const accounts = await deps.accountsOf(reference);
    if (accounts.length === 0) return;
    const messages = await deps.messages(reference);
    for (const account of accounts)
      for (const message of messages)
        for (const document of documentsOf(message, reference, account)) {
          if (await deps.find(account, document.id)) continue;
          if (document.objectKey === safeKey(account, document.id))
            await deps.writeText(document.objectKey, textOf(message));
          await deps.add(document);
        }
  };
