import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Account } from './account.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type AccountTable = ReturnType<typeof accountTable>;

export const accountKey = (id: string) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' });
/** By what an account is found when somebody proves it: one owner at a time. */
const proofs = ({ email, franceConnect }: Pick<Account, 'email' | 'franceConnect'>): string[] => [
  ...(email ? [`EMAIL#${email}`] : []),
  ...(franceConnect ? [`FRANCECONNECT#${franceConnect.sub}`] : []),
];

/**
 * The accounts themselves in the accounts table: `ACCOUNT#<id>` holds the account (gsi1 finds it by its person), beside its
 * passkeys, sessions and devices; `EMAIL#<address>` and `FRANCECONNECT#<sub>` say whose a proof is.
 */
export const accountTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const get = async (Key: Record<string, string>) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const itemOf = (account: Account) => ({
    ...accountKey(account.id),
    account,
    gsi1pk: `PERSON#${account.person}`,
    gsi1sk: 'ACCOUNT',
  });
  /** Null for nobody, and for an account that was joined to another. */
  const read = async (id: string): Promise<Account | null> =>
    ((await get(accountKey(id)))?.account as Account | undefined) ?? null;
  const owner = async (proof: string): Promise<Account | null> => {
    const found = await get({ pk: proof, sk: 'OWNER' });
    return found ? read(String(found.owner)) : null;
  };

  return {
    read,
    byEmail: (email: string) => owner(`EMAIL#${email}`),
    byFranceConnect: (sub: string) => owner(`FRANCECONNECT#${sub}`),

    /** The account of somebody of the register of citizens, if they have one. */
    async byPerson(person: string): Promise<Account | null> {
      const { Items } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :person AND gsi1sk = :account',
          ExpressionAttributeValues: { ':person': `PERSON#${person}`, ':account': 'ACCOUNT' },
          Limit: 1,
        }),
      );
      return (Items?.[0]?.account as Account | undefined) ?? null;
    },

    /** The account, or the one that it became part of. */
    async current(id: string): Promise<Account | null> {
      const item = await get(accountKey(id));
      return item?.joinedInto
        ? read(String(item.joinedInto))
        : ((item?.account as Account | undefined) ?? null);
    },

    /** Lines that make an account what `after` says; a proof that is somebody else's makes the transaction fail. */
    changes(before: Account | null, after: Account): Write[] {
      const [was, is] = [before ? proofs(before) : [], proofs(after)];
      return [
        {
          Put: {
            TableName,
            Item: itemOf(after),
            ...(before
              ? {
                  ConditionExpression: 'account.version = :read',
                  ExpressionAttributeValues: { ':read': before.version },
                }
              : { ConditionExpression: 'attribute_not_exists(pk)' }),
          },
        },
        ...is
          .filter((proof) => !was.includes(proof))
          .map(
            (proof): Write => ({
              Put: {
                TableName,
                Item: { pk: proof, sk: 'OWNER', owner: after.id },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            }),
          ),
        ...was
          .filter((proof) => !is.includes(proof))
          .map((proof): Write => ({ Delete: { TableName, Key: { pk: proof, sk: 'OWNER' } } })),
      ];
    },

    /** Lines by which one account becomes part of another: its proofs open the other, its place says where it went. */
    joining(from: Account, before: Account, into: Account, at: string): Write[] {
      const [old, wanted] = [[...proofs(from), ...proofs(before)], proofs(into)];
      const fresh = wanted.filter((proof) => !old.includes(proof));
      const owned = (proof: string, ConditionExpression?: string): Write => ({
        Put: { TableName, Item: { pk: proof, sk: 'OWNER', owner: into.id }, ConditionExpression },
      });
      const unmoved = (id: string, Item: Record<string, unknown>, version: number): Write => ({
        Put: {
          TableName,
          Item: { ...Item, ...accountKey(id) },
          ConditionExpression: 'account.version = :read',
          ExpressionAttributeValues: { ':read': version },
        },
      });
      return [
        unmoved(from.id, { joinedInto: into.id, joinedAt: at }, from.version),
        unmoved(into.id, itemOf(into), before.version),
        ...wanted.filter((proof) => proofs(from).includes(proof)).map((proof) => owned(proof)),
        ...fresh.map((proof) => owned(proof, 'attribute_not_exists(pk)')),
        ...old
          .filter((proof) => !wanted.includes(proof))
          .map((proof): Write => ({ Delete: { TableName, Key: { pk: proof, sk: 'OWNER' } } })),
      ];
    },

    /** What is to be said on the bus with a change of this account. */
    saying: (id: string, cause: string, event: BusEvent, now: number): Write => ({
      Put: { TableName, Item: outboxItem(accountKey(id).pk, cause, event, now) },
    }),

    /** Lines that forget an account and what signs in to it, for whoever erases: the rest expires or is erased by its owner. */
    erasing: (account: Account): Write[] =>
      [accountKey(account.id), ...proofs(account).map((pk) => ({ pk, sk: 'OWNER' }))].map((Key) => ({
        Delete: { TableName, Key },
      })),

    /** Writes everything or nothing. Refuses `conflict` when somebody else came first. */
    async transact(writes: readonly Write[]): Promise<void> {
      try {
        await db.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      } catch (error) {
        if (cancellation(error)) throw new Refusal('conflict');
        throw error;
      }
    },
  };
};
