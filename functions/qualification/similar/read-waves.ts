import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { boardsOf, mayRead, maySee, maySort, mayWork } from '../../agents/rights.ts';
import type { Snapshot } from '../../requests/items.ts';
import { parseReference } from '../../requests/reference.ts';
import { isSettled } from '../../requests/request.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { ifThere, Refusal } from '../../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { Wave } from './wave.ts';
import type { Member, WaveTable } from './wave-table.adapter.ts';

export type ReadDeps = {
  waves: Pick<WaveTable, 'waves' | 'members' | 'waveOf' | 'mark'>;
  authority(): Promise<Pick<Authority, 'prefix' | 'departments'>>;
  snapshot(reference: string): Promise<Snapshot>;
  /** The same letter of the same person before. */
  again(
    request: Snapshot['request'],
    agent: Agent,
  ): Promise<{ reference: string; receivedAt: string } | null>;
  now(): string;
};

const pageSize = 25;
/** Of a wave, as many as tell which request leads it. */
const firstFew = 5;
/** A wave nobody writes about any more leaves the lists; its requests keep their link. */
const shownForDays = 14;

export const waveView = ({ id, department, words, requests, people, firstAt, lastAt }: Wave) => ({
  ...{ waveId: id, department, words, requests, people, firstAt, lastAt },
});

/** Departments whose waves an agent sees: the boards that are theirs; who sorts sees all but what is reserved. */
export const visibleTo = (agent: Agent, codes: readonly string[]): string[] =>
  maySort(agent) ? codes.filter((code) => maySee(agent, code)) : boardsOf(agent, codes);

const departmentOf = (waveId: string) => waveId.split('~')[0] ?? '';

/** A wave that this agent may see; refuses `not-found` for one that is no more, `forbidden` for another's. */
export const waveFor = async (deps: ReadDeps, waveId: string, agent: Agent): Promise<Wave> => {
  const department = departmentOf(waveId);
  const codes = (await deps.authority()).departments.map(({ code }) => code);
  if (!codes.includes(department)) throw new Refusal('not-found');
  if (!visibleTo(agent, codes).includes(department)) throw new Refusal('forbidden');
  const found = (await deps.waves.waves(department)).waves.find(({ id }) => id === waveId);
  if (!found) throw new Refusal('not-found');
  return found;
};

/** Waves of the departments this agent sees, or of one of them: those of the last fortnight, the newest first, one page. */
export const listOfWaves =
  (deps: ReadDeps) =>
  async (
    { query }: InputOf<typeof api.listWaves>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.listWaves>> => {
    const codes = visibleTo(
      agent,
      (await deps.authority()).departments.map(({ code }) => code),
    );
    const asked = query.department ? codes.filter((code) => code === query.department) : codes;
    const held = await Promise.all(asked.map((code) => deps.waves.waves(code)));
    const since = new Date(Date.parse(deps.now()) - shownForDays * 86_400_000).toISOString();
    const open = held.flatMap((one) => one.waves).filter(({ lastAt }) => lastAt >= since);
    const waves = open.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
    return { waves: waves.slice(0, pageSize).map(waveView), now: deps.now() };
  };

type Shown = { member: Member; held: Snapshot | null };
/** The request others are grouped under already, else the oldest that may lead. */
const leadOf = (shown: readonly Shown[], leads: ReadonlySet<string>): string | null => {
  const grouped = shown.flatMap(({ held }) => held?.request.lead ?? []).find((lead) => leads.has(lead));
  const first = shown.find(
    ({ member, held }) => held && !member.isOut && !held.request.lead && !isSettled(held.request.state),
  );
  return grouped ?? first?.member.reference ?? null;
};

/** One page of a wave, in the order its requests came in; refuses as `waveFor` does. */
export const oneWave =
  (deps: ReadDeps) =>
  async (
    { params, query }: InputOf<typeof api.readWave>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.readWave>> => {
    const wave = await waveFor(deps, params.waveId, agent);
    const { members, next } = await deps.waves.members(wave.id, { after: query.after, limit: pageSize });
    const shown = await shownOf(deps, members, wave);
    const leads = await leadsOf(deps, shown, wave);
    const first = query.after ? leadOf(await firstShown(deps, wave), leads) : leadOf(shown, leads);
    const before = new Map<string, string>();
    return {
      wave: waveView(wave),
      lead: first,
      members: shown.flatMap(({ member, held }) => {
        if (!held) return [];
        const again = (member.who && before.get(member.who)) || null;
        if (member.who && !again) before.set(member.who, member.reference);
        return [{ ...memberView(member, held, { agent, leads }), again }];
      }),
      next,
      now: deps.now(),
    };
  };

const shownOf = (deps: ReadDeps, members: readonly Member[], wave: Wave): Promise<Shown[]> =>
  Promise.all(members.map(async (member) => ({ member, held: await heldOr(deps, member.reference, wave) })));

const firstShown = async (deps: ReadDeps, wave: Wave): Promise<Shown[]> =>
  shownOf(deps, (await deps.waves.members(wave.id, { limit: firstFew })).members, wave);

/** An erased request is no member any more, nor is one that another department has: even that it is there is not told. */
const heldOr = async (
  deps: ReadDeps,
  reference: string,
  { department }: Pick<Wave, 'department'>,
): Promise<Snapshot | null> => {
  const held = await ifThere(deps.snapshot(reference));
  return held?.request.department === department ? held : null;
};

/** The requests that lead one of these, as far as they are of the department still. */
const leadsOf = async (deps: ReadDeps, shown: readonly Shown[], wave: Wave): Promise<Set<string>> => {
  const leads = [...new Set(shown.flatMap(({ held }) => held?.request.lead ?? []))];
  const held = await Promise.all(leads.map((reference) => heldOr(deps, reference, wave)));
  return new Set(leads.filter((_, at) => held[at] !== null));
};

const memberView = (
  member: Member,
  { request, card }: Snapshot,
  { agent, leads }: { agent: Agent; leads: ReadonlySet<string> },
) => {
  const isReadable = mayRead(agent, request);
  return {
    reference: member.reference,
    subject: isReadable ? card.subject : '',
    sender: isReadable ? card.sender : '',
    state: request.state,
    receivedAt: member.at,
    lead: request.lead && leads.has(request.lead) ? request.lead : null,
    isAnswered: request.answer !== null && !request.answer.isImplicit,
    isOut: member.isOut === true,
    mayGroup: mayWork(agent, request) && request.lead === null && !isSettled(request.state),
  };
};

/** The wave of a request, as long as both are of one department; refuses `not-found`, or `forbidden` for who may not read it. */
export const waveOfRequest =
  (deps: ReadDeps) =>
  async (
    { params }: InputOf<typeof api.readWaveOf>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.readWaveOf>> => {
    const reference = parseReference(params.reference, (await deps.authority()).prefix)?.reference;
    if (!reference) throw new Refusal('not-found');
    const { request } = await deps.snapshot(reference);
    if (!mayRead(agent, request)) throw new Refusal('forbidden');
    const found = await deps.waves.waveOf(reference);
    const department = found ? departmentOf(found.wave) : null;
    const isOurs = department !== null && department === request.department;
    const held = isOurs ? await deps.waves.waves(department) : null;
    const wave = held?.waves.find(({ id }) => id === found?.wave);
    const isOut = found?.isOut === true;
    const again = await deps.again(request, agent);
    return { wave: wave ? waveView(wave) : null, isOut, lead: request.lead, again, now: deps.now() };
  };
