import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { wholeQuery } from '../shared/aws.adapter.ts';
import type { Agent } from './agent.ts';
import type { Delegation } from './delegation.ts';

export type PeopleTable = ReturnType<typeof peopleTable>;
type Item = { pk: string; sk: string } & Record<string, unknown>;

/**
 * The one file that knows the people table: `AGENT#<login>` holds the agent (gsi1 finds it by e-mail address),
 * `DEPARTMENT#<code>` lists its agents, `AGENTS` everybody, `DELEGATIONS` the orders by which signature is given.
 */
export const peopleTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const itemsOf = (agent: Agent): Item[] => [
    {
      pk: `AGENT#${agent.login}`,
      sk: 'AGENT',
      agent,
      gsi1pk: `EMAIL#${agent.email.toLowerCase()}`,
      gsi1sk: 'AGENT',
    },
    { pk: 'AGENTS', sk: `AGENT#${agent.login}`, agent },
    ...agent.departments.map((code) => ({ pk: `DEPARTMENT#${code}`, sk: `AGENT#${agent.login}`, agent })),
  ];

  const under = async <T>(pk: string, field: string): Promise<T[]> => {
    const found = await wholeQuery(db, {
      TableName,
      KeyConditionExpression: 'pk = :list',
      ExpressionAttributeValues: { ':list': pk },
      ConsistentRead: true,
    });
    return found.map((item) => item[field] as T);
  };

  return {
    async byLogin(login: string): Promise<Agent | null> {
      const Key = { pk: `AGENT#${login}`, sk: 'AGENT' };
      const { Item } = await db.send(new GetCommand({ TableName, Key }));
      return (Item?.agent as Agent | undefined) ?? null;
    },

    /** Sign-in providers know agents by their professional address. */
    async byEmail(email: string): Promise<Agent | null> {
      const { Items } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :email',
          ExpressionAttributeValues: { ':email': `EMAIL#${email.toLowerCase()}` },
          Limit: 1,
        }),
      );
      return (Items?.[0]?.agent as Agent | undefined) ?? null;
    },

    /** Agents of a department, by login. */
    ofDepartment: (code: string) => under<Agent>(`DEPARTMENT#${code}`, 'agent'),
    /** Everybody who has or had an account, by login. */
    everybody: () => under<Agent>('AGENTS', 'agent'),

    delegations: () => under<Delegation>('DELEGATIONS', 'delegation'),
    async saveDelegation(delegation: Delegation): Promise<void> {
      const Item = { pk: 'DELEGATIONS', sk: `DELEGATION#${delegation.id}`, delegation };
      await db.send(new PutCommand({ TableName, Item }));
    },
    async removeDelegation(id: string): Promise<void> {
      const Key = { pk: 'DELEGATIONS', sk: `DELEGATION#${id}` };
      await db.send(new DeleteCommand({ TableName, Key }));
    },

    /** Writes agents as they are; what a batch leaves over is written again. */
    async put(agents: readonly Agent[]): Promise<void> {
      let left = agents.flatMap(itemsOf).map((Item) => ({ PutRequest: { Item } }));
      while (left.length > 0) {
        const { UnprocessedItems } = await db.send(
          new BatchWriteCommand({ RequestItems: { [TableName]: left.slice(0, 25) } }),
        );
        left = [...((UnprocessedItems?.[TableName] ?? []) as typeof left), ...left.slice(25)];
      }
    },
  };
};
