import type { StackTemplate } from '../../support/assembled.ts';

type Rent = { readonly what: string; readonly count: number; readonly usd: number; readonly how: string };

/** Optional, and paid by the minute. */
const isTelephone = (stack: string) => stack.endsWith('telephony');
const storedGb = { files: 60, tables: 7, logs: 2.4 };
/** Calls and pages of a month that pass the firewall, in millions: 475,000 requests of a year, twenty calls each. */
const firewallMillions = 0.8;

/**
 * What an authority pays each month whatever comes in, counted in the template that would be deployed. Prices are those of
 * reliability-and-cost where it has them (storage), and else recalled: US dollars, Paris, without free tiers.
 */
export function rentedBy(stacks: ReadonlyMap<string, StackTemplate>): Rent[] {
  const resources = [...stacks]
    .filter(([name]) => !isTelephone(name))
    .flatMap(([, { Resources }]) => Object.values(Resources));
  const of = (type: string) => resources.filter(({ Type }) => Type === type);
  const rules = of('AWS::WAFv2::WebACL').flatMap(({ Properties }) => Properties.Rules as unknown[]);
  const figures = new Set(
    of('AWS::CloudWatch::Dashboard').flatMap(({ Properties }) => ownFigures(JSON.stringify(Properties))),
  );
  const counted = 'counted in the template';
  return [
    { what: 'alarms', count: of('AWS::CloudWatch::Alarm').length, usd: 0.1, how: counted },
    { what: 'dashboard', count: of('AWS::CloudWatch::Dashboard').length, usd: 3, how: counted },
    {
      what: 'figures of our own',
      count: figures.size,
      usd: 0.3,
      how: 'at most: an hour without one is not paid',
    },
    { what: 'keys', count: of('AWS::KMS::Key').length, usd: 1, how: counted },
    { what: 'secrets', count: of('AWS::SecretsManager::Secret').length, usd: 0.4, how: counted },
    { what: 'firewall', count: of('AWS::WAFv2::WebACL').length, usd: 5, how: counted },
    { what: 'rules of the firewall', count: rules.length, usd: 1, how: counted },
    { what: 'calls through the firewall, millions', count: firewallMillions, usd: 0.6, how: 'estimated' },
    { what: 'zone of the name', count: 1, usd: 0.5, how: 'outside the template' },
    { what: 'files kept, GB, mean of a first year', count: storedGb.files, usd: 0.024, how: 'estimated' },
    {
      what: 'logs kept three months, GB',
      count: storedGb.logs,
      usd: 0.03,
      how: 'estimated; writing them is in each request',
    },
    { what: 'tables and their backup, GB', count: storedGb.tables, usd: 0.55, how: 'estimated' },
  ];
}

/** Names and dimensions of the metrics that functions print, each paid for as one. */
const ownFigures = (dashboard: string): string[] =>
  [...dashboard.replaceAll('\\', '').matchAll(/\["Parvis\/[a-z0-9-]+",([^\]{]*)/g)].map(
    ([, rest]) => rest ?? '',
  );
