import type { AwsRequest, Context } from '../context.ts';
import type { Reply } from '../exchange.ts';
import { type Html, html } from '../tools/html.ts';
import { htmlReply } from '../tools/reply.ts';
import { payfipPage as t } from './messages.ts';
import { isOpen, isPaid, isPurged, type Operation, type Result, type Store } from './operation.ts';
import type { Settle } from './settle.ts';

const buttons: [result: Result | 'close', words: string][] = [
  ['P', t.card],
  ['V', t.debit],
  ['R', t.refuseCard],
  ['Z', t.refuseDebit],
  ['A', t.cancel],
  ['close', t.close],
];
const euros = (cents: string): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(Number(cents) / 100);
const style =
  'body{font:18px/1.5 sans-serif;max-width:34rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}h1{font-size:1.5rem}.test{padding:.75rem 1rem;border:3px dashed #8a4b00}dt{color:#4a4a4a}dd{margin:0 0 .6rem;font-weight:600}form{display:grid;gap:.6rem}button,a.back{display:block;min-height:3rem;padding:.6rem 1rem;border:2px solid #1d3f72;border-radius:.4rem;background:#fff;color:#1d3f72;font:inherit;text-align:center}button:first-child,a.back{background:#1d3f72;color:#fff}';
const page = (body: Html, status = 200): Reply =>
  htmlReply(
    html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${t.title}</title><style>${style}</style></head><body><main><h1>${t.title}</h1>${body}</main></body></html>`
      .text,
    status,
  );

const ordered = ({
  ordered: one,
}: Operation): Html => html`<p class="test"><strong>${t.standIn}</strong><br>${t.test(one.saisie)}</p>
<dl><dt>${t.object}</dt><dd>${one.objet}</dd><dt>${t.amount}</dt><dd>${euros(one.montant)}</dd><dt>${t.debt}</dt><dd>${one.refdet}</dd>
<dt>${t.client}</dt><dd>${one.numcli}</dd><dt>${t.email}</dt><dd>${one.mel}</dd></dl>`;

/** Where the browser is sent to pay: one button for each thing that can happen there. */
export function paymentPage(
  { clock }: Context,
  store: Store,
  settle: Settle,
  { method, query, body }: AwsRequest,
): Reply {
  const operation = store.find(query.get('idop') ?? '');
  const now = clock.now().getTime();
  if (!operation || isPurged(operation, now)) return page(html`<p>${t.unknown}</p>`, 404);
  const back = html`<p><a class="back" href="${operation.ordered.urlredirect}">${t.back}</a></p>`;
  if (isPaid(operation)) return page(html`${ordered(operation)}<p>${t.used}</p>${back}`, 409);
  if (!isOpen(operation, now)) return page(html`${ordered(operation)}<p>${t.late}</p>${back}`, 410);
  if (method !== 'POST')
    return page(
      html`${ordered(operation)}<form method="post">${buttons.map(
        ([value, words]) => html`<button name="deed" value="${value}">${words}</button>`,
      )}</form>`,
    );
  const deed = new URLSearchParams(body.toString('utf8')).get('deed');
  const [chosen] = buttons.find(([value]) => value === deed) ?? [];
  if (!chosen || chosen === 'close') return page(html`<p>${t.closed}</p>${back}`);
  settle(operation, { result: chosen });
  return page(html`${ordered(operation)}<p role="status"><strong>${t.results[chosen]}</strong></p>${back}`);
}
