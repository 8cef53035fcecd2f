import { useEffect, useState } from 'preact/hooks';
import type * as api from '../../../functions/mandates/citizen-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { changePerson } from '../account/signed-in.ts';
import { here } from '../translated.ts';

export type Mandates = AnswerOf<typeof api.listMandates>;
export type MandateLine = Mandates['given'][number];
export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'unexpected');

/** What was given and what is held; every act asks again. */
export function useMandates() {
  const [view, setView] = useState<Mandates>();
  const [problem, setProblem] = useState<string>();
  const load = () =>
    call<typeof api.listMandates>('GET /api/citizen/mandates', {}).then(
      (answer) => {
        setView(answer);
        setProblem(undefined);
      },
      (error) => setProblem(codeOf(error)),
    );
  useEffect(() => void load(), []);
  return { view, problem, load };
}
export const endMandate = (id: string) =>
  call<typeof api.endMandate>('POST /api/citizen/mandates/{id}/end', { params: { id } });

/** Whose affairs every page is in from now on: nothing that was read before stays on the screen. */
export const actFor = async (mandate: string | null): Promise<void> => {
  const { to } = await call<typeof api.actFor>('POST /api/citizen/acting', { body: { mandate } });
  changePerson(mandate);
  location.assign(here(to));
};

const kept = 'parvis-mandate-offer';
/** The secret of the mail, out of the address at once; it waits in the session while whoever opened it signs in. */
export function takeOffer(): string | undefined {
  const secret = location.hash.slice(1);
  if (/^[\w-]+\.[0-9a-f]{32}$/.test(secret)) {
    sessionStorage.setItem(kept, secret);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(kept) ?? undefined;
}
export const forgetOffer = (): void => sessionStorage.removeItem(kept);
