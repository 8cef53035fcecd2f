import { promises as dns } from 'node:dns';
import { loadCollectivity } from '../collectivity/load.ts';
import { ConfigurationError } from '../collectivity/problem.ts';
import type { Names, World } from './check.ts';
import { cloudOf } from './cloud.ts';
import { examine } from './examine.ts';
import { type Finding, isBlocking } from './finding.ts';
import { report } from './report.ts';

const nothing = (): string[] => [];
const names: Names = {
  mx: (domain) => dns.resolveMx(domain).then((found) => found.map(({ exchange }) => exchange), nothing),
  cname: (domain) => dns.resolveCname(domain).catch(nothing),
  txt: (domain) => dns.resolveTxt(domain).then((found) => found.map((parts) => parts.join('')), nothing),
};
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Looks at an authority's folder and account; throws a ConfigurationError when the folder itself is wrong. */
export async function consult(slug: string): Promise<Finding[]> {
  const { authority } = loadCollectivity(slug);
  const world: World = { slug, authority, cloud: cloudOf(authority.aws.region), names, answers };
  return examine(world);
}

/** Sends every call to the runtime on this machine, with credentials that open nothing elsewhere. */
export function useLocal(port: number): void {
  const here = `http://127.0.0.1:${port}/_aws`;
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL: `${here}/account`, AWS_ACCESS_KEY_ID: 'doctor', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL_SQS: `${here}/sqs`,
    AWS_ENDPOINT_URL_SFN: `${here}/states`,
    AWS_ENDPOINT_URL_SNS: `${here}/sns`,
    AWS_ENDPOINT_URL_SESV2: `${here}/ses`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `${here}/secrets`,
  });
}

/** `npm run doctor -- <slug> [--json] [--local [port]]` */
async function main([slug = '', ...flags]: readonly string[]): Promise<void> {
  const local = flags.indexOf('--local');
  if (local >= 0) useLocal(Number(flags[local + 1] ?? process.env.PORT ?? 3000));
  const findings = await consult(slug);
  console.log(flags.includes('--json') ? JSON.stringify(findings, null, 2) : report(slug, findings));
  if (findings.some(isBlocking)) process.exitCode = 1;
}

if (import.meta.main)
  await main(process.argv.slice(2)).catch((error) => {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
