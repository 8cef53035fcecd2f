import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { replayErasures } from './erasures.ts';

/** `npm run replay-erasures`: after a restore, with the credentials of the account; the steps are in infra/runbook/restore.md. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { privacy: { type: 'string' }, from: { type: 'string' } } });
  const { privacy, from } = values;
  if (!privacy || !from || Number.isNaN(Date.parse(from)))
    throw new Error(
      'Give --privacy <table of erasures> and --from <instant of the restored data, such as 2026-11-22T10:00:00Z>.',
    );
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  console.log(`${await replayErasures(db, privacy, from)} erasures asked again`);
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
