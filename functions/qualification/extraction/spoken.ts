import { isGivenName, isPersonName, isSurelyPerson, nameSource } from './person-name.ts';
import type { Named } from './pieces.ts';

const labelled =
  /^[ \t]*(?:nom(?: et pr[ée]noms?| pr[ée]noms?)?|demandeu(?:r|se)|expéditeur|pr[ée]nom et nom|nom du demandeur|contact)\s?:\s*([^\n,;|]{2,60})/imu;
const firstName = /^[ \t]*pr[ée]noms?\s?:\s*([^\n,;|]{2,40})/imu;
const opening = new RegExp(`^${nameSource}`, 'u');
const saying =
  /(?:\b[Jj]e m['’]appelle|\b[Jj]e soussign[ée]{1,2}e?,?|\b[Jj]e me nomme|\b[Mm]on nom est|\b[Jj]e suis|\b[Ii]ci|\b[Mm]oi c['’]est|\bJE SOUSSIGN[EÉ]E?,?|\b[Nn]ous soussign[ée]s,?|\b[Dd]e la part de|\b[Nn]ous sommes|\b[Cc]['’]?(?:est)?|\b[Aa]u nom de)/u
    .source;
const said = new RegExp(String.raw`${saying}\s+(${nameSource})`, 'gu');

/** Who writes, as the text says in so many words: "Nom : ...", "je m'appelle ...", "je soussigné ...". */
export const saidToBe = (text: string): Named | null => {
  for (const match of text.matchAll(said)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    const isLone =
      isGivenName(name) &&
      !/nom de\s|ici\s/i.test(match[0]) &&
      !/^\s\p{Ll}/u.test(text.slice(start + name.length, start + name.length + 2));
    if (isLone || (isPersonName(name) && (isSurelyPerson(name) || !/est\s|nom de\s/i.test(match[0]))))
      return { start, end: start + name.length, kind: 'person', strength: 4 };
  }
  return null;
};

const thanked = new RegExp(
  String.raw`(?<!\p{L})(?:svp|stp|merci|cordialement|cdlt|cdt|bonne journ.e|bonne soir.e)[,.!]?\s+(${nameSource})`,
  'giu',
);

/** A name right after thanks in the middle of what somebody wrote in a hurry. */
export const namedAfterThanks = (text: string): Named | null => {
  for (const match of text.matchAll(thanked)) {
    const name = (match[1] ?? '').match(opening)?.[0] ?? '';
    const start = match.index + match[0].length - (match[1] ?? '').length;
    if (isPersonName(name) && isSurelyPerson(name))
      return { start, end: start + name.length, kind: 'person', strength: 4 };
  }
  return null;
};

/** The answer to "Nom :" of a form that came as text. */
export const labelledName = (text: string): Named | null => {
  const match = labelled.exec(text);
  if (!match) return null;
  const name = (match[1] ?? '').trim();
  const start = match.index + match[0].indexOf(name, match[0].indexOf(':'));
  const first = firstName.exec(text);
  const isBeside = first && first.index > match.index && first.index - match.index - match[0].length < 3;
  const end = isBeside ? first.index + first[0].trimEnd().length : start + name.length;
  return { start, end, kind: 'person', strength: 4 };
};
