import type { Outer } from '../../support/outer.ts';
import { type Section, table } from '../results.ts';
import { channels } from './channels.ts';

/** How many of each come at once: a morning's post, a mail to everybody, the evening before a deadline. */
const at = { form: 60, mail: 60, letter: 10 };
/** In a minute, 2 cores: three times the busiest hour of a town of 75,000 (product.md) and more. */
const gates: Record<string, number> = { form: 30, mail: 30, letter: 5 };

/** Contacts a minute, from the first that is brought to the moment nothing is left to do for any. */
export async function throughput(product: Outer): Promise<Section> {
  const rows: Record<string, string | number>[] = [];
  const passed: string[] = [];
  for (const [name, count] of Object.entries(at)) {
    const channel = channels.find((one) => one.name === name);
    await product.quiet(300_000);
    const before = (await product.contacts()).length;
    const started = performance.now();
    await channel?.bring(product, count);
    const taken = (performance.now() - started) / 1000;
    await product.quiet(600_000);
    const seconds = (performance.now() - started) / 1000;
    const came = (await product.contacts()).length - before;
    const aMinute = (60 * came) / seconds;
    const gate = gates[name] ?? 0;
    rows.push({
      channel: name,
      brought: count,
      contacts: came,
      'taken in after s': taken.toFixed(1),
      'all done after s': seconds.toFixed(1),
      'a minute': aMinute.toFixed(0),
      gate: gate,
    });
    if (came !== count)
      passed.push(`${count} were brought by ${name}, ${came} are there: something was lost or doubled`);
    if (aMinute < gate) passed.push(`${aMinute.toFixed(0)} a minute by ${name}, ${gate} are wanted`);
  }
  return {
    title: 'Intake',
    command: 'npm run bench -- load',
    text: `${table(rows)}\n\nDone: read, qualified, opened, acknowledged, indexed. One machine plays all of AWS here: on AWS each function runs beside the others.`,
    passed,
  };
}
