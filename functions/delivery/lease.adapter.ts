import { newId } from '../shared/clock.adapter.ts';

/** Longer than the function may run: while a lease holds, its owner is alive or dead, never forgotten. */
const heldForMs = 45_000;

/** A fresh owner each time: who was thought dead and comes back writes nothing. */
export const lease = (): { owner: string; now: string; until: string } => {
  const start = Date.now();
  return {
    owner: newId(),
    now: new Date(start).toISOString(),
    until: new Date(start + heldForMs).toISOString(),
  };
};
