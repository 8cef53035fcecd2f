import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { type Agenda, noAgenda } from './agenda.ts';

const Key = { pk: 'APPOINTMENTS', sk: 'AGENDA' };
const keptMs = 5_000;
/** As it is kept: who saved it last, and how often it was. */
export type SavedAgenda = { agenda: Agenda; revision: number; by: string; at: string };
export type AgendaTable = ReturnType<typeof agendaTable>;

/** Reasons, places and desks, in the settings table. */
export const agendaTable = (db: DynamoDBDocumentClient, TableName: string) => {
  let kept: { agenda: Agenda; until: number } | undefined;
  const read = async (): Promise<SavedAgenda> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const { agenda = noAgenda, revision = 0, by = '', at = '' } = (Item ?? {}) as Partial<SavedAgenda>;
    kept = { agenda, until: Date.now() + keptMs };
    return { agenda, revision, by, at };
  };
  const save = async (agenda: Agenda, by: string, at: string, condition: string, values: object) => {
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET agenda = :agenda, #by = :by, #at = :at ADD revision :one',
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#by': 'by', '#at': 'at' },
          ExpressionAttributeValues: { ':agenda': agenda, ':by': by, ':at': at, ':one': 1, ...values },
        }),
      );
      kept = undefined;
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };
  return {
    read,
    /** A few seconds old at most. It was checked when it was saved. */
    async current(): Promise<Agenda> {
      return kept && kept.until > Date.now() ? kept.agenda : (await read()).agenda;
    },
    /** False when somebody else saved it since `revision`. */
    save: (agenda: Agenda, by: string, at: string, revision: number): Promise<boolean> =>
      revision === 0
        ? save(agenda, by, at, 'attribute_not_exists(revision)', {})
        : save(agenda, by, at, 'revision = :seen', { ':seen': revision }),
    /** What the authority's folder says; what an agent saved since stays. */
    sow: (agenda: Agenda, at: string): Promise<boolean> =>
      save(agenda, 'deployment', at, 'attribute_not_exists(#by) OR (#by = :by AND agenda <> :agenda)', {}),
  };
};
