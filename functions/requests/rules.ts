import { ordinary, type Rules } from '../deadlines/rules.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';

/** What a procedure promises, or what is promised to who wrote without one. */
export const rulesOf = (
  procedure: Pick<Procedure, 'commitmentDays' | 'silence'> | null,
  { holidays }: Pick<Authority, 'holidays'>,
): Rules => ({
  commitmentDays: procedure?.commitmentDays ?? ordinary.commitmentDays,
  silence: procedure?.silence ?? ordinary.silence,
  calendar: holidays,
});
