import type { Context } from '../context.ts';
import { payfipTools as t } from '../payfip/messages.ts';
import { operationStore } from '../payfip/operation.ts';
import { inFrench } from './format.ts';
import { type Html, html } from './html.ts';
import { section, table } from './table.ts';

const shown = 6;
const examples = [
  '{"result":"P"}',
  '{"result":"P","notify":"lost"}',
  '{"result":"V","notify":"late","after":"PT5M"}',
  '{"result":"P","notify":"twice","knownAfter":"PT90S"}',
  '{"refdet":"VC2026000123WF","result":"R","notify":"wrong"}',
  '{"result":"P","montant":100}',
  '{"notify":"lost"}',
  '{"trouble":{"kind":"technical","on":"detail","times":3}}',
  '{"trouble":{"kind":"lost-answer","on":"create"}}',
];

/** What was ordered at the payment stand-in, and how it is driven. */
export function payfipSection({ db }: Context): Html {
  const rows = operationStore(db)
    .list()
    .slice(0, shown)
    .map(({ idOp, ordered, result, createdAt }) => [
      html`<code>${idOp.slice(0, 8)}</code> ${inFrench(new Date(createdAt).toISOString())}`,
      ordered.refdet,
      `${(Number(ordered.montant) / 100).toFixed(2).replace('.', ',')} €`,
      result ?? t.waiting,
    ]);
  const { operation, debt, amount, result } = t.columns;
  return section(
    'payfip',
    t.title,
    html`<p>${t.intro}</p>
${table(t.last, [operation, debt, amount, result], rows)}
<details><summary>${t.example}</summary><ul>${examples.map((one) => html`<li><code>${one}</code></li>`)}</ul><p>${t.words}</p></details>`,
  );
}
