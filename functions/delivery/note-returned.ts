import type { AgentCaller } from '../agents/caller.ts';
import { mayPost } from '../agents/rights.ts';
import type { LetterQr } from '../letters/qr.ts';
import { parseReference } from '../requests/reference.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { noteReturned } from './agent-api.ts';
import { comesBack, letterOf } from './returned.ts';

type Deps = {
  requests: Pick<RequestTable, 'append' | 'load'>;
  authority(): Promise<Authority>;
  /** What the code of a letter says; null when it is none of ours. */
  readCode(text: string): Promise<LetterQr | null>;
  now(): string;
};
const notOurs = () => new Refusal('invalid-input', [{ field: 'code', code: 'unknown-letter' }]);

/** Somebody in the mail room says that a letter came back, by its code or by the reference written on it. */
export const returned =
  (deps: Deps) =>
  async (
    { body }: InputOf<typeof noteReturned>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof noteReturned>> => {
    const { prefix } = await deps.authority();
    const qr = await deps.readCode(body.code);
    const reference = qr?.reference ?? parseReference(body.code, prefix)?.reference;
    if (!reference) throw notOurs();
    const whole = await deps.requests.load(reference);
    const message = letterOf(whole.messages, qr);
    if (!message) throw notOurs();
    const at = deps.now();
    const key = { key: `came-back-${message.id}-${message.history?.length ?? 0}` };
    await deps.requests.append(reference, key, (current) => {
      if (!current) throw new Refusal('not-found');
      if (!mayPost(agent, current.request)) throw new Refusal('forbidden');
      const given = { reference, message, person: whole.sender, reason: body.reason, at };
      return comesBack({ ...given, by: `agent:${agent.login}` });
    });
    return { reference, messageId: message.id };
  };
