import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** Writes what another table's own file made: an address on the list of those that are written to no more. */
export const writing = (db: DynamoDBDocumentClient) => async (write: Write) => {
  await db.send(new TransactWriteCommand({ TransactItems: [write] }));
};
