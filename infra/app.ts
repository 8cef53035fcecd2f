import { App, type AppProps } from 'aws-cdk-lib';
import { AppStack } from './app-stack.ts';
import { ChannelsStack } from './channels-stack.ts';
import { CitizenStack } from './citizen-stack.ts';
import { loadCollectivities, loadCollectivity } from './collectivity/load.ts';
import { ConfigurationError } from './collectivity/problem.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { FirewallStack } from './firewall-stack.ts';
import { broken } from './rules/index.ts';
import { TelephonyStack } from './telephony-stack.ts';
import { TownStack } from './town-stack.ts';
import { TrustStack } from './trust-stack.ts';
import { WorkStack } from './work-stack.ts';

/** Here and not in cdk.json, so that the template is the same whoever synthesizes it. */
const flags = {
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
};

/**
 * One app for some authorities: for each a Data stack (kept), an App, a Work, a Channels, a Citizen, a Town and a Trust stack, an Edge stack, and what CloudFront
 * wants in us-east-1 (Firewall).
 */
export function createApp(collectivities: readonly Collectivity[], props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, postCliContext: flags, ...props });
  for (const collectivity of collectivities) addAuthority(app, collectivity);
  return app;
}

function addAuthority(app: App, collectivity: Collectivity): void {
  const { authority, slug } = collectivity;
  const { region, account = process.env.CDK_DEFAULT_ACCOUNT } = authority.aws;
  const common = {
    env: { region, account },
    tags: { application: 'parvis', authority: slug },
    crossRegionReferences: true,
  };
  const named = (part: string) => ({ ...common, stackName: `parvis-${slug}-${part}` });
  const data = new DataStack(app, `${slug}-data`, { ...named('data'), authority });
  const doors = new AppStack(app, `${slug}-app`, { ...named('app'), collectivity, data });
  const shared = { collectivity, data, api: doors.api, mail: doors.mail };
  const { api } = doors;
  const parts = [
    doors,
    new WorkStack(app, `${slug}-work`, { ...named('work'), ...shared }),
    new ChannelsStack(app, `${slug}-channels`, { ...named('channels'), ...shared }),
    new CitizenStack(app, `${slug}-citizen`, { ...named('citizen'), ...shared }),
    new TownStack(app, `${slug}-town`, { ...named('town'), ...shared }),
    new TrustStack(app, `${slug}-trust`, { ...named('trust'), ...shared }),
  ];
  for (const stack of parts) doors.deadLetters.tellOf(stack);
  if (authority.telephony)
    new TelephonyStack(app, `${slug}-telephony`, {
      ...named('telephony'),
      env: { region: authority.telephony.region, account },
      authority: { ...authority, telephony: authority.telephony },
      ...{ data, mainRegion: region },
    });
  const { certificate, aclArn } = new FirewallStack(app, `${slug}-firewall`, {
    ...named('firewall'),
    env: { region: 'us-east-1', account },
    authority,
  });
  const tiles = collectivity.reports?.tiles?.url;
  new EdgeStack(app, `${slug}-edge`, { ...named('edge'), authority, data, api, certificate, aclArn, tiles });
}

/** What `cdk deploy` runs: one authority (`COLLECTIVITY` or `-c collectivity=…`), else all. */
function main(): void {
  const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as { collectivity?: string };
  const slug = context.collectivity ?? process.env.COLLECTIVITY;
  try {
    const { stacks } = createApp(slug ? [loadCollectivity(slug)] : loadCollectivities()).synth();
    const wrong = broken(stacks.map(({ stackName: name, template }) => ({ name, template })));
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (import.meta.main) main();
