import { join } from 'node:path';
import { outbox, type Sent } from '../aws/ses/outbox.ts';
import type { Context } from '../context.ts';
import { fullName, type Person, readPeople } from '../people.ts';
import { callSection } from './calls.ts';
import { euros, inFrench, inFull } from './format.ts';
import { type Html, html, page } from './html.ts';
import { machineName, messages as say, wordFor } from './messages.ts';
import { payfipSection } from './payfip.ts';
import { type Records, records } from './records.ts';
import { machines, meterReport, queues } from './running.ts';
import { smsSection } from './sms.ts';
import { events, section, table } from './table.ts';

const LINES = 8;
const { columns } = say;

/** The one page of the tools: what came in, runs and was sent, the clock, the cost, the people. */
export async function homePage(ctx: Context): Promise<string> {
  const [held, meter] = await Promise.all([records(ctx, { limit: '200' }), meterReport(ctx)]);
  const known: Records = held.ok ? held.records : {};
  const isQuiet = ctx.busy.reasons().length === 0;
  const body = html`<a class="skip" href="#content">${say.skip}</a>
<header>
<div><h1>${say.title}</h1><p>${say.intro}</p></div>
<nav aria-label="${say.nav}"><ul>
<li><a href="/">${say.portal}</a></li><li><a href="/agents/">${say.backoffice}</a></li><li><a href="/local/outbox">${say.outbox}</a></li>
</ul></nav>
<p class="state"><span id="state" data-live class="${isQuiet ? 'quiet' : 'busy'}">${isQuiet ? say.quiet : say.busy}</span>
<button type="button" id="pause" data-pause="${say.pause}" data-resume="${say.resume}">${say.pause}</button></p>
</header>
<main id="content">
<div>
${incoming(ctx, known, held.ok ? undefined : held.reason)}
${smsSection(ctx)}
${sent(ctx)}
</div>
<div>
${people(ctx)}
${clock(ctx)}
${callSection(ctx)}
${payfipSection(ctx)}
${running(ctx, known)}
${cost(meter, known)}
</div>
</main>`;
  return page({ title: say.short, body, isLive: true });
}

function incoming(
  ctx: Context,
  { contacts = [], batches = [], quarantine = [] }: Records,
  reason?: string,
): Html {
  const contactRows = contacts
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    .slice(0, LINES)
    .map((one) => ({
      title: html`<strong>${one.subject || say.incoming.noSubject}</strong>`,
      facts: [inFrench(one.receivedAt), wordFor(one.channel), wordFor(one.state), one.requestReference],
    }));
  const batchRows = batches
    .slice(0, LINES)
    .map((one) => [one.file, one.pages, one.filed, wordFor(one.reason ?? one.state)]);
  const { title, drop, mail } = say.incoming;
  return section(
    'incoming',
    title,
    html`${reason !== undefined && html`<p class="problem">${say.unavailable(reason)}</p>`}
${events(say.incoming.contacts, contactRows)}
${table(say.incoming.batches, [columns.file, columns.pages, columns.filed, columns.state], batchRows)}
<p>${say.incoming.quarantine(quarantine.length)}</p>
<p class="hint">${drop(join(ctx.dataDir, 'scans'))}<br>${mail(ctx.smtpPort)}</p>`,
  );
}

function running(ctx: Context, { tasks = [] }: Records): Html {
  const reasons = ctx.busy.reasons().slice(0, LINES);
  const { title, now } = say.running;
  return section(
    'running',
    title,
    html`${table(
      say.running.machines,
      [columns.machine, columns.running, columns.succeeded, columns.failed],
      machines(ctx).map((one) => [machineName(one.name), one.running, one.succeeded, one.failed]),
    )}
${table(
  say.running.queues,
  [columns.queue, columns.messages],
  queues(ctx).map((one) => [one.name, one.messages]),
)}
<p>${say.running.tasks(tasks.length)}</p>
<h3>${now}</h3>
${reasons.length ? html`<ul>${reasons.map((reason) => html`<li><code>${reason}</code></li>`)}</ul>` : html`<p class="none">${say.quiet}</p>`}`,
  );
}

function sent(ctx: Context): Html {
  const rows = outbox(ctx)
    .slice(-LINES)
    .reverse()
    .map((one) => ({
      title: html`<a href="/local/outbox#${one.id}" aria-label="${sentTo(one)}, ${one.id}">${one.subject || one.text.slice(0, 60)}</a>`,
      facts: [
        inFrench(one.at),
        wordFor(one.kind),
        one.to,
        one.attachments.length > 0 ? say.sent.attachments(one.attachments.length) : undefined,
      ],
    }));
  return section('sent', say.sent.title, events(say.sent.last, rows));
}

/** Many are told the same: who, and when, tell two links apart. */
const sentTo = ({ subject, text, to, at }: Sent) => `${subject || text.slice(0, 60)}, ${to}, ${inFrench(at)}`;

function clock(ctx: Context): Html {
  const now = ctx.clock.now();
  const { title, day, tenDays, twoMonths, set, apply, back } = say.clock;
  return section(
    'clock',
    title,
    html`<p>${say.clock.now} : <strong id="now" data-live><time datetime="${now.toISOString()}">${inFull(now)}</time></strong></p>
<p class="buttons"><button type="button" data-advance="P1D">${day}</button>
<button type="button" data-advance="P10D">${tenDays}</button>
<button type="button" data-advance="P2M">${twoMonths}</button>
<button type="button" data-now="real">${back}</button></p>
<form id="set-clock"><label for="instant">${set}</label>
<input type="datetime-local" id="instant" required> <button>${apply}</button></form>
<p role="status" id="clock-said" data-done="${say.clock.done}" data-failed="${say.clock.failed}"></p>`,
    false,
  );
}

function cost(meter: Awaited<ReturnType<typeof meterReport>>, { requests = [] }: Records): Html {
  const calls = [...meter.total.calls].sort((a, b) => (b.eur ?? 0) - (a.eur ?? 0)).slice(0, LINES);
  const heads = [columns.service, columns.operation, columns.count, columns.cost];
  const rows = calls.map((line) => [
    line.service,
    line.operation,
    Math.round(line.count),
    euros(line.eur ?? 0),
  ]);
  const own = Object.values(meter.requests);
  const mean = own.reduce((sum, one) => sum + one.eur, 0) / (own.length || 1);
  const { title, total, perRequest } = say.meter;
  return section(
    'meter',
    title,
    html`<p class="figure">${total(euros(meter.total.eur))}</p>
${(own.length > 0 || requests.length > 0) && html`<p>${perRequest(euros(mean), own.length)}</p>`}
${table(say.meter.lines, heads, rows)}`,
  );
}

function people(ctx: Context): Html {
  const { agents, citizens } = readPeople(ctx.collectivity);
  const list = (audience: string, to: string, some: readonly Person[]) =>
    some.map((person) => {
      const query = new URLSearchParams({ login_hint: person.login, to });
      return html`<li><a class="person" href="/api/session/${audience}/start?${query.toString()}">
<strong>${fullName(person)}</strong> <span>${person.title ?? person.email ?? ''}</span></a></li>`;
    });
  const { title, note } = say.people;
  return section(
    'people',
    title,
    html`<p>${note}</p>
<h3>${say.people.agents}</h3><ul class="people">${list('agents', '/agents/', agents)}</ul>
<h3>${say.people.citizens}</h3><ul class="people">${list('citizens', '/mon-espace', citizens)}</ul>`,
    false,
  );
}
