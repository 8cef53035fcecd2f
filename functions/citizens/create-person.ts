import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { createPerson as create, findAlike as find } from './agent-api.ts';
import { cardOf } from './card.ts';
import { type Clues, cluesOf, saysNobody } from './clues.ts';
import { foldPersons } from './cluster.ts';
import type { DuplicateTable } from './duplicate-table.adapter.ts';
import { makePerson } from './make-person.ts';
import { thresholds } from './match.ts';
import type { Traits } from './person.ts';
import type { PersonTable } from './person-table.adapter.ts';
import type { ReadJournal } from './read-journal.adapter.ts';
import { resolve } from './resolve.ts';

export type CreateDeps = {
  people: Pick<PersonTable, 'candidates' | 'changes' | 'gather' | 'transact'>;
  duplicates: Pick<DuplicateTable, 'propose'>;
  /** Null where whoever is alike is shown to nobody. */
  journal: Pick<ReadJournal, 'note'> | null;
  derivedId(...parts: string[]): string;
  now(): string;
  epochSeconds(): number;
};
const fields = ['email', 'phone', 'birth', 'siret', 'rna'] as const;

/** What was typed and cannot be read is told to the agent, who has the person in front of them. */
const refuseUnreadable = (traits: Traits, clues: Clues): void => {
  const wrong = fields.filter((field) => traits[field]?.trim() && !clues[field]);
  if (wrong.length > 0)
    throw new Refusal(
      'invalid-input',
      wrong.map((field) => ({ field: `traits.${field}`, code: 'invalid' })),
    );
};

const alikeTo = async ({ people }: Pick<CreateDeps, 'people'>, clues: Clues, but: string | null) => {
  const candidates = (await people.candidates(clues)).filter(
    ({ members }) => !members.some(({ id }) => id === but),
  );
  const matches = resolve(clues, candidates).slice(0, 10);
  const alike = matches.flatMap((match) => {
    const found = candidates.find(({ members }) => members.some(({ id }) => id === match.personId));
    const { confidence, reasons } = match;
    return found
      ? [{ person: cardOf(foldPersons(found.members)), confidence, reasons, members: found.members }]
      : [];
  });
  const sheets = alike.flatMap(({ members }) => members.map(({ id }) => id));
  return { matches, sheets, alike: alike.map(({ members: _, ...each }) => each) };
};

/** Whoever is shown is read: it is written down before. */
const noteShown = (journal: CreateDeps['journal'], sheets: string[], login: string, at: string) =>
  journal?.note(sheets, { at, by: `agent:${login}`, reason: 'duplicate', reference: null });

/** Who may be somebody just described, best first. */
export const findAlike =
  (deps: Pick<CreateDeps, 'people' | 'now' | 'journal'>) =>
  async ({ body }: InputOf<typeof find>, { agent }: AgentCaller): Promise<ReplyOf<typeof find>> => {
    const { alike, sheets } = await alikeTo(deps, cluesOf(body.traits), null);
    await noteShown(deps.journal, sheets, agent.login, deps.now());
    return { alike };
  };

/** Refuses `invalid-input` for nobody and for what cannot be read. Likely duplicates are proposed, never merged. */
export const createPerson =
  (deps: CreateDeps) =>
  async (
    { body, headers }: InputOf<typeof create>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof create>> => {
    const clues = cluesOf(body.traits);
    refuseUnreadable(body.traits, clues);
    if (saysNobody(clues)) throw new Refusal('invalid-input', [{ field: 'traits.name', code: 'required' }]);
    // What was mended before it was sent again is not the same call.
    const said = JSON.stringify([body.kind, clues]);
    const id = deps.derivedId('person', agent.login, headers['idempotency-key'], said);
    const [before] = await deps.people.gather([id]);
    const at = deps.now();
    const made = makePerson(id, body.kind, clues, { source: 'declared', at, by: `agent:${agent.login}` });
    if (!before) await deps.people.transact(deps.people.changes(null, made, deps.epochSeconds()));
    const { matches, alike, sheets } = await alikeTo(deps, clues, id);
    for (const match of matches)
      if (match.confidence >= thresholds.proposed) await deps.duplicates.propose(id, match, at);
    await noteShown(deps.journal, sheets, agent.login, at);
    return { person: cardOf(before ? foldPersons(before.members) : made), alike };
  };
