import { EUR_PER_USD } from '../../../infra/local/prices.ts';
import { readAssembly } from '../../../infra/local/template/assembly.ts';
import { madeAssembly } from '../../../infra/making/places.ts';
import type { StackTemplate } from '../../support/assembled.ts';
import type { Outer } from '../../support/outer.ts';
import { type Section, table } from '../results.ts';
import { channels } from './channels.ts';
import { finish, knownOf } from './finish.ts';
import { rentedBy } from './rented.ts';

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
/** What the business says one costs: somebody received at the counter (or on the telephone), a procedure online, a letter. */
const business: Record<string, number> = { counter: 12, phone: 12, form: 3, mail: 3, letter: 2.7 };
/** No channel may cost a hundredth of what the same costs the business. */
const shareOfBusiness = 0.01;

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

/** What is paid each month by the demonstration's own template. */
function rented(): { text: string; eur: number } {
  const { stacks } = readAssembly(madeAssembly('val-clair'), { region: '', accountId: '' });
  const lines = rentedBy(new Map(stacks.map(({ name, template }) => [name, template as StackTemplate])));
  const usd = lines.reduce((sum, line) => sum + line.count * line.usd, 0);
  const rows = lines.map(({ what, count, usd: each, how }) => ({
    ...{ 'rented by the month': what, count, 'USD each': each },
    ...{ '€ a year': Math.round(count * each * 12 * EUR_PER_USD), how },
  }));
  return { text: table(rows), eur: usd * 12 * EUR_PER_USD };
}

/** What a request of each channel costs AWS, by counted calls of the running product and the runtime's price table. */
export async function cost(product: Outer): Promise<Section> {
  const counts: Record<string, number> = { letter: 6 };
  const costs: Cost[] = [];
  // A first request of each kind opens what every later one finds open.
  for (const channel of channels) await channel.bring(product, 1);
  await finish(product, new Set((await product.records()).requests.map(({ reference }) => reference)));
  for (const channel of channels) costs.push(await costOf(product, channel, counts[channel.name] ?? 12));
  const named = ['lambda', 'dynamodb', 'states', 's3', 'textract', 'malware', 'ses'];
  const fixed = rented();
  const requests = Object.values(year).reduce((sum, count) => sum + count, 0);
  const whole = ({ eur }: Cost) => eur + fixed.eur / requests;
  const rows = costs.map((one) => ({
    channel: one.name,
    '€ a request': euros(one.eur),
    ...Object.fromEntries(named.map((service) => [service, euros(one.byService.get(service) ?? 0)])),
    others: euros(restOf(one, named)),
    'a year': (year[one.name] ?? 0).toLocaleString('en'),
    '€ a year': Math.round(one.eur * (year[one.name] ?? 0)),
    'with its share of the rent': euros(whole(one)),
    'the business, €': business[one.name] ?? '',
    'of the business': `${((whole(one) / (business[one.name] ?? 1)) * 100).toFixed(3)} %`,
  }));
  const variable = costs.reduce((sum, { name, eur }) => sum + eur * (year[name] ?? 0), 0);
  const mean = variable / requests;
  const dear = costs.filter((one) => whole(one) > shareOfBusiness * (business[one.name] ?? 0));
  const text = `${table(rows)}

Mean over the year's mix: **${euros(mean)} €** a request (gate ${gate} €, without telephone minutes, text messages and postage).
The business: 12 € for a procedure at the counter or on the telephone, 3 € online (forms and mails), 2.70 € for a letter; the gate is a hundredth of each.

${fixed.text}

With these ${Math.round(fixed.eur)} €: ${Math.round(variable + fixed.eur)} € a year for ${inhabitants.toLocaleString('en')} inhabitants, ${euros((variable + fixed.eur) / inhabitants, 4)} € each (reliability-and-cost reckons 980 €, of which 523 € rented). The telephone's stack is left out: optional, and paid by the minute.
Prices: \`infra/local/prices.ts\` (most are recalled, not read: see there). A function is billed here for the time it took on this machine.`;
  return {
    title: 'Cost of a request',
    command: 'npm run bench -- cost',
    text,
    passed: [
      ...(mean > gate
        ? [`A request costs ${euros(mean)} € on average: look at the largest column above`]
        : []),
      ...dear.map(({ name }) => `${name} costs more than a hundredth of what it costs the business`),
    ],
  };
}
