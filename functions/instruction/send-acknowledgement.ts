import type { AgentCaller } from '../agents/caller.ts';
import { maySort, mayWork } from '../agents/rights.ts';
import { parseReference } from '../requests/reference.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type AcknowledgeDeps, acknowledge, kindDue } from './acknowledge.ts';
import type { sendAcknowledgement } from './acknowledge-api.ts';

/** An agent looked: what was withheld leaves now, whatever the limits. Done before, it is no error. */
export const sendWithheld =
  (deps: AcknowledgeDeps) =>
  async (
    { params }: InputOf<typeof sendAcknowledgement>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof sendAcknowledgement>> => {
    const found = parseReference(params.reference, (await deps.authority()).prefix);
    if (!found) throw new Refusal('not-found');
    const { reference } = found;
    const { request, repair } = await deps.load(reference);
    if (!mayWork(agent, request) && !maySort(agent)) throw new Refusal('forbidden');
    const isWithheld = repair?.reason === 'acknowledgement-withheld';
    if (!isWithheld && kindDue(request)) throw new Refusal('not-allowed-in-state');
    await acknowledge(deps)({ reference, by: `agent:${agent.login}` });
    return { reference };
  };
