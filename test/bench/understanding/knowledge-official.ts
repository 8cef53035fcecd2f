import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { elementsOf, readXml, textOf, type XmlElement } from '../../../functions/knowledge/fiches/xml.ts';
import type { SearchText } from '../../../functions/knowledge/search/fields.ts';
import { type Judgement, type Query, queriesOf } from './knowledge.ts';

type Official = { id: string; title: string; text: string; volume: string; type: string };
const size = 503;
const numberOf = (id: string) => Number(id.replace(/\D/g, ''));
const text = ({ id, title, text: body }: Official): SearchText => ({ id, title, body });

/** Always the same order that has nothing to do with the collection's own. */
const shuffled = <T extends { id: string }>(all: readonly T[]): T[] =>
  [...all].sort(
    (one, other) => ((numberOf(one.id) * 7919) % 10_007) - ((numberOf(other.id) * 7919) % 10_007),
  );

/**
 * Sets made of the official articles of 2020: what other articles call them, questions without the title, and queries
 * written for this project. The odd half of each is kept apart.
 * @param folder the reference data; nothing when it is not there
 */
export function officialSets(folder: string | undefined): Judgement[] {
  const home = join(folder ?? '', 'service-public-2020');
  if (!folder || !existsSync(join(home, 'fiches.jsonl.gz'))) return [];
  const all = gunzipSync(readFileSync(join(home, 'fiches.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Official)
    .filter((one, at, list) => one.text.length > 200 && list.findIndex(({ id }) => id === one.id) === at);
  const byId = new Map(all.map((one) => [one.id, one]));
  const called = calledIn(join(home, 'xml'), byId);
  const written = queriesOf('national.jsonl').filter(({ wanted }) => wanted.every((id) => byId.has(id)));
  const questions = shuffled(all.filter(({ type }) => type.startsWith('Fiche Q')));
  return [0, 1].flatMap((parity) => {
    const name = parity ? 'kept apart' : 'tuned on';
    const names = called.filter(({ wanted }) => numberOf(wanted[0] ?? '') % 2 === parity);
    const own = written.filter(({ id }) => numberOf(id) % 2 === parity);
    const asked = new Set([...names, ...own].flatMap(({ wanted }) => wanted));
    const others = shuffled(all.filter(({ id }) => !asked.has(id)));
    const texts = [...all.filter(({ id }) => asked.has(id)), ...others].slice(0, size).map(text);
    const drawn = questions.slice(parity * size, (parity + 1) * size);
    return [
      { title: `official, short queries, ${name}`, texts, queries: own },
      { title: `official, names in links, ${name}`, texts, queries: names },
      {
        title: `official, question, ${name}`,
        texts: drawn.map((one) => ({ ...text(one), title: '' })),
        queries: drawn.map(({ id, title }) => ({ id, query: title, wanted: [id] })),
      },
    ];
  });
}

const plain = (words: string) => words.toLowerCase().replace(/\W+/g, ' ').trim();
/** A name that could be anything's. */
const vague = /dans certains cas|droit$|^demander|conditions|cas par/;

/** What articles call other articles in their links and folders, where it is not the title. */
function calledIn(folder: string, byId: ReadonlyMap<string, Official>): Query[] {
  const names = new Map<string, Query>();
  const visit = (element: XmlElement): void => {
    const id = element.name === 'Fiche' ? element.attributes.ID : element.attributes.LienPublication;
    const words = textOf(element);
    const known =
      (element.name === 'Fiche' || element.name === 'LienInterne') && id ? byId.get(id) : undefined;
    const isName = words.length >= 3 && words.length <= 70 && !vague.test(words);
    if (id && known && isName && plain(words) !== plain(known.title))
      names.set(`${id} ${words}`, { id, query: words, wanted: [id] });
    elementsOf(element).forEach(visit);
  };
  for (const file of readdirSync(folder).sort()) {
    const root = readXml(readFileSync(join(folder, file), 'utf8'));
    if (root) visit(root);
  }
  return [...names.values()];
}
