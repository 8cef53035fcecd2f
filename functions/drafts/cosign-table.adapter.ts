import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure, wholeQuery } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Cosignature, dueOn } from './cosign.ts';

const keyOf = (id: string) => ({ pk: `COSIGN#${id}`, sk: 'COSIGN' });
const open = 'COSIGN#OPEN';
/** Kept so long after its last day: the first person may take its answers up again. */
const keptDays = 30;

/** Forms that wait for a second signature, in the drafts table; those that something is due about are listed by that day, the others by whose they are. */
export const cosignTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const itemOf = (cosignature: Cosignature) => {
    const due = dueOn(cosignature);
    return {
      ...keyOf(cosignature.id),
      cosignature,
      version: cosignature.version,
      ...(due
        ? { gsi1pk: open, gsi1sk: `${due}#${cosignature.id}` }
        : { gsi1pk: `COSIGN#OF#${cosignature.first.account ?? '-'}`, gsi1sk: cosignature.id }),
      expiresAt: Math.floor(Date.parse(cosignature.until) / 1000) + keptDays * 86_400,
    };
  };
  return {
    /** False when there is one already. */
    async add(cosignature: Cosignature): Promise<boolean> {
      try {
        const Item = itemOf(cosignature);
        await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    async read(id: string): Promise<Cosignature | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return (Item?.cosignature as Cosignature | undefined) ?? null;
    },
    /** Over the version that was read; refuses `conflict`. */
    async save(before: Cosignature, changes: Partial<Cosignature>): Promise<Cosignature> {
      const next = { ...before, ...changes, version: before.version + 1 };
      await db
        .send(
          new PutCommand({
            TableName,
            Item: itemOf(next),
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          }),
        )
        .catch((error) => {
          throw isConditionFailure(error) ? new Refusal('conflict') : error;
        });
      return next;
    },
    /** Counted before the code is judged: many at once are no more than one after the other. Answers it as it is then. */
    async countTry(id: string): Promise<Cosignature> {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id),
          UpdateExpression:
            'SET cosignature.#code.tries = cosignature.#code.tries + :one, cosignature.version = cosignature.version + :one, version = version + :one',
          ConditionExpression: 'attribute_exists(cosignature.#code)',
          ExpressionAttributeNames: { '#code': 'code' },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes?.cosignature as Cosignature;
    },
    /** Ids of those that something is due about on that day or before. */
    async due(today: string): Promise<string[]> {
      const found = await wholeQuery(db, {
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :open AND gsi1sk < :after',
        ExpressionAttributeValues: { ':open': open, ':after': `${today}#~` },
      });
      return found.map(({ pk }) => String(pk).slice('COSIGN#'.length));
    },
  };
};
