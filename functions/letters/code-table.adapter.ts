import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { lateSigner } from './late-signer.adapter.ts';
import type { PrintedCode } from './letter.ts';
import { cut, type LetterQr, qrText, type Sign, said } from './qr.ts';
import { shortDigits, spelled } from './short-code.ts';

/** Two of a million codes rarely begin alike, and never so often. */
const mostRounds = 8;
const keyOf = (digits: string) => ({ pk: `CODE#${digits}`, sk: 'CODE' });

/** Which letter, slip or receipt a short code stands for. */
export const codeTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const find = async (digits: string): Promise<LetterQr | null> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(digits), ConsistentRead: true }));
    return (Item?.code as LetterQr | undefined) ?? null;
  };
  /** True when the digits are this code's, now or since before. */
  const take = async (digits: string, code: LetterQr): Promise<boolean> => {
    try {
      const Item = { ...keyOf(digits), code };
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return true;
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      const there = await find(digits);
      return there !== null && said(there) === said(code);
    }
  };
  return {
    /** @param digits as `readShortCode` gives them */
    find,
    /** Writes down what the short code of a thing stands for, once: made again it is the same. */
    async keep(qr: LetterQr, sign: Sign): Promise<PrintedCode> {
      const code = cut(qr);
      for (let round = 0; round < mostRounds; round += 1) {
        const digits = shortDigits(code, sign, round);
        if (await take(digits, code)) return { qr: qrText(code, sign), short: spelled(digits) };
      }
      throw new Error('no-short-code-left');
    },
  };
};

/**
 * Codes of what leaves the authority; whatever signs them is loaded by the first.
 * @param secretId ARN of the pepper of the Data stack
 */
export const codeMaker = (db: DynamoDBDocumentClient, TableName: string, secretId: string) => {
  const table = codeTable(db, TableName);
  const signer = lateSigner(secretId, 'letter-qr');
  return async (thing: LetterQr): Promise<PrintedCode> => table.keep(thing, await signer());
};
