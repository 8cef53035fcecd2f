import type { Caller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { codeHash, readEndCode, type Sign } from './code.ts';
import type { Mandate } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';
import type { endByCode, readByCode } from './public-api.ts';
import { end } from './serve-citizen.ts';
import { mandateView } from './view.ts';

export type PublicDeps = {
  mandates: Pick<MandateTable, 'byCode' | 'save'>;
  sign(): Promise<Sign>;
  countCall(address: string, kind: string): Promise<number>;
  now(): string;
};
/** Tries of one network address in ten minutes: a library or a town hall has one, and nobody guesses 49 bits by it. */
const mostTries = 60;

/** Refuses `wrong-code` for everything that is no code of a mandate, `too-many-requests`. */
const byCode = async (deps: PublicDeps, typed: string, { address }: Caller): Promise<Mandate> => {
  if ((await deps.countCall(address, 'mandate-code')) > mostTries) throw new Refusal('too-many-requests');
  const code = readEndCode(typed);
  const found = code && (await deps.mandates.byCode(codeHash(code, await deps.sign())));
  if (!found) throw new Refusal('wrong-code');
  return found;
};

export const readMandate =
  (deps: PublicDeps) =>
  async ({ body }: InputOf<typeof readByCode>, caller: Caller): Promise<ReplyOf<typeof readByCode>> =>
    mandateView(await byCode(deps, body.code, caller), deps.now());

/** The person, or whoever they gave their letter to, ends it; ended before, it stays as it was. */
export const endMandateByCode =
  (deps: PublicDeps) =>
  async ({ body }: InputOf<typeof endByCode>, caller: Caller): Promise<ReplyOf<typeof endByCode>> =>
    end(deps, await byCode(deps, body.code, caller), 'revoked', 'code');
