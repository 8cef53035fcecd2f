import type { Link, LinkKind } from '../../citizens/items.ts';
import { identsOf, linkedKey, personKey } from '../../citizens/items.ts';
import type { Person } from '../../citizens/person.ts';
import type { SearchDocument } from '../../search/document.ts';
import { outboxItem } from '../../shared/events.ts';
import type { Part, PartDeps } from '../part.ts';
import { type Item, keyOf } from '../store.ts';
import { unindex } from '../unindex.ts';

const others = ['KIN#', 'DUP#', 'NOT#'] as const;
/** The same thing as it was said on the sheet of somebody else. */
const mirrored = (id: string, { sk }: Item): { pk: string; sk: string }[] =>
  others.flatMap((prefix) =>
    sk.startsWith(prefix) ? [{ pk: personKey(sk.slice(prefix.length)), sk: `${prefix}${id}` }] : [],
  );

const eraseSheet = async ({ store, now }: PartDeps, id: string): Promise<void> => {
  const items = await store.items('citizens', personKey(id));
  const person = items.find(({ sk }) => sk === 'PERSON')?.person as Person | undefined;
  const found = await store.find('search', { pk: `doc#person#${id}`, sk: 'DOC' });
  if (found) await unindex(store, found.document as SearchDocument);
  const links = items.flatMap(({ link }) => {
    const { kind, id: of } = (link ?? {}) as Partial<Link>;
    return kind && of ? [linkedKey(kind as LinkKind, of)] : [];
  });
  await store.remove('citizens', [
    ...(person ? identsOf(person) : []),
    ...items.flatMap((item) => mirrored(id, item)),
    ...links,
  ]);
  // What completes the index hears of it by the sheet's own outbox, which goes by itself.
  const seconds = Math.floor(Date.parse(now()) / 1000);
  const told = outboxItem(
    personKey(id),
    `erased-${now()}`,
    { type: 'person-changed', detail: { personId: id } },
    seconds,
  );
  await store.put('citizens', { ...told });
  await store.remove('citizens', items.filter(({ sk }) => !sk.startsWith('OUTBOX#')).map(keyOf));
};

/** Their sheets in the register of citizens, with what was said of them and who looked at them. */
export const register: Part = {
  code: 'register',
  async held({ store }, { personIds }) {
    const items = await Promise.all(personIds.map((id) => store.items('citizens', personKey(id))));
    return items.flat().flatMap(({ person, kin, reading }) => person ?? kin ?? reading ?? []);
  },
  async erase(deps, { personIds }) {
    for (const id of personIds) await eraseSheet(deps, id);
  },
};
