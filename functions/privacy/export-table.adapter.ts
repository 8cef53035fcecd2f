import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { outboxItem } from '../shared/events.ts';
import type { Export } from './export.ts';

const keyOf = ({ kind, id }: Export['of']) => ({ pk: `EXPORT#${kind}#${id}`, sk: 'EXPORT' });

/** The last export of somebody, in the privacy table: ids and instants, overwritten by the next one. */
export const exportTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async of(of: Export['of']): Promise<Export | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(of), ConsistentRead: true }));
    return (Item?.export as Export | undefined) ?? null;
  },
  /** Written down and said on the bus at once: it will be made. */
  async ask(one: Export): Promise<void> {
    const Item = { ...keyOf(one.of), export: one };
    const event = {
      type: 'export-asked',
      detail: { kind: one.of.kind, id: one.of.id, exportId: one.id },
    } as const;
    const seconds = Math.floor(Date.parse(one.askedAt) / 1000);
    await db.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item } },
          { Put: { TableName, Item: outboxItem(Item.pk, one.id, event, seconds) } },
        ],
      }),
    );
  },
  async save(one: Export): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { ...keyOf(one.of), export: one } }));
  },
});
