import type { Outer } from '../../support/outer.ts';
import { type Section, table } from '../results.ts';
import { channels } from './channels.ts';
import { finish, knownOf } from './finish.ts';

type MeterLine = { service: string; operation: string; count: number; units: number; eur?: number };
type Meter = { total: { eur: number; calls: MeterLine[] } };
type Cost = { name: string; eur: number; byService: Map<string, number> };

/** Euros a request, without telephone, text messages and postage (design section 8). */
const gate = 0.003;
const apart = ['sms'];
/** Requests of a year in a town of 75,000 (Localeo): letters, calls, visits, mails; of the mails a third come by form here. */
const year: Record<string, number> = {
  ...{ letter: 100_000, phone: 75_000, counter: 150_000, mail: 100_000, form: 50_000 },
};
const inhabitants = 75_000;
/** Rented by the month whatever comes in: keys, firewall, alarms, dashboard, names, secrets, storage (reliability-and-cost: 568 USD a year). */
const fixedEur = 568 * 0.92;
/** What the business says one costs: a counter procedure, one online, a letter sent. */
const business: Record<string, number> = { counter: 12, form: 3, mail: 3, letter: 2.7, phone: 12 };

const meterOf = async (product: Outer): Promise<Meter> => (await product.json('/local/meter')).body;
const priced = ({ total }: Meter): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { service, operation, eur = 0 } of total.calls)
    if (!apart.includes(service) && !(service === 'sns' && /sms/i.test(operation)))
      sums.set(service, (sums.get(service) ?? 0) + eur);
  return sums;
};

/** Counts every call that so many requests of a channel cause, from the door to the answer that was read. */
async function costOf(product: Outer, channel: (typeof channels)[number], count: number): Promise<Cost> {
  await product.quiet(300_000);
  const known = await knownOf(product);
  const before = priced(await meterOf(product));
  await channel.bring(product, count);
  const { length } = await finish(product, known);
  if (length === 0) throw new Error(`nothing came in by ${channel.name}`);
  const after = priced(await meterOf(product));
  const byService = new Map(
    [...after].map(([service, eur]) => [service, (eur - (before.get(service) ?? 0)) / length]),
  );
  return { name: channel.name, eur: [...byService.values()].reduce((sum, eur) => sum + eur, 0), byService };
}

const euros = (eur: number, digits = 5) => eur.toFixed(digits);
const restOf = ({ eur, byService }: Cost, named: readonly string[]) =>
  eur - named.reduce((sum, service) => sum + (byService.get(service) ?? 0), 0);

/** What a request of each channel costs AWS, by counted calls of the running product and the runtime's price table. */
export async function cost(product: Outer): Promise<Section> {
  const counts: Record<string, number> = { letter: 6 };
  const costs: Cost[] = [];
  // A first request of each kind opens what every later one finds open.
  for (const channel of channels) await channel.bring(product, 1);
  await finish(product, new Set((await product.records()).requests.map(({ reference }) => reference)));
  for (const channel of channels) costs.push(await costOf(product, channel, counts[channel.name] ?? 12));
  const named = ['lambda', 'dynamodb', 'states', 's3', 'textract', 'malware', 'ses'];
  const rows = costs.map((one) => ({
    channel: one.name,
    '€ a request': euros(one.eur),
    ...Object.fromEntries(named.map((service) => [service, euros(one.byService.get(service) ?? 0)])),
    others: euros(restOf(one, named)),
    'a year': (year[one.name] ?? 0).toLocaleString('en'),
    '€ a year': Math.round(one.eur * (year[one.name] ?? 0)),
    'the business, €': business[one.name] ?? '',
  }));
  const variable = costs.reduce((sum, { name, eur }) => sum + eur * (year[name] ?? 0), 0);
  const requests = Object.values(year).reduce((sum, count) => sum + count, 0);
  const mean = variable / requests;
  const text = `${table(rows)}

Mean over the year's mix: **${euros(mean)} €** a request (gate ${gate} €, without telephone minutes, text messages and postage).
With ${Math.round(fixedEur)} € that are rented whatever comes in: ${Math.round(variable + fixedEur)} € a year for ${inhabitants.toLocaleString('en')} inhabitants, ${euros((variable + fixedEur) / inhabitants, 4)} € each.
Prices: \`infra/local/prices.ts\` (most are recalled, not read: see there). A function is billed here for the time it took on this machine.`;
  return {
    title: 'Cost of a request',
    command: 'npm run bench -- cost',
    text,
    passed:
      mean > gate ? [`A request costs ${euros(mean)} € on average: look at the largest column above`] : [],
  };
}
