import type { Agent } from '../../agents/agent.ts';
import { mayRead, maySee } from '../../agents/rights.ts';
import { type Contact, destinationOf } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { Snapshot } from '../../requests/items.ts';
import { isEnded } from '../../requests/request.ts';
import { ifThere } from '../../shared/refusal.ts';
import type { AgentContact } from '../agent-api.ts';
import { shownText } from '../shown-text.ts';
import type { Fingerprint } from './compare.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { visibleTo, waveView } from './read-waves.ts';
import type { Entry, SimilarTable } from './similar-table.adapter.ts';
import { isOf, nearness } from './wave.ts';
import type { WaveTable } from './wave-table.adapter.ts';

export type AlikeDeps = {
  index: Pick<SimilarTable, 'fingerprint' | 'near'>;
  waves: Pick<WaveTable, 'waves'>;
  header(id: string): Promise<ContactHeader>;
  snapshot(reference: string): Promise<Snapshot>;
  /** Name of an agent by login; the login where nobody bears it any more. */
  nameOf(login: string): Promise<string>;
  departments(): Promise<string[]>;
};
type Alike = AgentContact['alike'];
type Past = Alike['past'][number];

/** The nearest few are looked up; at most three are shown. */
const lookedUp = 6;
const shown = 3;

/** What was decided about a letter of before, as far as this agent may know; null while nothing was, or for who may not. */
const decided = async (
  deps: AlikeDeps,
  one: Fingerprint,
  { entry, kind }: Likeness<Entry>,
  agent: Agent,
): Promise<Past | null> => {
  const header = await ifThere(deps.header(entry.contactId));
  if (!header || !maySee(agent, destinationOf(header))) return null;
  const { decision, requestReference: reference, state } = header;
  const held = reference ? await ifThere(deps.snapshot(reference)) : null;
  const department = held?.request.department ?? destinationOf(header);
  if (!maySee(agent, department)) return null;
  const isAside = state === 'quarantined' && header.quarantineReason !== 'automatic';
  if (!held && !isAside && kind === 'subject') return null;
  const by = decision?.by ?? held?.request.openedBy ?? null;
  const login = by?.startsWith('agent:') ? by.slice('agent:'.length) : null;
  return {
    contactId: entry.contactId,
    kind,
    receivedAt: header.receivedAt,
    subject: shownText(header.proposal?.subject || header.subject),
    state,
    reason: header.quarantineReason ?? null,
    department: held || isAside ? department : null,
    decidedBy: held && login ? await deps.nameOf(login) : null,
    decidedAt: decision?.at ?? held?.request.openedAt ?? null,
    reference: reference ?? null,
    isSamePerson: one.who !== '' && one.who === entry.who,
    mayJoin: held !== null && mayRead(agent, held.request) && !isEnded(held.request.state),
  };
};

/** What came in before and is like a contact, the nearest first, and the wave it seems to be of. */
export const alikeTo =
  (deps: AlikeDeps) =>
  async (contact: Pick<Contact, 'id' | 'proposal'>, agent: Agent): Promise<Alike> => {
    const one = await deps.index.fingerprint(contact.id);
    if (!one) return { past: [], wave: null };
    const near = (await deps.index.near(one))
      .flatMap((entry) => likenessOf(one, entry) ?? [])
      .sort((a, b) => b.score - a.score || (a.entry.at < b.entry.at ? 1 : -1))
      .slice(0, lookedUp);
    const past = await Promise.all(near.map((likeness) => decided(deps, one, likeness, agent)));
    return {
      past: past.filter((each) => each !== null).slice(0, shown),
      wave: await waveFor(deps, one, contact, agent),
    };
  };

/** A wave of a department that is proposed for it, or of another that it resembles still more. */
const waveFor = async (
  deps: AlikeDeps,
  one: Fingerprint,
  { proposal }: Pick<Contact, 'proposal'>,
  agent: Agent,
): Promise<Alike['wave']> => {
  const asked = [proposal?.department, ...(proposal?.others ?? []).map(({ department }) => department)];
  const codes = visibleTo(agent, await deps.departments()).filter((code) => asked.includes(code));
  const held = await Promise.all(codes.map((code) => deps.waves.waves(code)));
  const [best] = held
    .flatMap(({ waves }) => waves)
    .filter((wave) => isOf(one, wave))
    .sort((a, b) => nearness(one, b) - nearness(one, a));
  return best ? waveView(best) : null;
};
