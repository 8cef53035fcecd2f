import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds, newSecret } from '../shared/clock.adapter.ts';
import { type Counted, codeSeconds, digitsOf, mostTries, type SentCode } from './code.ts';

export type CodeTable = ReturnType<typeof codeTable>;
type Asked = Pick<SentCode, 'purpose' | 'to' | 'account'>;

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');
const newDigits = (): string => digitsOf(randomBytes(4).readUInt32BE()) ?? newDigits();
/** Bound to a ticket that only the asking browser holds: a copy of the table has no code to guess. */
const codeHash = (ticket: string, code: string): string => hashed(`code:${ticket}:${code}`);
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
const keyOf = (kind: 'CODE' | 'CHALLENGE', secret: string) => ({ pk: `${kind}#${hashed(secret)}`, sk: kind });

/** Codes and challenges under way in the accounts table, each good once, and the counts that keep people from guessing. */
export const codeTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** @returns the code for the mail, and the ticket for the browser that asked */
  async make(asked: Asked): Promise<{ ticket: string; code: string }> {
    const [ticket, code] = [newSecret(), newDigits()];
    const expiresAt = epochSeconds() + codeSeconds;
    const sent: SentCode = { ...asked, codeHash: codeHash(ticket, code), tries: 0, expiresAt };
    await db.send(new PutCommand({ TableName, Item: { ...keyOf('CODE', ticket), sent, expiresAt } }));
    return { ticket, code };
  },

  /**
   * What a right code was for; null when it is wrong, old, used, tried too often, or was never sent. Each try counts before it is
   * looked at: many at once are no more than one after the other.
   */
  async take(ticket: string, typed: string): Promise<SentCode | null> {
    const Key = keyOf('CODE', ticket);
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET sent.tries = sent.tries + :one',
          ConditionExpression: 'sent.tries < :most AND expiresAt > :now',
          ExpressionAttributeValues: { ':one': 1, ':most': mostTries, ':now': epochSeconds() },
          ReturnValues: 'ALL_NEW',
        }),
      );
      const sent = Attributes?.sent as SentCode;
      if (!same(sent.codeHash, codeHash(ticket, typed))) return null;
      await db.send(new DeleteCommand({ TableName, Key, ConditionExpression: 'attribute_exists(pk)' }));
      return sent;
    } catch (error) {
      if (isConditionFailure(error)) return null;
      throw error;
    }
  },

  /** Keeps what a passkey must sign, for `seconds`; `account` when it is to be added to one. */
  async keepChallenge(challenge: string, account: string | null, seconds: number): Promise<void> {
    const expiresAt = epochSeconds() + seconds;
    await db.send(
      new PutCommand({ TableName, Item: { ...keyOf('CHALLENGE', challenge), account, expiresAt } }),
    );
  },
  /** True once, for whom it was made. */
  async takeChallenge(challenge: string, account: string | null): Promise<boolean> {
    const Key = keyOf('CHALLENGE', challenge);
    const { Attributes } = await db.send(new DeleteCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
    return !!Attributes && Attributes.account === account && Number(Attributes.expiresAt) > epochSeconds();
  },

  /** Counts one more this hour and answers how many there were. */
  async count(kind: Counted, value: string): Promise<number> {
    const hour = Math.floor(epochSeconds() / 3_600);
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `COUNT#${kind}#${hashed(value)}`, sk: String(hour) },
        UpdateExpression: 'ADD tries :one SET expiresAt = :end',
        ExpressionAttributeValues: { ':one': 1, ':end': (hour + 2) * 3_600 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.tries ?? 0);
  },
});
