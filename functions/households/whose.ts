import { type Caller, type Scope, subjectOf } from '../agents/caller.ts';
import { Refusal } from '../shared/refusal.ts';

/**
 * Whose household or safe a call is about: the caller's own account, or that of whom they act for, when the mandate opens
 * it. Nobody else ever reads them: an agent sees a document once it is joined to a request, and there only.
 */
export function whose(caller: Caller, scope: Scope): { account: string; person: string } {
  if (caller.kind !== 'citizen') throw new Refusal('forbidden');
  const { actingFor } = caller.citizen;
  if (actingFor && !actingFor.scope.includes(scope)) throw new Refusal('forbidden');
  return subjectOf(caller.citizen);
}
