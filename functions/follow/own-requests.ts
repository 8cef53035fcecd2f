import type { Account } from '../accounts/account.ts';
import { type Caller, subjectOf } from '../agents/caller.ts';
import { promisedOn } from '../deadlines/rules.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Append } from '../requests/append.ts';
import { groupOfFollowed } from '../requests/followers.ts';
import { actorOf, type HeldDeps, held } from '../requests/held.ts';
import type { Snapshot } from '../requests/items.ts';
import { parseReference } from '../requests/reference.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { addOwnRequest, FollowedRequest, listOwnRequests, removeOwnRequest } from './citizen-api.ts';
import type { FollowTable } from './follow-table.adapter.ts';

export type OwnDeps = HeldDeps & {
  append: Append;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  account(id: string): Promise<Account | null>;
  table: Pick<FollowTable, 'page' | 'sought' | 'seek'>;
  dayIn(zone: string, instant: string): string;
};
type SignedIn = Extract<Caller, { kind: 'citizen' | 'agent' }>;
/** More accounts than a family has would be a mistake. */
const mostFollowers = 20;

/** Whose list it is; a mandate opens it only when it names requests. */
const accountOf = (caller: SignedIn): string => {
  if (caller.kind !== 'citizen') throw new Refusal('forbidden');
  const { actingFor } = caller.citizen;
  if (actingFor && !actingFor.scope.includes('requests')) throw new Refusal('forbidden');
  return subjectOf(caller.citizen).account;
};

/** What is known of an account by which earlier requests are recognised: when it changes they are looked for again. */
const whoIs = ({ person, email, franceConnect }: Account): string =>
  [person, email, franceConnect?.sub].join(' ');

const isSeeking = async ({ account, table }: OwnDeps, id: string): Promise<boolean> => {
  const [owner, sought] = await Promise.all([account(id), table.sought(id)]);
  if (!owner) return false;
  const who = whoIs(owner);
  if (sought?.who === who) return !sought.isDone;
  await table.seek(id, who, null);
  return true;
};

const lineOf = (
  { request, card }: Snapshot,
  account: string,
  procedure: Procedure | null,
  authority: Authority,
  dayOf: (instant: string) => string,
): FollowedRequest => {
  const { reference, state, channel, receivedOn, answer, awaited, closedAt, appealOf } = request;
  const group = groupOfFollowed(request);
  const isOpen = group !== 'ended' && !answer;
  const ended = group === 'ended' ? (closedAt ?? answer?.sentAt) : null;
  return {
    ...{ reference, group, state, channel, receivedOn, appealOf, subject: card.subject },
    procedure: procedure?.title ?? null,
    department: authority.departments.find(({ code }) => code === request.department)?.name ?? null,
    promisedOn: isOpen ? promisedOn(receivedOn, rulesOf(procedure, authority)) : null,
    until: awaited?.until ?? null,
    outcome: answer?.outcome ?? null,
    endedOn: ended ? dayOf(ended) : null,
    proof: request.followers.find((each) => each.account === account)?.proof ?? '',
  };
};

export const listOwn =
  (deps: OwnDeps) =>
  async (
    { query }: InputOf<typeof listOwnRequests>,
    caller: SignedIn,
  ): Promise<ReplyOf<typeof listOwnRequests>> => {
    const account = accountOf(caller);
    const [authority, seeking, { snapshots, next }] = await Promise.all([
      deps.authority(),
      query.after === undefined ? isSeeking(deps, account) : false,
      deps.table.page(account, query.limit, query.after),
    ]);
    const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
    const revision = ({ request }: Snapshot) => `${request.procedure} ${request.procedureRevision}`;
    const read = ({ request: { procedure, procedureRevision } }: Snapshot) =>
      procedure ? deps.procedure(procedure, procedureRevision ?? undefined) : null;
    const procedures = new Map(snapshots.map((each) => [revision(each), each] as const));
    const found = new Map(
      await Promise.all([...procedures].map(async ([key, one]) => [key, await read(one)] as const)),
    );
    return {
      requests: snapshots
        // An item of the index may be a moment late: what was just taken out is not shown.
        .filter(({ request }) => request.followers.some((each) => each.account === account))
        .map((one) => lineOf(one, account, found.get(revision(one)) ?? null, authority, dayOf)),
      ...{ next, isSeeking: seeking, now: deps.now() },
    };
  };

/** Whoever holds the number and the code of a request has it among their own from then on. */
export const addOwn =
  (deps: OwnDeps) =>
  async ({ body }: InputOf<typeof addOwnRequest>, caller: SignedIn): Promise<{ reference: string }> => {
    const account = accountOf(caller);
    const headers = { 'x-tracking-code': body.trackingCode };
    const { request, head } = await held(deps, { params: { reference: body.reference }, headers });
    const { reference } = request;
    await deps.append(reference, { key: `follow-${account}-${head.seq}` }, (current) => {
      if ((current?.request.followers.length ?? 0) >= mostFollowers) throw new Refusal('too-large');
      return {
        commands: [{ command: 'follower-joined', account, proof: 'code', by: actorOf(caller) }],
      };
    });
    return { reference };
  };

export const removeOwn =
  (deps: OwnDeps) =>
  async ({ params }: InputOf<typeof removeOwnRequest>, caller: SignedIn): Promise<undefined> => {
    const account = accountOf(caller);
    const { prefix } = await deps.authority();
    const found = parseReference(params.reference, prefix);
    if (!found) throw new Refusal('not-found');
    const { request, head } = await held(
      deps,
      { params: { reference: found.reference }, headers: {} },
      caller,
    );
    await deps.append(request.reference, { key: `unfollow-${account}-${head.seq}` }, () => ({
      commands: [{ command: 'follower-left', account, by: actorOf(caller) }],
    }));
    return undefined;
  };
