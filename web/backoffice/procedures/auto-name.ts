import { type Doc, isRecord, joined, lastOf, listAt, parentOf, read, write } from './document.ts';
import { allNames, nameFrom, renamed, slugFrom, unused } from './names.ts';

/** Names given to what is new, until its wording says better. */
const provisional = /^(question|choix|piece|tarif|etape|ligne|colonne|point|equivalent)-?\d+$/;

/** The document in which a new element takes its name from its wording, once there is one; others keep theirs. */
export function named(doc: Doc, path: string): Doc {
  const item = read(doc, path);
  if (!isRecord(item)) return doc;
  const wording = String(item.label ?? item.title ?? '').trim();
  const key = ['name', 'code', 'value', 'id'].find((each) => provisional.test(String(item[each] ?? '')));
  if (!key || wording === '') return doc;
  const siblings = listAt(doc, parentOf(path)).flatMap((one) =>
    isRecord(one) && one !== item ? [String(one[key] ?? '')] : [],
  );
  if (key !== 'name')
    return write(doc, joined(path, key), unused(slugFrom(wording).slice(0, 50), siblings, '-'));
  const isQuestion = lastOf(parentOf(path)) === 'fields';
  const name = unused(nameFrom(wording), isQuestion ? [...allNames(doc), ...siblings] : siblings);
  return isQuestion ? renamed(doc, path, name) : write(doc, joined(path, key), name);
}
