import { personKey } from '../citizens/items.ts';
import { type ErasePersonDeps, erasePerson } from './erase-person.ts';
import { whoever } from './whoever.ts';

/**
 * A sheet that only an erased request had made somebody of: nobody is kept in the register for nothing. Whoever has an account,
 * another request or another contact stays.
 */
export const eraseLeftover = async (deps: ErasePersonDeps, personId: string): Promise<void> => {
  const who = await whoever(deps.store, { kind: 'person', id: personId });
  if (who.account || who.persons.length === 0) return;
  const links = await Promise.all(
    who.personIds.map((id) => deps.store.items('citizens', personKey(id), 'LINK#')),
  );
  if (links.flat().length === 0) await erasePerson(deps)(who);
};
