import type { AgentCaller } from '../agents/caller.ts';
import { maySee } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { Download, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { Look } from './eligible.ts';
import { inWords, register, titleOf, slips as words } from './messages/register-fr.ts';
import { registerOf } from './processing.ts';
import type { Proof } from './proof.ts';
import { trySlip } from './run.ts';
import { type SeriesDeps, seriesOf } from './series.ts';
import { agree, mostOfSlip, noteTrial, noteVisa, refuse, type Slip } from './slip.ts';
import { cutoffOf } from './usual.ts';

export type ServeDeps = Omit<SeriesDeps, 'authority'> & {
  authority(): Promise<Authority>;
  prepare(): Promise<Slip[]>;
  slips: {
    listed(list: 'open' | 'over', most: number): Promise<Slip[]>;
    find(id: string): Promise<Slip>;
    save(slip: Slip): Promise<void>;
  };
  look: Look;
  proofs(kind: 'journal' | 'entries'): Promise<Proof[]>;
  csv(rows: readonly (readonly string[])[]): string;
  today(): Promise<string>;
  now(): string;
};
type Agent = AgentCaller['agent'];
type One = ReplyOf<typeof api.readSlip>;

const seesAll = ({ roles }: Agent): boolean =>
  roles.some((role) => role === 'quality' || role === 'administrator');
/** Heads see their departments' slips; the quality unit and administrators all but the cabinet's. */
const seesSlip = (agent: Agent, { department }: Slip): boolean =>
  (department !== null && agent.departments.includes(department)) ||
  (seesAll(agent) && maySee(agent, department));
/** Whose agreement counts: the head of the department, or an administrator where it has none. */
const mayAgree = (agent: Agent, { department }: Slip): boolean =>
  department === null
    ? agent.roles.includes('administrator')
    : agent.roles.includes('head') && agent.departments.includes(department);

export const cardOf = (slip: Slip, agent: Agent): ReplyOf<typeof api.listSlips>['slips'][number] => {
  const { references, keep, procedure: _, ...rest } = slip;
  const of = rest.of ?? 'requests';
  return { ...rest, of, count: references.length, kept: keep.length, mayAgree: mayAgree(agent, slip) };
};

export const serve = (deps: ServeDeps) => {
  const whole = async () => {
    const [authority, procedures] = await Promise.all([deps.authority(), deps.procedures()]);
    const nameOf = (code: string) => authority.departments.find((one) => one.code === code)?.name ?? code;
    return {
      controller: register.controller(authority.name, authority.contact.postalAddress),
      officer: register.officer(authority.contact.email),
      transfers: authority.telephony?.region === 'eu-west-2' ? register.london : register.none,
      security: register.security,
      lines: registerOf(authority, procedures).map((one) => inWords(one, nameOf)),
      now: deps.now(),
    };
  };
  const shown = (slip: Slip, agent: Agent): One => ({
    ...{ slip: cardOf(slip, agent), references: slip.references, now: deps.now() },
  });
  const found = async (id: string, agent: Agent): Promise<Slip> => {
    const slip = await deps.slips.find(id);
    if (!seesSlip(agent, slip)) throw new Refusal('not-found');
    return slip;
  };
  /** Changes a slip over the version that was looked at; refuses `conflict`. */
  const change = async (
    id: string,
    agent: Agent,
    version: number,
    make: (slip: Slip) => Slip,
  ): Promise<One> => {
    const slip = await found(id, agent);
    if (slip.version !== version) throw new Refusal('conflict');
    const next = make(slip);
    await deps.slips.save(next);
    return shown(next, agent);
  };
  const fileOf = (name: string, rows: string[][]): Download => ({
    ...{ name, bytes: new TextEncoder().encode(deps.csv(rows)) },
  });

  return {
    register: whole,
    async registerFile(): Promise<Download> {
      const { controller, officer, transfers, security, lines } = await whole();
      const rows = lines.map(({ title, purpose, basis, people, data, recipients, retention }) => [
        ...[title, purpose, basis, people, data, recipients, retention, transfers, security],
      ]);
      return fileOf(register.file, [[controller], [officer], [...register.headings], ...rows]);
    },

    async list(_: unknown, { agent }: AgentCaller): Promise<ReplyOf<typeof api.listSlips>> {
      const [open, over] = await Promise.all([deps.slips.listed('open', 100), deps.slips.listed('over', 20)]);
      const slips = [...open, ...over].filter((slip) => seesSlip(agent, slip));
      return {
        slips: slips.map((slip) => cardOf(slip, agent)),
        mayNoteVisa: seesAll(agent),
        now: deps.now(),
      };
    },
    async preview(): Promise<ReplyOf<typeof api.previewRetention>> {
      const [today, series] = await Promise.all([deps.today(), seriesOf(deps)]);
      const lines = series.map(async ({ of, procedure, title, rule, ...one }) => {
        const due = await one.due(cutoffOf(today, rule.months), mostOfSlip);
        return {
          ...{ of: of ?? ('requests' as const), procedure, title, ...rule },
          ...{ due: due.length, isMore: due.length === mostOfSlip, oldest: due[0]?.closedAt ?? null },
        };
      });
      return { procedures: await Promise.all(lines), now: deps.now() };
    },
    prepare: async () => ({ made: (await deps.prepare()).length }),
    read: async ({ params }: InputOf<typeof api.readSlip>, { agent }: AgentCaller) =>
      shown(await found(params.id, agent), agent),
    async file({ params }: InputOf<typeof api.downloadSlip>, { agent }: AgentCaller): Promise<Download> {
      const slip = await found(params.id, agent);
      const { department, cutoff, rule } = slip;
      const rows = slip.references.map((reference) => {
        const kept = slip.keep.find((one) => one.reference === reference);
        return [
          ...[reference, titleOf(slip), department ?? '', cutoff.slice(0, 10), words.fate[rule.disposal]],
          kept ? words.kept(kept.reason) : words.goes,
        ];
      });
      return fileOf(words.file(slip.id), [[...words.headings], ...rows]);
    },
    agree: ({ params, body }: InputOf<typeof api.agreeToSlip>, { agent }: AgentCaller) =>
      change(params.id, agent, body.version, (slip) => {
        if (!mayAgree(agent, slip)) throw new Refusal('forbidden');
        return agree(slip, `agent:${agent.login}`, deps.now(), body.keep);
      }),
    noteVisa: ({ params, body }: InputOf<typeof api.noteVisaOfSlip>, { agent }: AgentCaller) =>
      change(params.id, agent, body.version, (slip) =>
        noteVisa(slip, `agent:${agent.login}`, deps.now(), body.visa, body.on),
      ),
    refuse: ({ params, body }: InputOf<typeof api.refuseSlip>, { agent }: AgentCaller) =>
      change(params.id, agent, body.version, (slip) =>
        refuse(slip, `agent:${agent.login}`, deps.now(), body.reason),
      ),
    async attempt({ params }: InputOf<typeof api.trySlipNow>, { agent }: AgentCaller): Promise<One> {
      const slip = await found(params.id, agent);
      const next = noteTrial(slip, await trySlip(slip, deps.look, deps.now()));
      await deps.slips.save(next);
      return shown(next, agent);
    },

    async proofs(): Promise<ReplyOf<typeof api.readProofs>> {
      const [journal, entries] = await Promise.all([deps.proofs('journal'), deps.proofs('entries')]);
      const shownOf = ({ found, ...rest }: Proof) => ({ ...rest, found: found as { why: string }[] });
      return { journal: journal.map(shownOf), entries: entries.map(shownOf), now: deps.now() };
    },
  };
};
