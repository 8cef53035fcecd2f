import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Notice } from './agent-api.ts';
import { everybody } from './notice.ts';

const pk = 'NOTICES';

/** Messages of the day in the settings table: one for each subject, an empty text when it is off. */
export const noticeTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async all(): Promise<Notice[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
    return Items.map(({ notice }) => notice as Notice);
  },
  async save(notice: Notice): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { pk, sk: notice.topic ?? everybody, notice } }));
  },
});
export type NoticeTable = ReturnType<typeof noticeTable>;
