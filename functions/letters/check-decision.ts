import type { Found } from './check-letter.ts';
import type { LetterFacts, LetterGiven } from './letter.ts';
import { gaps } from './messages/gaps-fr.ts';

/** Enough words to be a reason and not its label. */
const shortest = 12;
const inLaw = /\ben droit\b\s*[:,-]?([\s\S]*?)(?=\ben fait\b|$)/i;
const inFact = /\ben fait\b\s*[:,-]?([\s\S]*?)(?=\ben droit\b|\n{2,}|$)/i;
const text =
  /\b(?:articles?\s+(?:[LRD]\.?\s*\*?\d|\d)|code\s+(?:de|du|des|g|é)|loi\s+(?:n|du)|d[ée]cret|ordonnance|arr[êe]t[ée]|r[èe]glement|d[ée]lib[ée]ration|convention|circulaire)/i;
const because =
  /\b(?:parce que|car|en effet|au motif|aux motifs|puisque|consid[ée]rant|attendu|d[èe]s lors que|du fait|en raison)\b/i;

/** Accents, apostrophes and spaces as one finds them. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a letter that decides has to hold: reasons of a refusal, remedies, notice of an algorithm, signature. */
export const decisionProblems = (letter: LetterGiven, facts: LetterFacts): Found[] => {
  if (facts.kind !== 'decision' || !facts.outcome) return [];
  return [
    ...(facts.outcome === 'refused' ? [...reasons(letter.text), ...remedies(letter, facts)] : []),
    ...(facts.algorithm ? notice(letter) : []),
    ...signature(letter, facts),
  ];
};

const reasons = (words: string): Found[] => {
  const written = words.replace(gaps, '');
  const law = inLaw.exec(written)?.[1];
  const fact = inFact.exec(written)?.[1];
  const isInLaw = law === undefined ? text.test(written) : law.trim().length >= shortest;
  const isInFact = fact === undefined ? because.test(written) : fact.trim().length >= shortest;
  return [
    ...(isInLaw ? [] : [{ code: 'law-missing' as const }]),
    ...(isInFact ? [] : [{ code: 'facts-missing' as const }]),
  ];
};

const remedies = (letter: LetterGiven, { court }: LetterFacts): Found[] => {
  if (court.address.trim() === '') return [{ code: 'court-address-missing', place: court.name }];
  const said = plain([letter.text, ...(letter.mentions ?? []).map((mention) => mention.text)].join(' '));
  const isWhole = ['recours', 'delai de deux mois', 'telerecours', plain(court.name)].every((one) =>
    said.includes(one),
  );
  if (!isWhole) return [{ code: 'remedies-missing' }];
  return said.includes(plain(court.address)) ? [] : [{ code: 'court-address-missing', place: court.name }];
};

const notice = ({ text: words, mentions = [] }: LetterGiven): Found[] => {
  const said = plain([words, ...mentions.map((mention) => mention.text)].join(' '));
  const isThere = said.includes('traitement algorithmique') && /l\. ?311-3-1/.test(said);
  return isThere ? [] : [{ code: 'algorithm-notice-missing' }];
};

const signature = ({ signature: block }: LetterGiven, { mayBeUnsigned }: LetterFacts): Found[] => {
  const { signatory, mode } = block ?? {};
  const isNamed = [signatory?.givenName, signatory?.familyName, signatory?.title].every((one) => one?.trim());
  return [
    ...(isNamed ? [] : [{ code: 'signature-missing' as const }]),
    ...(mode === 'unsigned' && !mayBeUnsigned ? [{ code: 'unsigned-not-allowed' as const }] : []),
  ];
};
