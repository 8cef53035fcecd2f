import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { agentBoard, workGroups } from '../../requests/items.ts';
import { cancellation } from '../../shared/aws.adapter.ts';
import { Refusal } from '../../shared/refusal.ts';
import { emptyRoster, type Roster } from './roster.ts';
import type { KeptRules } from './rules.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Tables = { people: string; requests: string };
const placeOf = (department: string) => `DISTRIBUTION#${department}`;

/**
 * Rules of the departments (people table: `DISTRIBUTION#<code>`, `CURRENT` and one item a version), whose turn it is (requests
 * table: `DISTRIBUTION#<code>`/`ROSTER`), and what stands with whom (the board's index, some keys of each agent).
 */
export const distributionTable = (db: DynamoDBDocumentClient, { people, requests }: Tables) => ({
  async rules(department: string): Promise<KeptRules | null> {
    const Key = { pk: placeOf(department), sk: 'CURRENT' };
    const { Item } = await db.send(new GetCommand({ TableName: people, Key, ConsistentRead: true }));
    return (Item?.kept as KeptRules | undefined) ?? null;
  },

  /** Refuses `conflict` when somebody saved others meanwhile. */
  async save(department: string, kept: KeptRules): Promise<void> {
    const pk = placeOf(department);
    const before = kept.version - 1;
    const current: Write = {
      Put: {
        TableName: people,
        Item: { pk, sk: 'CURRENT', kept },
        ConditionExpression: before > 0 ? 'kept.version = :before' : 'attribute_not_exists(pk)',
        ...(before > 0 && { ExpressionAttributeValues: { ':before': before } }),
      },
    };
    const version = String(kept.version).padStart(6, '0');
    const copy: Write = { Put: { TableName: people, Item: { pk, sk: `VERSION#${version}`, kept } } };
    try {
      await db.send(new TransactWriteCommand({ TransactItems: [current, copy] }));
    } catch (error) {
      if (cancellation(error)) throw new Refusal('conflict');
      throw error;
    }
  },

  async roster(department: string): Promise<Roster> {
    const Key = { pk: placeOf(department), sk: 'ROSTER' };
    const { Item } = await db.send(new GetCommand({ TableName: requests, Key, ConsistentRead: true }));
    return (Item?.roster as Roster | undefined) ?? emptyRoster;
  },
  turn: (department: string, roster: Roster): Write => ({
    Put: {
      TableName: requests,
      Item: { pk: placeOf(department), sk: 'ROSTER', roster },
      ConditionExpression: 'attribute_not_exists(pk) OR roster.version = :before',
      ExpressionAttributeValues: { ':before': roster.version - 1 },
    },
  }),

  async openOf(login: string, atMost: number): Promise<string[]> {
    const lists = await Promise.all(
      workGroups.map(async (group) => {
        const { Items = [] } = await db.send(
          new QueryCommand({
            TableName: requests,
            IndexName: 'gsi2',
            KeyConditionExpression: 'gsi2pk = :list',
            ExpressionAttributeValues: { ':list': agentBoard(login, group) },
            ProjectionExpression: 'gsi2sk',
            Limit: atMost,
          }),
        );
        return Items.map(({ gsi2sk }) => String(gsi2sk).split('#')[1] ?? '');
      }),
    );
    return lists.flat();
  },
});
export type DistributionTable = ReturnType<typeof distributionTable>;
