import { useEffect, useState } from 'preact/hooks';
import type * as operations from '../../../functions/households/household-api.ts';
import type { HouseholdView, MemberView } from '../../../functions/households/household-api.ts';
import type { endSharing } from '../../../functions/households/sharing-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { type Draft, typedOf } from './member-draft.ts';

const at = { read: 'GET /api/citizen/household', members: '/api/citizen/household/members' } as const;
export const readHousehold = (): Promise<HouseholdView> => call<typeof operations.readHousehold>(at.read, {});

/** The household as the service holds it; each act answers it anew. */
export function useHousehold() {
  const [view, setView] = useState<HouseholdView>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const take = async (asked: Promise<HouseholdView>): Promise<HouseholdView | ApiProblem> => {
    setBusy(true);
    try {
      const answer = await asked;
      setView(answer);
      setProblem(undefined);
      return answer;
    } catch (error) {
      return error instanceof ApiProblem ? error : new ApiProblem('unexpected');
    } finally {
      setBusy(false);
    }
  };
  const load = async () => {
    const answer = await take(readHousehold());
    if (answer instanceof ApiProblem) setProblem(answer.code);
  };
  useEffect(() => void load(), []);

  return {
    ...{ view, problem, busy, load },
    add: (id: string, draft: Draft) =>
      take(call<typeof operations.addMember>(`POST ${at.members}`, { body: { id, ...typedOf(draft) } })),
    /** `version`: what the page showed, or what is stored now when its owner wants their words over it. */
    change: (member: MemberView, draft: Draft, version = member.version) =>
      take(
        call<typeof operations.changeMember>(`PUT ${at.members}/{id}`, {
          params: { id: member.id },
          body: { version, ...typedOf(draft, member) },
        }),
      ),
    confirm: ({ id, version }: MemberView) =>
      take(
        call<typeof operations.confirmMember>(`POST ${at.members}/{id}/confirm`, {
          params: { id },
          body: { version },
        }),
      ),
    remove: ({ id, version }: MemberView) =>
      take(
        call<typeof operations.removeMember>(`DELETE ${at.members}/{id}`, {
          params: { id },
          query: { version },
        }),
      ),
    forget: (code: string, member?: MemberView) =>
      take(
        call<typeof operations.forgetFact>('DELETE /api/citizen/household/facts/{code}', {
          params: { code },
          query: { member: member?.id },
        }),
      ),
    endSharing: ({ id }: MemberView) =>
      take(
        call<typeof endSharing>(`DELETE ${at.members}/{id}/sharing`, { params: { id } }).then(readHousehold),
      ),
  };
}
