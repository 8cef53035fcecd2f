import { createHash, randomBytes } from 'node:crypto';
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { type Family, moved, newFamily, type PrepaidLine, wentBelow } from './family.ts';
import { ofAccount, ofFamily, ofRequest, payKey } from './items.ts';
import type { Paged, PaymentTable } from './payment-table.adapter.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type FamilyTable = ReturnType<typeof familyTable>;
const passFor = 2 * 3_600;
const joinedKey = (account: string) => ({ pk: ofAccount(account), sk: 'JOINED' });
const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Families, their prepaid accounts, who follows them; and what opens a payment without an account. */
export const familyTable = (db: DynamoDBDocumentClient, TableName: string, payments: PaymentTable) => {
  const key = (number: string) => ({ pk: ofFamily(number), sk: 'ACCOUNT' });
  const read = async (number: string): Promise<Family | null> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: key(number), ConsistentRead: true }));
    return (Item?.family as Family | undefined) ?? null;
  };
  const put = (Item: Record<string, unknown>, ConditionExpression = 'attribute_not_exists(pk)'): Write => ({
    Put: { TableName, Item, ConditionExpression },
  });
  const familyWrite = (before: Family | null, family: Family): Write =>
    before
      ? {
          Put: {
            ...{ TableName, Item: { ...key(family.number), family } },
            ConditionExpression: '#family.#version = :version',
            ExpressionAttributeNames: { '#family': 'family', '#version': 'version' },
            ExpressionAttributeValues: { ':version': before.version },
          },
        }
      : put({ ...key(family.number), family });

  /** The movement with its guards: the balance as it was read, and a line that counts once. */
  const writesOf = (before: Family | null, number: string, given: Omit<PrepaidLine, 'balance'>) => {
    const { family, line } = moved(before ?? newFamily(number), given);
    const pk = ofFamily(number);
    const isBelow = wentBelow(before ?? newFamily(number), family);
    const news = outboxItem(
      pk,
      line.id,
      { type: 'prepaid-below', detail: { family: number } },
      epochSeconds(),
    );
    const writes = [
      ...(isBelow ? [put(news)] : []),
      familyWrite(before, family),
      put({ pk, sk: `ONCE#${line.id}` }),
      put({ pk, sk: `LINE#${line.at}#${line.id}`, line }),
    ];
    return { family, line, writes };
  };

  return {
    read,
    writesOf,
    /** True when this movement has counted already. */
    async isDone(number: string, lineId: string): Promise<boolean> {
      const Key = { pk: ofFamily(number), sk: `ONCE#${lineId}` };
      return (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item !== undefined;
    },
    /** What the file of invoices says of a family; its balance stays. */
    async describe(number: string, about: Partial<Pick<Family, 'label' | 'email'>>): Promise<void> {
      for (let round = 0; round < 5; round += 1) {
        const before = await read(number);
        const family = { ...(before ?? newFamily(number)), ...about };
        const isSame = before && before.label === family.label && before.email === family.email;
        const next = { ...family, version: family.version + 1 };
        if (isSame || (await payments.transact([familyWrite(before, next)]))) return;
      }
    },
    async lines(number: string, limit: number, after?: string): Promise<Paged<PrepaidLine>> {
      const { items, next } = await payments.page(ofFamily(number), limit, after, false, 'LINE#');
      return { items: items.map(({ line }) => line as PrepaidLine), next };
    },

    async follow(account: string, number: string, at: string): Promise<void> {
      const Item = { pk: ofAccount(account), sk: `FAMILY#${number}`, number, at };
      await db.send(new PutCommand({ TableName, Item }));
    },
    async leave(account: string, number: string): Promise<void> {
      await db.send(
        new DeleteCommand({ TableName, Key: { pk: ofAccount(account), sk: `FAMILY#${number}` } }),
      );
    },
    async familiesOf(account: string): Promise<string[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :family)',
          ExpressionAttributeValues: { ':pk': ofAccount(account), ':family': 'FAMILY#' },
          Limit: 20,
        }),
      );
      return Items.map(({ number }) => String(number));
    },

    lodged: {
      async keep(reference: string, account: string): Promise<void> {
        await db.send(
          new PutCommand({ TableName, Item: { pk: ofRequest(reference), sk: 'ACCOUNT', account } }),
        );
      },
      async of(reference: string): Promise<string | null> {
        const Key = { pk: ofRequest(reference), sk: 'ACCOUNT' };
        const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
        const account = Item?.account as string | undefined;
        if (!account) return null;
        const moved = await db.send(new GetCommand({ TableName, Key: joinedKey(account) }));
        return (moved.Item?.into as string | undefined) ?? account;
      },
      /** What becomes due later for a request of an account that ended is owed by the one that stays. */
      async join(from: string, into: string): Promise<void> {
        await db.send(new PutCommand({ TableName, Item: { ...joinedKey(from), into } }));
      },
    },

    /** Opens one payment for two hours; only its hash is kept. */
    passes: {
      async give(paymentId: string): Promise<string> {
        const pass = randomBytes(24).toString('base64url');
        const Item = {
          pk: payKey(paymentId),
          sk: `PASS#${hashed(pass)}`,
          expiresAt: epochSeconds() + passFor,
        };
        await db.send(new PutCommand({ TableName, Item }));
        return pass;
      },
      async isOf(paymentId: string, pass: string): Promise<boolean> {
        const Key = { pk: payKey(paymentId), sk: `PASS#${hashed(pass)}` };
        const { Item } = await db.send(new GetCommand({ TableName, Key }));
        return Item !== undefined && Number(Item.expiresAt) > epochSeconds();
      },
    },
  };
};
