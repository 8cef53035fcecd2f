import { timingSafeEqual } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { requestKey } from '../requests/items.ts';
import type { ContentRecord } from '../requests/records.ts';
import { normaliseCode, trackingCode } from '../requests/tracking-code.ts';
import { lateSigner } from './late-signer.adapter.ts';

/**
 * The code that the mail of an answer carries, by which its reader opens the request and says what they think of it. It is
 * made of the authority's secret each time, and stands nowhere; whoever asks says for how long it is good.
 * @param secretId ARN of the pepper of the Data stack
 */
export const answerCodes = (secretId: string) => {
  const signer = lateSigner(secretId, 'answer-code');
  const codeOf = async (reference: string, messageId: string): Promise<string> => {
    const sign = await signer();
    return trackingCode(Buffer.from(sign(`answer:v1:${reference}:${messageId}`), 'hex'));
  };
  return {
    codeOf,
    async isCode(typed: string, reference: string, messageId: string): Promise<boolean> {
      const [given, right] = [normaliseCode(typed), normaliseCode(await codeOf(reference, messageId))];
      return given !== null && right !== null && timingSafeEqual(Buffer.from(given), Buffer.from(right));
    },
  };
};

/** The code for the mail of an answer; `null` when the address may be anybody's: nothing of the request leaves with it. */
export const answerCodeMaker = (db: DynamoDBDocumentClient, TableName: string, secretId: string) => {
  const { codeOf } = answerCodes(secretId);
  return async (reference: string, messageId: string): Promise<string | null> => {
    const Key = { pk: requestKey(reference), sk: 'RECORD#CONTENT' };
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    const { mail } = (Item?.content as ContentRecord | undefined) ?? {};
    return Item && (!mail || mail.sender === 'verified') ? codeOf(reference, messageId) : null;
  };
};
