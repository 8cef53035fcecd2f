import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectivitiesFolder } from '../../collectivity/load.ts';
import type { AwsRequest, Context } from '../context.ts';
import type { Reply } from '../exchange.ts';
import { fullName, readPeople } from '../people.ts';
import { callMessages as say } from './call-messages.ts';
import { type Html, html } from './html.ts';
import { inject } from './inject.ts';
import { problem } from './reply.ts';
import { callEnds, simulatedCall } from './simulated-call.ts';
import { section } from './table.ts';

type Choice = { key: string; topic: string; group: string; said: string };
/** The menu of the authority's telephone; none when it has no exchange in the cloud. */
function menuOf({ collectivity }: Context): Choice[] {
  const file = join(collectivitiesFolder, collectivity, 'authority.json');
  const { telephony } = JSON.parse(readFileSync(file, 'utf8')) as { telephony?: { menu: Choice[] } };
  return telephony?.menu ?? [];
}
const agentsOf = ({ collectivity }: Context) =>
  readPeople(collectivity).agents.filter(({ roles }) => roles?.includes('reception'));

/** A telephone to try: who calls, about what, and how it ends. */
export function callSection(ctx: Context): Html {
  const menu = menuOf(ctx);
  if (menu.length === 0) return section('calls', say.title, html`<p>${say.none}</p>`, false);
  const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`;
  return section(
    'calls',
    say.title,
    html`<p class="hint">${say.note}</p>
<form method="post" action="/local/calls">
<p><label for="call-number">${say.number}</label> <input id="call-number" name="number" value="06 39 98 01 42"></p>
<p><label for="call-topic">${say.topic}</label>
<select id="call-topic" name="key">${menu.map(({ key, said }) => option(key, said))}</select></p>
<p><label for="call-agent">${say.agent}</label>
<select id="call-agent" name="agent">${agentsOf(ctx).map((one) => option(one.login, fullName(one)))}</select></p>
<p><label for="call-end">${say.end}</label>
<select id="call-end" name="end">${callEnds.map((end) => option(end, say.ends[end]))}</select></p>
<p><button>${say.call}</button></p>
</form>`,
    false,
  );
}

/** Simulates one call: what it sends is what Amazon Connect would. */
export async function simulateCall(ctx: Context, request: AwsRequest): Promise<Reply> {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const choice = menuOf(ctx).find(({ key }) => key === form.get('key'));
  const end = callEnds.find((one) => one === form.get('end'));
  if (!choice || !end) return problem(400, 'Unknown call', 'key is one of the menu, end one of the list');
  const reply = await inject(
    ctx,
    simulatedCall({
      ...{ end, topic: choice.topic, group: choice.group, now: ctx.clock.now() },
      number: form.get('number')?.trim() || null,
      agent: form.get('agent') ?? '',
    }),
  );
  return reply.status === 200 ? { status: 303, headers: { location: '/local/#calls' } } : reply;
}
