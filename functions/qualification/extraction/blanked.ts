import { emailsIn, phonesIn } from './contacts.ts';

const other = [
  /\bhttps?:\/\/\S{1,200}|\bwww\.\S{1,200}/giu,
  /(?<![\p{L}])(?:t[ée]l(?:[ée]phone|[ée]copie)?|port(?:able)?|mobile|fixe|fax|mail|courriel|e-?mail|m[ée]l|adresse|tph|gsm|whatsapp)\s?(?:\.|:|(?=\s?\|))/giu,
  /(?<![\p{L}\d])\d{1,4}\s?(?:bis|ter|quater|[a-dA-D](?=[,\s]))?,?\s(?:rue|avenue|av\.?|boulevard|bd\.?|place|pl\.?|impasse|imp\.?|chemin|ch\.?|all[ée]es?|route|rte|quai|cours|square|sentier|passage|villa|mont[ée]e|c[ôo]te|faubourg|fbg|r[ée]sidence|lotissement|hameau|venelle|cit[ée]|clos|domaine|traverse|esplanade|promenade|voie|rond-point)\s(?:[^\n,;|–—.!?()]|\.(?=\S)|(?<=\b\p{L}{1,4})\.){1,60}/giu,
  /(?<=[,\s|])(?:esc(?:alier)?|a?ppt?|apt|appartement|b[âa]t(?:iment)?|logement|lot|porte|bo[iî]te)(?:\.\s?|\s)(?:n°\s?)?(?:\d{1,4}\p{L}?|\p{Lu})(?![\p{L}\d])|(?<=,\s?)\d{1,2}(?:er|e|[èe]me) [ée]tage(?: (?:gauche|droite|droit|face))?/giu,
  /(?<!\d)\d{5}\s\p{Lu}[\p{L}'’ -]{1,50}/gu,
];

/** The same text, place for place, with bars where somebody can be reached: what is left between them are words. */
export const blanked = (text: string): string => {
  let left = text;
  const strike = (start: number, end: number) => {
    left = left.slice(0, start) + '|'.repeat(end - start) + left.slice(end);
  };
  for (const { start, end } of [...emailsIn(text), ...phonesIn(text)]) strike(start, end);
  for (const expression of other) left = left.replace(expression, (found) => '|'.repeat(found.length));
  return left;
};
