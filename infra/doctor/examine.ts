import { type Check, looked, type World } from './check.ts';
import { bootstrap, inboundRegion, stacks } from './checks/account.ts';
import { configuration } from './checks/configuration.ts';
import { receiving, sender } from './checks/mail.ts';
import { functionsAtOnce, mailAccount, reading, telephone, texts } from './checks/quotas.ts';
import { address, certificate, signIn } from './checks/site.ts';
import { deadLetters, listeners, ringing } from './checks/watch.ts';
import type { Finding } from './finding.ts';

/** In the order in which they are done. */
const checks: readonly Check[] = [
  inboundRegion,
  functionsAtOnce,
  reading,
  mailAccount,
  texts,
  bootstrap,
  stacks,
  certificate,
  address,
  sender,
  receiving,
  signIn,
  listeners,
  telephone,
  ringing,
  deadLetters,
];

/** All there is to say of an authority's folder and account, in the order in which it is done. Without credentials only the folder is looked at, and every other step is still named. */
export async function examine(world: World): Promise<Finding[]> {
  const { authority, cloud, slug } = world;
  const folder = configuration(slug, authority);
  const who = await cloud.identity().catch((error: Error & { code?: string }) => error);
  if (who instanceof Error) return [...folder, noCredentials(who), ...checks.map(notYet)];
  const isOther = authority.aws.account !== undefined && authority.aws.account !== who.account;
  const account: Finding = {
    id: 'account',
    state: isOther ? 'wrong' : 'done',
    title: 'The credentials are of the account that is named',
    why: isOther
      ? `they are of ${who.account}, the folder names ${authority.aws.account}`
      : `${who.account}, ${cloud.region}`,
    steps: isOther ? [`export AWS_PROFILE=<profile of ${authority.aws.account}>`] : undefined,
  };
  if (isOther) return [...folder, account];
  const found = await Promise.all(checks.map((check) => looked(check, world)));
  return [...folder, account, ...found.flat()];
}

const noCredentials = (error: Error): Finding => ({
  id: 'credentials',
  state: 'wrong',
  title: 'There are credentials of the account',
  why: (error.name === 'CallError' ? error.message : error.name).slice(0, 200),
  steps: [
    'aws configure sso   # or: export AWS_PROFILE=<profile>',
    'aws sts get-caller-identity   # says whose they are',
  ],
});
const notYet = ({ finds, title }: Check): Finding => ({
  id: finds[0] ?? 'check',
  state: 'unknown',
  title,
  why: 'waits for credentials',
});
