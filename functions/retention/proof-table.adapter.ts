import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Proof, type ProofKind, proofsOf } from './proof.ts';

const newest = 30;

/** The daily proofs and where each goes on, in the privacy table. */
export const proofTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async cursor(kind: ProofKind): Promise<string | null> {
    const Key = { pk: 'PROOF-CURSORS', sk: kind };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item?.after as string | undefined) ?? null;
  },
  async goOn(kind: ProofKind, after: string | null): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { pk: 'PROOF-CURSORS', sk: kind, after } }));
  },
  async keep(proof: Proof): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { pk: proofsOf(proof.kind), sk: proof.at, proof } }));
  },
  /** The newest first. */
  async list(kind: ProofKind): Promise<Proof[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        ...{ TableName, Limit: newest, ScanIndexForward: false },
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': proofsOf(kind) },
      }),
    );
    return Items.map(({ proof }) => proof as Proof);
  },
});
