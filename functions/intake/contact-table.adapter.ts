import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation, wholeQuery } from '../shared/aws.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Contact, ContactDocument, ContactState } from './contact.ts';
import type { ContactContent, ContactHeader, PageChunk } from './contact-items.ts';
import { assemble, chunksOf, contactKey, contentOf, headerOf, listKeys } from './contact-items.ts';

/** `hash` of what came with the key: another hash under the same key is a misuse that the caller refuses. `by`: hash of whose key it is. */
export type IntakeKey = { id: string; hash: string; by?: string };
export type Added = { added: true } | { added: false; contactId: string; hash: string };
export type ContactTable = ReturnType<typeof contactTable>;

/** The one file that knows the contacts table: header, content, pages, waiting token and intake keys. */
export const contactTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const put = (Item: Record<string, unknown>, condition?: string) => ({
    Put: { TableName, Item, ...(condition ? { ConditionExpression: condition } : {}) },
  });
  const headerItem = (header: ContactHeader) => ({
    pk: contactKey(header.id),
    sk: 'CONTACT',
    ...header,
    ...listKeys(header),
  });
  const outboxItems = (contact: { id: string }, events: BusEvent[], at: string) =>
    events.map((event) =>
      put(
        outboxItem(contactKey(contact.id), `${at}-${event.type}`, event, Math.floor(Date.parse(at) / 1000)),
      ),
    );

  async function readHeader(id: string): Promise<ContactHeader> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: { pk: contactKey(id), sk: 'CONTACT' }, ConsistentRead: true }),
    );
    if (!Item) throw new Refusal('not-found');
    return withoutKeys<ContactHeader>(Item);
  }

  async function readKey(id: string): Promise<(Omit<IntakeKey, 'id'> & { contactId: string }) | undefined> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: { pk: `KEY#${id}`, sk: 'KEY' }, ConsistentRead: true }),
    );
    return Item as (IntakeKey & { contactId: string }) | undefined;
  }

  /** Pages live beside the header: preparing a document never disputes the contact with who decides on it. */
  async function savePages(contactId: string, document: ContactDocument): Promise<void> {
    for (const chunk of chunksOf(document)) {
      const sk = `PAGES#${chunk.documentId}#${String(chunk.from).padStart(5, '0')}`;
      await db.send(new PutCommand({ TableName, Item: { pk: contactKey(contactId), sk, ...chunk } }));
    }
  }

  /** Over the version that was read, with what goes along. */
  async function saveOver(read: ContactHeader, next: ContactHeader, along: ReturnType<typeof put>[]) {
    const Put = {
      TableName,
      Item: headerItem(next),
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': read.version },
    };
    try {
      await db.send(new TransactWriteCommand({ TransactItems: [{ Put }, ...along] }));
    } catch (error) {
      if (isConditionFailure(error)) throw new Refusal('conflict');
      throw error;
    }
  }

  return {
    readHeader,
    readKey,
    savePages,

    /** The whole contact; refuses `not-found`. */
    async readContact(id: string): Promise<Contact> {
      let header: ContactHeader | undefined;
      let content: ContactContent = { text: '' };
      const chunks: PageChunk[] = [];
      const items = await wholeQuery(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': contactKey(id) },
        ConsistentRead: true,
      });
      for (const item of items) {
        if (item.sk === 'CONTACT') header = withoutKeys<ContactHeader>(item);
        else if (item.sk === 'CONTENT') content = withoutKeys<ContactContent>(item);
        else if (String(item.sk).startsWith('PAGES#')) chunks.push(withoutKeys<PageChunk>(item));
      }
      if (!header) throw new Refusal('not-found');
      return assemble(header, content, chunks);
    },

    /** Writes the contact, its key and what it announces together, once; a repeat answers what the first one wrote. */
    async addContact(contact: Contact, key: IntakeKey, events: BusEvent[]): Promise<Added> {
      for (const document of contact.documents) await savePages(contact.id, document);
      const once = 'attribute_not_exists(pk)';
      const content = { pk: contactKey(contact.id), sk: 'CONTENT', ...contentOf(contact) };
      const { id: keyId, ...said } = key;
      const kept = { pk: `KEY#${keyId}`, sk: 'KEY', contactId: contact.id, ...said };
      try {
        await db.send(
          new TransactWriteCommand({
            TransactItems: [
              put(kept, once),
              put(headerItem(headerOf(contact)), once),
              put(content),
              ...outboxItems(contact, events, contact.receivedAt),
            ],
          }),
        );
        return { added: true };
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        const first = await readKey(key.id);
        if (!first) throw error;
        return { added: false, contactId: first.contactId, hash: first.hash };
      }
    },

    /** Saves changes over the version that was read, with what they announce; refuses `conflict` when another came first. */
    async updateContact(
      header: ContactHeader,
      changes: Partial<ContactHeader>,
      now: string,
      events: BusEvent[] = [],
    ): Promise<ContactHeader> {
      const next = { ...header, ...changes, version: header.version + 1 };
      await saveOver(header, next, outboxItems(header, events, now));
      return next;
    },

    /**
     * Other pages under the same contact, on which nobody decided meanwhile, and no proposal that the old ones led to;
     * refuses `conflict`. What it was made of before stays beside, under the name of its document.
     */
    async replaceDocuments(known: ContactHeader, contact: Contact): Promise<void> {
      const version = known.version + 1;
      const documents = contact.documents.map((one) => ({ ...one, id: `${one.id}-${version}` }));
      for (const document of documents) await savePages(known.id, document);
      const { scan } = contact;
      const next = headerOf({ ...contact, ...known, documents, text: '', form: undefined, scan, version });
      const content = { pk: contactKey(known.id), sk: 'CONTENT', ...contentOf(contact) };
      await saveOver(known, { ...next, proposal: undefined }, [put(content)]);
    },

    /** One page of the contacts that wait or are quarantined, oldest first unless `newest`; `after` is the cursor of the page before. */
    async listByState(
      state: Extract<ContactState, 'waiting' | 'quarantined'>,
      { after, limit, newest = false }: { after?: string; limit: number; newest?: boolean },
    ): Promise<{ contacts: ContactHeader[]; next: string | null }> {
      const gsi1pk = `STATE#${state}`;
      const id = after?.slice(after.lastIndexOf('#') + 1);
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :state',
          ExpressionAttributeValues: { ':state': gsi1pk },
          Limit: limit,
          ScanIndexForward: !newest,
          ...(after && id
            ? { ExclusiveStartKey: { pk: contactKey(id), sk: 'CONTACT', gsi1pk, gsi1sk: after } }
            : {}),
        }),
      );
      const next = LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null;
      return { contacts: Items.map((item) => withoutKeys<ContactHeader>(item)), next };
    },

    /** The machine's token while the contact waits for a person. */
    async keepToken(id: string, taskToken: string): Promise<void> {
      await db.send(new PutCommand({ TableName, Item: { pk: contactKey(id), sk: 'TOKEN', taskToken } }));
    },
    async readToken(id: string): Promise<string | undefined> {
      const Key = { pk: contactKey(id), sk: 'TOKEN' };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item?.taskToken as string | undefined;
    },
  };
};

function withoutKeys<T>(item: Record<string, unknown>): T {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, ...rest } = item;
  return rest as T;
}

const isConditionFailure = (error: unknown) =>
  cancellation(error)?.includes('ConditionalCheckFailed') ?? false;
