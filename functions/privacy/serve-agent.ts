import type { AgentCaller } from '../agents/caller.ts';
import { maySee } from '../agents/rights.ts';
import type { Reading } from '../citizens/reading.ts';
import { destinationOf } from '../intake/contact.ts';
import { type ContactHeader, contactKey } from '../intake/contact-items.ts';
import type { Append } from '../requests/append.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { Erasure } from './erasure.ts';
import type { Export } from './export.ts';
import { type HeldDeps, heldOf } from './held.ts';
import { heldBack, linkedContacts, ownRequests } from './own-requests.ts';
import { askExportOf as ask, type ExportDeps, exportView } from './serve-citizen.ts';
import { type Whoever, whoever } from './whoever.ts';

export type AgentDeps = HeldDeps &
  ExportDeps & {
    append: Append;
    register: {
      ask(asked: Omit<Erasure, 'doneAt'>): Promise<unknown>;
      month(month: string): Promise<Erasure[]>;
    };
    /** Who looked at somebody and why, on every sheet. */
    note(sheets: readonly string[], reading: Reading): Promise<void>;
    /** How somebody asked the agent who acted for them: kept with the register, codes and ids alone. */
    keepReason(of: {
      personId: string;
      at: string;
      by: string;
      what: 'export' | 'erase';
      reason: string;
    }): Promise<void>;
  };
const byOf = ({ agent }: AgentCaller): string => `agent:${agent.login}`;

/** The same archive whichever of their sheets was opened. */
const ofWhom = ({ personIds, account }: Whoever): Export['of'] =>
  account ? { kind: 'account', id: account.id } : { kind: 'person', id: [...personIds].sort()[0] ?? '' };

/** Whether a life holds a letter to the cabinet, as a request or as what may become one, that an agent may not see. */
const holdsReserved = async (
  { store }: AgentDeps,
  who: Whoever,
  { agent }: AgentCaller,
): Promise<boolean> => {
  const ids = await linkedContacts(store, who);
  const headers = await Promise.all(
    ids.map((id) => store.find('contacts', { pk: contactKey(id), sk: 'CONTACT' })),
  );
  const contacts = headers.filter((item) => item !== null) as unknown as ContactHeader[];
  const departments = [
    ...(await ownRequests(store, who)).map(({ request }) => request.department),
    ...contacts.map(destinationOf),
  ];
  return departments.some((department) => !maySee(agent, department));
};

/**
 * The person behind a sheet, once the reading is noted: who is not noted sees nothing. Letters to the cabinet are taken out and
 * erased by its own people: nobody else gathers, counts or ends a life that holds one. Refuses `not-found`, `forbidden`.
 */
const noted = async (deps: AgentDeps, personId: string, caller: AgentCaller): Promise<Whoever> => {
  const who = await whoever(deps.store, { kind: 'person', id: personId });
  if (who.persons.length === 0) throw new Refusal('not-found');
  const reading: Reading = { at: deps.now(), by: byOf(caller), reason: 'control', reference: null };
  await deps.note(who.personIds, reading);
  if (await holdsReserved(deps, who, caller)) throw new Refusal('forbidden');
  return who;
};

export const readHeldOf =
  (deps: AgentDeps) =>
  async (
    { params }: InputOf<typeof api.readHeldOf>,
    caller: AgentCaller,
  ): Promise<Answer<typeof api.readHeldOf>> =>
    heldOf(deps)(await noted(deps, params.personId, caller));

export const askExportOf =
  (deps: AgentDeps) =>
  async (
    { params, body }: InputOf<typeof api.askExportOf>,
    caller: AgentCaller,
  ): Promise<Answer<typeof api.askExportOf>> => {
    const who = await noted(deps, params.personId, caller);
    const said = { personId: params.personId, at: deps.now(), by: byOf(caller), reason: body.reason };
    await deps.keepReason({ ...said, what: 'export' });
    return exportView(deps, await ask(deps, ofWhom(who), byOf(caller)));
  };

/** What the person asked for themselves holds their safe: it is theirs alone. */
export const readExportOf =
  (deps: AgentDeps) =>
  async (
    { params }: InputOf<typeof api.readExportOf>,
    caller: AgentCaller,
  ): Promise<Answer<typeof api.readExportOf>> => {
    const who = await noted(deps, params.personId, caller);
    const one = await deps.exports.of(ofWhom(who));
    return exportView(deps, one?.by === 'citizen' ? null : one);
  };

/** What the person named of what waits is withdrawn, in the name of the agent; the rest of it stays until its end. */
export const erasePersonOf =
  (deps: AgentDeps) =>
  async (
    { params, body }: InputOf<typeof api.erasePersonOf>,
    caller: AgentCaller,
  ): Promise<Answer<typeof api.erasePersonOf>> => {
    const who = await noted(deps, params.personId, caller);
    const by = byOf(caller);
    const at = deps.now();
    const all = await ownRequests(deps.store, who);
    for (const { reference, request, isTheirs } of all) {
      if (!isTheirs || !body.withdraw.includes(reference) || heldBack(request, all) !== 'open') continue;
      await deps.append(reference, { key: `erasing-${params.personId}` }, () => ({
        commands: [{ command: 'request-withdrawn', by }],
        announce: [{ type: 'request-withdrawn', detail: { reference } }],
      }));
    }
    await deps.keepReason({ personId: params.personId, at, by, reason: body.reason, what: 'erase' });
    await deps.register.ask({ ...ofWhom(who), at, why: 'asked', by });
    return { now: at };
  };

export const listErasures =
  (deps: AgentDeps) =>
  async ({ query }: InputOf<typeof api.listErasures>): Promise<Answer<typeof api.listErasures>> => ({
    erasures: (await deps.register.month(query.month)).map(({ kept = [], ...one }) => ({ ...one, kept })),
    now: deps.now(),
  });
