import { useEffect, useState } from 'preact/hooks';
import type { CitizenMe, citizenMe } from '../../../functions/accounts/account-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { actingUnder, openedUnder, rememberActing, speakFor } from '../../ui/whom.ts';
import { goAndSignIn, rememberSignedIn } from './signed-in.ts';

export type Me = CitizenMe;
let asked: Promise<Me> | undefined;

/** Who is signed in, asked once for the page; throws `ApiProblem` (401 for nobody). Asking again keeps the session alive. */
export const readMe = (again = false): Promise<Me> => {
  if (again || !asked)
    asked = call<typeof citizenMe>('GET /api/citizen/me', {}).then(
      (me) => {
        rememberSignedIn(me.session.endsAt);
        rememberActing(me.actingFor?.mandate ?? null);
        speakFor(me.actingFor?.mandate ?? null);
        return me;
      },
      (error) => {
        asked = undefined;
        if (isSignedOut(error)) rememberSignedIn(null);
        throw error;
      },
    );
  return asked;
};
/** Under what the drafts of whoever one acts for are kept: their mandate, or one's own account. */
export const ownerOf = ({ account, actingFor }: Me): string => actingFor?.mandate ?? account;
/** Whether the page shows the drafts of whoever one acts for. Where it does not, it does when it is loaded again. */
export const isOpenedFor = ({ actingFor }: Me): boolean =>
  (actingFor?.mandate ?? null) === openedUnder || actingUnder() === openedUnder;
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

export type MeState = { me?: Me; problem?: string; reload: () => void };
/**
 * Who is signed in. Whoever is not is led to the sign-in page and back; where `isOptional`, the page stays and `problem`
 * is `unauthenticated`.
 */
export function useMe({ isOptional = false } = {}): MeState {
  const [state, setState] = useState<{ me?: Me; problem?: string }>({});
  const ask = (again: boolean) =>
    readMe(again).then(
      (me) => setState({ me }),
      (error) => {
        if (isSignedOut(error) && !isOptional) return goAndSignIn();
        setState({ problem: error instanceof ApiProblem ? error.code : 'unexpected' });
      },
    );
  useEffect(() => void ask(false), []);
  return { ...state, reload: () => void ask(true) };
}
