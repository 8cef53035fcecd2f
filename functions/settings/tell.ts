import type { ContactTable } from '../intake/contact-table.adapter.ts';
import type { Hash } from '../requests/journal.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { contactOf, type Demonstration, type Told } from './demonstration.ts';
import type { Seed } from './seed.ts';
import { storyOf } from './story.ts';
import type { Act } from './story-acts.ts';

export type TellDeps = {
  requests: Pick<RequestTable, 'append' | 'openedBy' | 'nextReference' | 'contactLink'>;
  contacts: Pick<ContactTable, 'addContact'>;
  /** Puts the letter of an invented request into the signature book. */
  putLetter(reference: string, told: Told, agents: Seed['agents']): Promise<void>;
  hash: Hash;
  publicUrl: string;
  dayIn(zone: string, instant: string): string;
  now(): string;
};
type Story = { told: Told; reference: string; acts: Act[] };

/** Requests told at once: each has a journal of its own. */
const together = 4;

/**
 * Writes the invented requests through the same door as real ones; told again, nothing is written twice.
 * @returns how to end them. The last act of each wakes its machine, so that whoever has more to write does it before.
 */
export const tell =
  (deps: TellDeps) =>
  async (seed: Seed, { requests }: Demonstration): Promise<() => Promise<void>> => {
    const now = deps.now();
    const stories: Story[] = [];
    for (const told of requests) stories.push(await begin(deps, seed, told, now));
    await several(stories, async (story) => {
      for (const act of story.acts.slice(1, -1)) await play(deps, story, act);
    });
    return () =>
      several(stories, async (story) => {
        const last = story.acts.at(-1);
        if (last) await play(deps, story, last);
        if (story.told.letter) await deps.putLetter(story.reference, story.told, seed.agents);
      });
  };

/** One after the other, so that references follow the order of the file and each number taken is soon a request. */
const begin = async (deps: TellDeps, seed: Seed, told: Told, now: string): Promise<Story> => {
  const { requests, contacts, hash, publicUrl, dayIn } = deps;
  const { authority, agents } = seed;
  const procedure = seed.procedures.find(({ id }) => id === told.procedure) ?? null;
  const first = await requests.openedBy(told.key);
  const reference = first ?? (await requests.nextReference(authority.prefix, Number(now.slice(0, 4))));
  await contacts.addContact(contactOf(told, reference, now), { id: told.key, hash: told.key }, []);
  const scene = { authority, agents, procedure, now, dayIn, publicUrl, hash };
  const acts = storyOf(told, reference, scene);
  const story = { told, reference, acts };
  if (acts[0]) await play(deps, story, acts[0]);
  return story;
};

const play = async (
  { requests }: TellDeps,
  { told, reference }: Story,
  { key, at, change }: Act,
): Promise<void> => {
  const only = key === 'open' ? [requests.contactLink(told.key, reference)] : [];
  await requests.append(reference, { key, at, only }, () => change);
};

const several = async (stories: readonly Story[], work: (one: Story) => Promise<void>): Promise<void> => {
  for (let from = 0; from < stories.length; from += together)
    await Promise.all(stories.slice(from, from + together).map(work));
};
