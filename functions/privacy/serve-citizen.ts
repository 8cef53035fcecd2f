import type { Caller } from '../agents/caller.ts';
import type { Append } from '../requests/append.ts';
import { actorOf } from '../requests/held.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './citizen-api.ts';
import type { ExportView } from './citizen-api.ts';
import type { Erasure } from './erasure.ts';
import { type Export, exportKey, stateNow, untilOf } from './export.ts';
import { type HeldDeps, heldOf } from './held.ts';
import { heldBack, ownRequests } from './own-requests.ts';
import { type ReadingsDeps, readingsOf } from './readings.ts';
import { type Whoever, whoever } from './whoever.ts';

export type ExportDeps = {
  exports: { of(of: Export['of']): Promise<Export | null>; ask(one: Export): Promise<void> };
  /** Address of an object, saved under this name. */
  url(key: string, name: string): Promise<string>;
  now(): string;
  newId(): string;
};
export type CitizenDeps = HeldDeps &
  ReadingsDeps &
  ExportDeps & {
    append: Append;
    register: { ask(asked: Omit<Erasure, 'doneAt'>): Promise<unknown> };
    setConsent(
      personId: string,
      code: string,
      value: { granted: boolean; at: string; by: string },
    ): Promise<void>;
    /** Refuses `fresh-sign-in-needed` to whoever signed in long ago. */
    refuseStale(caller: Caller): Promise<void>;
  };

/** Oneself alone: nobody looks into, takes or erases the life of somebody they only act for. Refuses `not-in-mandate`. */
const self = (caller: Caller): { kind: 'account'; id: string } => {
  if (caller.kind !== 'citizen') throw new Refusal('unauthenticated');
  if (caller.citizen.actingFor) throw new Refusal('not-in-mandate');
  return { kind: 'account', id: caller.citizen.account };
};
const themselves = async (deps: CitizenDeps, caller: Caller): Promise<Whoever> => {
  const who = await whoever(deps.store, self(caller));
  if (!who.account) throw new Refusal('unauthenticated');
  return who;
};

/** An export as it is shown to who may take it. */
export const exportView = async (deps: ExportDeps, one: Export | null): Promise<ExportView> => {
  const state = stateNow(one, deps.now());
  if (!one || state === 'none') return { state, url: null, askedAt: null, until: null, size: 0 };
  const url =
    state === 'ready' ? await deps.url(one.key, `mes-donnees-${one.askedAt.slice(0, 10)}.zip`) : null;
  return { state, url, askedAt: one.askedAt, until: untilOf(one), size: one.size };
};
/** Asked again while it is being made, it is the same one. */
export const askExportOf = async (deps: ExportDeps, of: Export['of'], by: string): Promise<Export> => {
  const before = await deps.exports.of(of);
  if (before && stateNow(before, deps.now()) === 'making') return before;
  const id = deps.newId();
  const one: Export = { id, of, state: 'making', askedAt: deps.now(), by, key: exportKey(id), size: 0 };
  await deps.exports.ask(one);
  return one;
};

export const readHeld =
  (deps: CitizenDeps) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.readHeld>> =>
    heldOf(deps)(await themselves(deps, caller));

export const listReadings =
  (deps: CitizenDeps) =>
  async (
    { query }: InputOf<typeof api.listReadings>,
    caller: Caller,
  ): Promise<Answer<typeof api.listReadings>> =>
    readingsOf(deps)(await themselves(deps, caller), query.before);

export const askExport =
  (deps: CitizenDeps) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.askExport>> => {
    await deps.refuseStale(caller);
    await themselves(deps, caller);
    return exportView(deps, await askExportOf(deps, self(caller), 'citizen'));
  };
/** Only whoever signed in lately is given the address of all they are. Refuses `fresh-sign-in-needed` once it is there. */
export const readExport =
  (deps: Pick<CitizenDeps, keyof ExportDeps | 'refuseStale'>) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.readExport>> => {
    const one = await deps.exports.of(self(caller));
    if (stateNow(one, deps.now()) === 'ready') await deps.refuseStale(caller);
    return exportView(deps, one);
  };

export const setConsent =
  (deps: CitizenDeps) =>
  async ({ params, body }: InputOf<typeof api.setConsent>, caller: Caller): Promise<undefined> => {
    const { account } = await themselves(deps, caller);
    const said = { granted: body.granted, at: deps.now(), by: 'citizen' };
    if (account) await deps.setConsent(account.person, params.code, said);
  };

/**
 * Erases whoever is signed in. What they name of what waits is withdrawn first, and goes; what they do not name stays until its
 * end. Refuses `fresh-sign-in-needed`.
 */
export const eraseMe =
  (deps: CitizenDeps) =>
  async ({ body }: InputOf<typeof api.eraseMe>, caller: Caller): Promise<Answer<typeof api.eraseMe>> => {
    await deps.refuseStale(caller);
    const who = await themselves(deps, caller);
    const all = await ownRequests(deps.store, who);
    for (const { reference, request, isTheirs } of all) {
      if (!isTheirs || !body.withdraw.includes(reference) || heldBack(request, all) !== 'open') continue;
      await deps.append(reference, { key: `erasing-${self(caller).id}` }, () => ({
        commands: [{ command: 'request-withdrawn', by: actorOf(caller) }],
        announce: [{ type: 'request-withdrawn', detail: { reference } }],
      }));
    }
    await deps.register.ask({ ...self(caller), at: deps.now(), why: 'asked', by: 'citizen' });
    return { now: deps.now() };
  };
