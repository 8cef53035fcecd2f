import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import type { Device, OpenSession } from './device.ts';
import type { Passkey } from './passkey.ts';

export type AccessTable = ReturnType<typeof accessTable>;
const deviceKeptSeconds = 400 * 86_400;
const accountPk = (account: string) => `ACCOUNT#${account}`;

/**
 * What opens an account, in the accounts table: `PASSKEY#<credential>` of everybody (listed under its account), and under each
 * account its open sessions and the devices that have signed in.
 */
export const accessTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const list = async <T>(account: string, prefix: string, field: string): Promise<T[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': accountPk(account), ':prefix': prefix },
        ConsistentRead: true,
        Limit: 50,
      }),
    );
    return Items.map((item) => item[field] as T);
  };
  const put = (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
  const remove = (pk: string, sk: string) => db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  const passkeyPk = (id: string) => `PASSKEY#${id}`;

  return {
    async passkey(id: string): Promise<Passkey | null> {
      const Key = { pk: passkeyPk(id), sk: 'PASSKEY' };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return (Item?.passkey as Passkey | undefined) ?? null;
    },
    async passkeys(account: string): Promise<Passkey[]> {
      const ids = await list<string>(account, 'PASSKEY#', 'passkeyId');
      const found = await Promise.all(ids.map((id) => this.passkey(id)));
      return found.filter((one) => one?.account === account) as Passkey[];
    },
    /** The key first: a fall in between leaves a line of the list that leads nowhere, never a key that nobody sees. */
    async savePasskey(passkey: Passkey): Promise<void> {
      await put({ pk: accountPk(passkey.account), sk: `PASSKEY#${passkey.id}`, passkeyId: passkey.id });
      await put({ pk: passkeyPk(passkey.id), sk: 'PASSKEY', passkey });
    },
    /** False when the counter moved meanwhile, or the key was taken away: that answer is not good any more. */
    async usePasskey({ id, account, counter }: Passkey, newCounter: number, at: string): Promise<boolean> {
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: passkeyPk(id), sk: 'PASSKEY' },
            UpdateExpression: 'SET passkey.#counter = :next, passkey.lastUsedAt = :at',
            ConditionExpression: 'passkey.account = :account AND passkey.#counter = :read',
            ExpressionAttributeNames: { '#counter': 'counter' },
            ExpressionAttributeValues: {
              ':next': newCounter,
              ':read': counter,
              ':at': at,
              ':account': account,
            },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    async removePasskey({ id, account }: Pick<Passkey, 'id' | 'account'>): Promise<void> {
      await remove(passkeyPk(id), 'PASSKEY');
      await remove(accountPk(account), `PASSKEY#${id}`);
    },

    sessions: (account: string) => list<OpenSession>(account, 'SESSION#', 'session'),
    async noteSession(account: string, session: OpenSession): Promise<void> {
      const { expiresAt } = session;
      await put({ pk: accountPk(account), sk: `SESSION#${session.id}`, session, expiresAt });
    },
    async forgetSession(account: string, id: string): Promise<void> {
      await remove(accountPk(account), `SESSION#${id}`);
    },

    async device(account: string, id: string): Promise<Device | null> {
      const Key = { pk: accountPk(account), sk: `DEVICE#${id}` };
      const { Item } = await db.send(new GetCommand({ TableName, Key }));
      return (Item?.device as Device | undefined) ?? null;
    },
    async noteDevice(account: string, device: Device, seconds: number): Promise<void> {
      const expiresAt = seconds + deviceKeptSeconds;
      await put({ pk: accountPk(account), sk: `DEVICE#${device.id}`, device, expiresAt });
    },
    /** For whoever erases an account: its passkeys, and what is kept of its sessions and devices. Ends no session by itself. */
    async forgetAll(account: string): Promise<void> {
      for (const passkey of await this.passkeys(account)) await this.removePasskey(passkey);
      const [sessions, devices] = await Promise.all([
        list<OpenSession>(account, 'SESSION#', 'session'),
        list<Device>(account, 'DEVICE#', 'device'),
      ]);
      await Promise.all([
        ...sessions.map(({ id }) => remove(accountPk(account), `SESSION#${id}`)),
        ...devices.map(({ id }) => remove(accountPk(account), `DEVICE#${id}`)),
      ]);
    },
    hasDevices: async (account: string): Promise<boolean> =>
      (await list<Device>(account, 'DEVICE#', 'device')).length > 0,
  };
};
