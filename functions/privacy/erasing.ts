import { type ErasePersonDeps, erasePerson } from './erase-person.ts';
import { type ErasedRequest, unlink } from './erase-request.ts';
import type { Erasure } from './erasure.ts';
import { eraseLeftover } from './leftover.ts';
import { whoever } from './whoever.ts';

export type ErasingDeps = Omit<ErasePersonDeps, 'eraseRequest'> & {
  register: {
    find(of: Pick<Erasure, 'kind' | 'id'>): Promise<Erasure | null>;
    done(of: Pick<Erasure, 'kind' | 'id'>, at: string, kept: Erasure['kept']): Promise<void>;
    /** Once: what is there already stays. */
    note(erasure: Erasure): Promise<void>;
  };
  later: { add(reference: string, erasure: Erasure): Promise<void> };
  eraseRequest(reference: string, asked: Pick<Erasure, 'why' | 'by'>): Promise<ErasedRequest>;
};

/** Carries out one line of the register: for the first time, or anew after a restore. What is not in it is left alone. */
export const erasing =
  (deps: ErasingDeps) =>
  async (of: Pick<Erasure, 'kind' | 'id'>): Promise<Erasure['kept']> => {
    const asked = await deps.register.find(of);
    if (!asked) return [];
    const { why, by } = asked;
    const eraseRequest = async (reference: string) => {
      const erased = await deps.eraseRequest(reference, asked);
      const at = deps.now();
      // A line of its own: in a backup where it still waited for a decision, the person's line alone would keep it.
      if (asked.kind !== 'request')
        await deps.register.note({ kind: 'request', id: reference, at, why, by, doneAt: at });
      return erased;
    };
    const person = { ...deps, eraseRequest };
    const fromRequest = async (reference: string) => (await eraseRequest(reference)).persons;
    const fromContact = async (id: string) => {
      await deps.eraseContact(id);
      return unlink(deps.store, 'contact', id);
    };
    if (asked.kind === 'request' || asked.kind === 'contact') {
      const persons = await (asked.kind === 'request' ? fromRequest(asked.id) : fromContact(asked.id));
      for (const id of persons) await eraseLeftover(person, id);
      await deps.register.done(asked, deps.now(), []);
      return [];
    }
    const who = await whoever(deps.store, { kind: asked.kind, id: asked.id });
    const kept = await erasePerson(person)(who);
    for (const { what } of kept) await deps.later.add(what, asked);
    await deps.register.done(asked, deps.now(), kept);
    return kept;
  };
