import { useEffect, useState } from 'preact/hooks';
import type { readPrefill } from '../../../functions/households/prefill-api.ts';
import { isFilled } from '../../../functions/procedures/conditions.ts';
import type { Answer } from '../../../functions/procedures/procedure.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import type { Draft, Known } from './draft.ts';
import type { HomeMember } from './home.ts';
import type { DraftState } from './use-draft.ts';

type Found = AnswerOf<typeof readPrefill>;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Answers known already: they fill what is empty, and what was filled from the member chosen before; what somebody typed
 * is never overwritten.
 */
export function useKnown(state: DraftState, draft: Draft) {
  const { id } = draft.procedure;
  const [members, setMembers] = useState<readonly HomeMember[]>([]);
  const fill = (found: Found) => {
    setMembers(found.asksMember ? found.members : []);
    state.note((before) => filled(before, found));
  };
  const ask = (member: string | undefined) =>
    call<typeof readPrefill>('GET /api/citizen/prefill/{procedure}', {
      params: { procedure: id },
      query: { member },
    }).then(fill, () => undefined);
  useEffect(() => void ask(draft.member), [id]);
  return {
    members,
    choose: (member: string | undefined) => {
      state.change((before) => ({ ...emptied(before), member: member ?? '' }));
      if (member) void ask(member);
    },
  };
}

function filled(before: Draft, found: Found): Draft {
  const answers = { ...before.answers };
  const known: Record<string, Known> = { ...before.known };
  for (const [name, one] of Object.entries(found.answers)) {
    // Somebody else was chosen than anybody of the household.
    if (before.member === '' && one.from === 'household') continue;
    const was = known[name];
    if (isFilled(answers[name]) && !(was && isSame(answers[name], was.value))) continue;
    answers[name] = one.value as Answer;
    known[name] = one;
  }
  const member = before.member ?? found.member ?? undefined;
  return { ...before, answers, known, ...(member !== undefined && { member }) };
}

/** Another person is chosen: what came from the household and was not corrected makes room. */
function emptied(before: Draft): Draft {
  const fromHome = Object.entries(before.known ?? {}).filter(
    ([name, { from, value }]) => from === 'household' && isSame(before.answers[name], value),
  );
  const names = new Set(fromHome.map(([name]) => name));
  const keep = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.has(name)));
  return { ...before, answers: keep(before.answers), known: keep(before.known ?? {}) };
}
