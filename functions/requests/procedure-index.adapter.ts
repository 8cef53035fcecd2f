import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type ProcedureItem, procedureRevisionKey } from './procedure-index.ts';

export type OnRevision = { reference: string; openedAt: string };
export type ProcedureIndex = ReturnType<typeof procedureIndex>;

/** Undecided requests of a revision of a procedure, by reference, a page at a time. */
export const procedureIndex = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** @param after reference where the page before ended */
  async page(
    procedure: string,
    revision: number,
    after: string | null,
    Limit: number,
  ): Promise<{ found: OnRevision[]; next: string | null }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        FilterExpression: 'attribute_not_exists(isOver)',
        ExpressionAttributeValues: {
          ':pk': procedureRevisionKey(procedure, revision),
          ':after': after ?? ' ',
        },
        ConsistentRead: true,
        Limit,
      }),
    );
    return {
      found: (Items as ProcedureItem[]).map(({ sk, openedAt }) => ({ reference: sk, openedAt })),
      next: (LastEvaluatedKey?.sk as string | undefined) ?? null,
    };
  },
});
