import type { ContactTable } from '../intake/contact-table.adapter.ts';
import type { Hash } from '../requests/journal.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { contactOf, type Demonstration, type Told } from './demonstration.ts';
import type { Seed } from './seed.ts';
import { storyOf } from './story.ts';

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

/** Writes the invented requests through the same door as real ones; told again, nothing is written twice. */
export const tell =
  (deps: TellDeps) =>
  async (seed: Seed, { requests }: Demonstration): Promise<void> => {
    const now = deps.now();
    for (const told of requests) await tellOne(deps, seed, told, now);
  };

const tellOne = async (deps: TellDeps, seed: Seed, told: Told, now: string): Promise<void> => {
  const { requests, contacts, hash, publicUrl, dayIn } = deps;
  const { authority, agents } = seed;
  const procedure = seed.procedures.find(({ id }) => id === told.procedure) ?? null;
  const first = await requests.openedBy(told.key);
  const reference = first ?? (await requests.nextReference(authority.prefix, Number(now.slice(0, 4))));
  await contacts.addContact(contactOf(told, reference, now), { id: told.key, hash: told.key }, []);
  const scene = { authority, agents, procedure, now, dayIn, publicUrl, hash };
  for (const { key, at, change } of storyOf(told, reference, scene)) {
    const only = key === 'open' ? [requests.contactLink(told.key, reference)] : [];
    await requests.append(reference, { key, at, only }, () => change);
  }
  if (told.letter) await deps.putLetter(reference, told, agents);
};
