import type { Agent } from '../agents/agent.ts';
import { displayAnswers } from '../procedures/display.ts';
import type { Answers } from '../procedures/field.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { deadlinesOf } from '../requests/facts.ts';
import type { Whole } from '../requests/items.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from '../settings/authority.ts';
import { trackingUrlOf } from './mail.ts';
import type { KnownOf } from './template-values.ts';

export type Told = {
  whole: Pick<Whole, 'request' | 'content' | 'sender' | 'events' | 'asks'>;
  procedure: Procedure | null;
  authority: Authority;
  agent: Agent;
  today: string;
  /** Calendar day of an instant in the authority's time zone. */
  dayOf(instant: string): string;
  publicUrl: string;
};

/** Everything a letter may say of a request: answers in words, awaited documents, the day on which silence decides. */
export const knownOfRequest = (told: Told): KnownOf => {
  const { whole, procedure, authority, agent, today, dayOf, publicUrl } = told;
  const { request, content, asks } = whole;
  const day = { day: today, dayOf };
  const silence = deadlinesOf(whole, rulesOf(procedure, authority), day).find(
    ({ kind }) => kind === 'silence',
  );
  const { awaited } = request;
  const ask = asks.find(({ askId }) => askId === awaited?.askId);
  const missing = (ask?.documents ?? []).filter(({ code }) => !awaited?.provided.includes(code));
  return {
    ...{ whole, authority, author: agent, today, procedure },
    trackingUrl: trackingUrlOf(publicUrl, request.reference),
    answers: content.given,
    shown: procedure && content.given ? inWords(procedure, content.given, authority, today) : {},
    silenceOn: silence?.due ?? null,
    documents: missing.map(({ label }) => label),
  };
};

/** By name of question; the rows of a repeated block follow each other. */
const inWords = (procedure: Procedure, given: Answers, authority: Authority, today: string) => {
  const shown: Record<string, string> = {};
  for (const { field, value, filled } of displayAnswers(procedure, given, authority, {}, { today }))
    if (filled) shown[field] = shown[field] ? `${shown[field]}\n${value}` : value;
  return shown;
};
