import type { Caller } from '../agents/caller.ts';
import { type ActingMark, cookie, cookieNames } from '../agents/session.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { actFor as operation } from './citizen-api.ts';
import { type Mandate, stateNow } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';

export type ActDeps = {
  mandates: Pick<MandateTable, 'read' | 'allowCalls'>;
  table: Pick<SessionTable, 'citizenSession' | 'changeCitizen' | 'end'>;
  /** Under what a session lies, by its cookies. */
  sessionId(cookies: readonly string[]): string;
  now(): string;
};
const gone = cookie(cookieNames.citizens, '', 0);

/** What makes calls under a mandate good, for whom and until when. */
export const markOf = ({ helper, scope, endsAt }: Mandate): ActingMark => ({
  ...{ helper: helper.account ?? '', scope, until: endsAt },
});
export const actingOf = ({ id, represented: { account, person, name }, scope }: Mandate) => ({
  ...{ mandate: id, account, person, name, scope },
});

/** Whose affairs the session is in from now on. Refuses `mandate-over` for every mandate that is not theirs or not good. */
export const actFor =
  (deps: ActDeps) =>
  async ({ body }: InputOf<typeof operation>, caller: Caller): Promise<Answer<typeof operation>> => {
    const session = await deps.table.citizenSession(caller.cookies);
    if (!session?.citizen) throw new Refusal('unauthenticated');
    const { actingFor: _, ...citizen } = session.citizen;
    const id = deps.sessionId(caller.cookies);
    if (body.mandate === null) {
      if (citizen.by === 'desk') {
        await deps.table.end(caller.cookies, 'citizens');
        const person = session.citizen.actingFor?.person;
        return { to: person ? `/agents/personnes/${person}` : '/agents/', cookies: [gone] };
      }
      await deps.table.changeCitizen(id, citizen);
      return { to: '/mon-espace' };
    }
    const mandate = await deps.mandates.read(body.mandate);
    const isGood = mandate && stateNow(mandate, deps.now()) === 'active';
    if (!isGood || citizen.by === 'desk' || mandate.helper.account !== citizen.account)
      throw new Refusal('mandate-over');
    await deps.mandates.allowCalls(mandate, markOf(mandate));
    await deps.table.changeCitizen(id, { ...citizen, actingFor: actingOf(mandate) });
    return { to: '/mon-espace' };
  };
