import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { migrations } from '../../functions/operations/migrations.ts';
import { loadCollectivity } from '../collectivity/load.ts';
import { cloudOf } from './cloud.ts';
import { useLocal } from './main.ts';

/** What there is to migrate, for whoever gives no name. */
const list = (): string =>
  [
    'npm run migrate -- <slug> <migration> [--apply] [--local <port>]   (without --apply it only counts)',
    ...migrations.map(({ id, table, why }) => `  ${id} (${table}): ${why}`),
  ].join('\n');

async function main(): Promise<void> {
  const options = { apply: { type: 'boolean', default: false }, local: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [slug, migration] = positionals;
  if (!slug || !migrations.some(({ id }) => id === migration)) return console.log(list());
  if (values.local) useLocal(Number(values.local));
  const { region } = loadCollectivity(slug).authority.aws;
  const machines = await cloudOf(region).resources(`parvis-${slug}-trust`);
  const stateMachineArn = machines.find(
    ({ type, id }) => type === 'AWS::StepFunctions::StateMachine' && id.startsWith('OperationsMigrateData'),
  )?.name;
  if (!stateMachineArn) throw new Error(`parvis-${slug}-trust is not deployed: npm run doctor -- ${slug}`);
  const states = new SFNClient({ region });
  const input = JSON.stringify({ migration, apply: values.apply });
  const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, input }));
  let { status, output } = await states.send(new DescribeExecutionCommand({ executionArn }));
  while (status === 'RUNNING') {
    await pause(1000);
    ({ status, output } = await states.send(new DescribeExecutionCommand({ executionArn })));
  }
  if (status !== 'SUCCEEDED')
    throw new Error(`${executionArn}: ${status}, see infra/runbook/alarms.md#machine-failures`);
  const { seen, old, changed, overtaken } = JSON.parse(output ?? '{}').counted;
  console.log(
    values.apply
      ? `${seen} items looked at, ${changed} of ${old} changed, ${overtaken} left to the next run`
      : `${seen} items looked at, ${old} of the old shape; nothing was changed (--apply does)`,
  );
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
