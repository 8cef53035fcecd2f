import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';

const Key = { pk: 'SEAL', sk: 'CERTIFICATE' };

/** The certificate by which the authority's key vouches for itself, made once and kept with the settings. */
export const certificateTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const find = async (): Promise<Uint8Array | null> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item ? Buffer.from(String(Item.certificate), 'base64') : null;
  };
  return {
    /** The one that is kept; else what `make` gives. Of two made at once, the first stays. */
    async keptOr(make: () => Promise<Uint8Array>): Promise<Uint8Array> {
      const kept = await find();
      if (kept) return kept;
      const made = await make();
      const Item = { ...Key, certificate: Buffer.from(made).toString('base64') };
      try {
        await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        return made;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return (await find()) ?? made;
      }
    },
  };
};
