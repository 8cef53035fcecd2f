import { spawnSync } from 'node:child_process';
import { ConfigurationError } from '../collectivity/problem.ts';
import { isBlocking } from './finding.ts';
import { consult } from './main.ts';
import { report } from './report.ts';

/** `npm run deploy -- <slug>`: looks at the account and its quotas first, and deploys nothing that would leave people without an answer. */
async function main([slug = '', ...more]: readonly string[]): Promise<void> {
  const findings = await consult(slug);
  const stops = findings.filter(isBlocking);
  if (stops.length > 0) {
    console.error(report(slug, findings));
    process.exitCode = 1;
    return;
  }
  const cdk = ['cdk', 'deploy', '--all', '-c', `collectivity=${slug}`, ...more];
  const { status } = spawnSync('npx', cdk, { stdio: 'inherit' });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    return;
  }
  console.log(report(slug, await consult(slug)));
}

if (import.meta.main)
  await main(process.argv.slice(2)).catch((error) => {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
