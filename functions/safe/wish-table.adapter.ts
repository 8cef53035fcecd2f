import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

/** Whether an account wants to be warned by mail, and of what it was: a warning is sent once. */
export type Wish = { account: string; byMail: boolean; warned: string[] };
const keyOf = (account: string) => ({ pk: `SAFE#${account}`, sk: 'WISH' });
const mostKept = 60;

export const wishTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async of(account: string): Promise<Wish> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(account) }));
    return (Item?.wish as Wish | undefined) ?? { account, byMail: false, warned: [] };
  },
  /** Who wants mails is in the index; who does not is nowhere. */
  async save(wish: Wish): Promise<void> {
    const index = wish.byMail ? { gsi1pk: 'WARN', gsi1sk: wish.account } : {};
    const Item = {
      ...keyOf(wish.account),
      wish: { ...wish, warned: wish.warned.slice(-mostKept) },
      ...index,
    };
    await db.send(new PutCommand({ TableName, Item }));
  },
  /** A page of those who want to be warned, by their accounts. */
  async page(after?: string): Promise<{ wishes: Wish[]; next: string | undefined }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :warn',
        ExpressionAttributeValues: { ':warn': 'WARN' },
        ExclusiveStartKey: after ? { ...keyOf(after), gsi1pk: 'WARN', gsi1sk: after } : undefined,
        Limit: 100,
      }),
    );
    return {
      wishes: Items.map(({ wish }) => wish as Wish),
      next: LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : undefined,
    };
  },
});
