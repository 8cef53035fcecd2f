import { spawnSync } from 'node:child_process';
import { ConfigurationError } from '../collectivity/problem.ts';
import { type Finding, isBlocking } from './finding.ts';
import { consult } from './main.ts';
import { report } from './report.ts';

export type DeployDeps = {
  consult(slug: string): Promise<Finding[]>;
  /** Runs CDK and answers the status it ends with; null when it was ended. */
  cdk(args: readonly string[]): number | null;
  say(text: string): void;
};

/** What would put the newest code before everybody at once, or leave a version that rings in its place. */
const unwatched = /^--(hotswap|hotswap-fallback|no-rollback|rollback=false)$/;
const isUnwatched = (args: readonly string[]): boolean =>
  args.some((one, at) => unwatched.test(one) || (one === '--rollback' && args[at + 1] === 'false'));

/**
 * Looks at the account and its quotas first, and deploys nothing that would leave people without an answer. Each function that
 * people wait for changes version by CodeDeploy (infra/constructs/deployment.ts): an alarm meanwhile takes it back, the stack
 * with it, and ends CDK with an error. Answers the status to end with.
 */
export async function deploy(slug: string, more: readonly string[], deps: DeployDeps): Promise<number> {
  if (isUnwatched(more)) {
    deps.say('Not so: without the alarms that watch a new version, nobody takes a faulty one back.');
    return 1;
  }
  const findings = await deps.consult(slug);
  if (findings.some(isBlocking)) {
    deps.say(report(slug, findings));
    return 1;
  }
  const status = deps.cdk(['cdk', 'deploy', '--all', '-c', `collectivity=${slug}`, ...more]);
  deps.say(report(slug, await deps.consult(slug)));
  if (status === 0) return 0;
  deps.say(
    'The deployment failed. The stack it stopped at went back to the version of before, and so did its functions if an alarm rang; stacks before it are new. Why: infra/runbook/subjects.md#deployments.',
  );
  return status ?? 1;
}

/** `npm run deploy -- <slug>` */
async function main([slug = '', ...more]: readonly string[]): Promise<void> {
  const cdk = (args: readonly string[]) => spawnSync('npx', args, { stdio: 'inherit' }).status;
  process.exitCode = await deploy(slug, more, { consult, cdk, say: console.log });
}

if (import.meta.main)
  await main(process.argv.slice(2)).catch((error) => {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
