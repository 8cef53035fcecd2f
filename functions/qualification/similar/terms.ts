import { normalise } from '../routing/features.ts';
import { stemOf } from '../routing/stem.ts';
import fields from './fields.json' with { type: 'json' };
import shares from './stem-shares.json' with { type: 'json' };

/** A stem of a text, or something missing (`-eau`), and how much sharing it says. */
export type Weighed = { term: string; weight: number };

/** Letters of a thousand that hold a stem, over the corpus of invented letters. */
const known: Record<string, number> = shares;
const stems = (words: string): Set<string> => new Set(words.split(' ').map(stemOf));
const greeting = stems(
  'bonjour bonsoir madame monsieur merci cordialement salutation svp bjr hello maire mairie veuillez agreer distingue',
);
/** Words of one thing meet under its name: a street lamp, the lighting and a dark street are one matter. */
const fieldOf = new Map(
  Object.entries(fields).flatMap(([field, words]) =>
    [...stems(words)].map((stem) => [stem, `=${field}`] as const),
  ),
);
const fieldWeight = 1.2;

/** What people who miss something say, each in their own way: what stands beside it is what they miss. */
const lacking = stems(
  'plus pas sans aucun aucune manque manquer absence prive privee coupure coupe coupee couper interruption interrompu interrompue panne arret arrete sec rien ferme fermee annule annulee disparu inaccessible eteint eteinte oublie oubliee deborde debordent vider videe ramassees',
);
/** Whether a stem says that something is missed. */
export const saysMissing = (stem: string): boolean => lacking.has(stem);
const leastLetters = 3;
/** How many words away what is missing may stand. */
const reach = 3;

/** Stems of a text without greetings, numbers and words of two letters, in their order. */
export const stemsOf = (text: string): string[] =>
  normalise(text)
    .split(' ')
    .filter((word) => word.length >= leastLetters && !/\d/.test(word))
    .map(stemOf)
    .filter((stem) => !greeting.has(stem));

/** A name, which no letter of the corpus holds, says where, not what. */
const name = 2;
const strongest = 2.6;
/** How much a stem says, from 0, when one letter in five holds it, to `strongest`. */
export const weightOf = (stem: string): number => {
  const share = known[stem];
  return share === undefined ? name : Math.max(0, Math.min(strongest, Math.log(200 / share)));
};

/** What is missed: `-eau` for no water, a dry tap, water that was cut. */
const missed = (list: readonly string[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const [at, stem] of list.entries())
    if (lacking.has(stem))
      for (const near of list.slice(Math.max(0, at - reach), at + reach + 1))
        if (fieldOf.has(near)) found.set(`-${fieldOf.get(near)}`, 0.8 + fieldWeight);
        else if (!lacking.has(near) && (known[near] ?? 0) > 0 && weightOf(near) > 0.7)
          found.set(`-${near}`, 0.8 + weightOf(near));
  return found;
};

/**
 * The terms that say what a message is about, strongest first; those of its subject count half more.
 * @param without words that are somebody's: a name is no subject
 */
export const telling = (
  { subject, text }: { subject: string; text: string },
  { without = [], most = 32 }: { without?: readonly string[]; most?: number } = {},
): Weighed[] => {
  const own = new Set(without.flatMap(stemsOf));
  const inSubject = new Set(stemsOf(subject));
  const list = stemsOf(`${subject}\n${text}`).filter((stem) => !own.has(stem));
  const weights = missed(list);
  for (const stem of list) {
    const field = fieldOf.get(stem);
    if (field) weights.set(field, fieldWeight);
  }
  for (const stem of list) weights.set(stem, weightOf(stem) * (inSubject.has(stem) ? 1.5 : 1));
  return [...weights]
    .map(([term, weight]) => ({ term, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
};
