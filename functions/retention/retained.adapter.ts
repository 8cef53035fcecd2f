import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { Procedure } from '../procedures/procedure.ts';
import { type Kept, procedureKey } from '../procedures/procedure-items.ts';
import { wholeQuery } from '../shared/aws.adapter.ts';

const together = 25;

/** Every procedure that was ever published, archived or not: what came by them is still kept. Some tens, read whole. */
export const everyProcedure =
  (db: DynamoDBDocumentClient, TableName: string) => async (): Promise<Procedure[]> => {
    const lines = await wholeQuery(db, {
      ...{ TableName, ProjectionExpression: 'sk' },
      KeyConditionExpression: 'pk = :all',
      ExpressionAttributeValues: { ':all': 'PROCEDURES' },
    });
    const ids = lines.map(({ sk }) => String(sk));
    const found: Procedure[] = [];
    for (let at = 0; at < ids.length; at += together) {
      let Keys: Record<string, unknown>[] | undefined = ids
        .slice(at, at + together)
        .map((id) => procedureKey(id, 'CURRENT'));
      while (Keys && Keys.length > 0) {
        const page: BatchGetCommandOutput = await db.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
        );
        found.push(...((page.Responses?.[TableName] ?? []) as Kept[]).map(({ procedure }) => procedure));
        Keys = page.UnprocessedKeys?.[TableName]?.Keys;
      }
    }
    return found;
  };
