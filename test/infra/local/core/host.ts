import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { claim } from '../../../../infra/local/pid.ts';
import { startRuntime } from '../../../../infra/local/runtime.ts';

// The runtime alone in a process of its own, so that tests may kill it.
const [assembly = '', dataDir = '', port = '0'] = process.argv.slice(2);
const held = claim(dataDir);
const { origin, stop } = await startRuntime({
  assembly,
  dataDir,
  port: Number(port),
  smtpPort: 0,
  collectivity: 'test',
  parts: { services: [createSqs] },
});
process.stdout.write(`ready ${origin}\n`);
process.once('SIGTERM', async () => {
  await stop();
  held.release();
  process.exit(0);
});
