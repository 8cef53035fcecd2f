import type { SearchDocument } from './document.ts';
import { type Entry, entriesOf, isSingle } from './entries.ts';

/** The document itself, once, and what could not be written with it. */
export const documentKey = ({ kind, id }: Pick<SearchDocument, 'kind' | 'id'>): Entry => ({
  pk: `doc#${kind}#${id}`,
  sk: 'DOC',
});
export const restPrefix = 'REST#';
export type IndexItem = Entry & { document?: SearchDocument; entries?: Entry[] };
export type IndexWrite = { put: IndexItem } | { gone: Entry };
export const mostWrites = 60;

const cut = (texts: readonly string[], longest: number): string[] =>
  texts.slice(0, 10).map((text) => text.slice(0, longest));
/** What is kept of a document: a few kilobytes at most, whatever it was given, its fields always in this order. */
export const bounded = (document: SearchDocument): SearchDocument => ({
  kind: document.kind,
  id: document.id,
  names: cut(document.names, 120),
  phones: cut(document.phones, 20),
  emails: cut(document.emails, 120),
  addresses: cut(document.addresses, 160),
  codes: cut(document.codes, 40),
  subject: document.subject?.slice(0, 300) ?? null,
  department: document.department,
  at: document.at,
  shown: {
    title: document.shown.title.slice(0, 200),
    detail: document.shown.detail.slice(0, 300),
    state: document.shown.state,
  },
});

export const isSame = (one: SearchDocument | null, other: SearchDocument | null): boolean =>
  JSON.stringify(one && bounded(one)) === JSON.stringify(other && bounded(other));

export const nameOf = ({ pk, sk }: Entry): string => `${pk} ${sk}`;
/** FNV-1a: the same rest is the same item, another rest another. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
};

/**
 * What a transaction writes for the index to follow a document: at most sixty items. `before` is what was indexed, null for
 * somebody new; `after` null takes everything away. What is more waits in an item of its own, with the words it lost, for
 * complete.lambda.ts, which hears of the change on the bus (`person-changed`, `request-opened`, `search-due`).
 * @param most when the transaction has less room than that; two at least
 */
export function indexWrites(
  before: SearchDocument | null,
  after: SearchDocument | null,
  most = mostWrites,
): IndexWrite[] {
  const [was, is] = [before && bounded(before), after && bounded(after)];
  const [old, wanted] = [was ? entriesOf(was) : [], is ? entriesOf(is) : []];
  const [oldNames, wantedNames] = [new Set(old.map(nameOf)), new Set(wanted.map(nameOf))];
  const added = wanted.filter((entry) => !oldNames.has(nameOf(entry)));
  const gone = old.filter((entry) => !wantedNames.has(nameOf(entry)));
  const own = (is ?? was) as SearchDocument | null;
  if (!own || isSame(was, is)) return [];
  const document: IndexWrite = is
    ? { put: { ...documentKey(is), document: is } }
    : { gone: documentKey(own) };
  const writes: IndexWrite[] = [
    ...added.map((entry): IndexWrite => ({ put: entry })),
    ...gone.map((entry): IndexWrite => ({ gone: entry })),
  ];
  const words = gone.filter(isSingle);
  if (writes.length < most && words.length === 0) return [document, ...writes];
  const now = writes.slice(0, most - 2);
  const later = writes.slice(most - 2).map((write) => ('put' in write ? write.put : write.gone));
  const entries = [...new Map([...later, ...words].map((entry) => [nameOf(entry), entry])).values()];
  const sk = `${restPrefix}${digest(entries.map(nameOf).join('\n'))}`;
  return [document, ...now, { put: { pk: documentKey(own).pk, sk, entries } }];
}

/** The same, as items of a TransactWriteItems of the document client. */
export const indexTransaction = (
  TableName: string,
  before: SearchDocument | null,
  after: SearchDocument | null,
  most = mostWrites,
) =>
  indexWrites(before, after, most).map((write) =>
    'put' in write
      ? { Put: { TableName, Item: { ...write.put } as Record<string, unknown> } }
      : { Delete: { TableName, Key: { pk: write.gone.pk, sk: write.gone.sk } } },
  );
