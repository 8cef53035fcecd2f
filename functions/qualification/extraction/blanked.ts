import { emailsIn, phonesIn } from './contacts.ts';
import type { Span } from './lines.ts';

const other = [
  /(?:(?<![\p{L}])(?:(?:dossier|demande|r[ée]f(?:[ée]rence)?|num[ée]ro|n[°ºo]|compteur|index|matricule|contrat|client)[\p{L} .°:,']{0,25}?)\s?)?(?<![\p{L}\d])(?:[A-Z]{1,4}[- ]\d[\d-]{3,14}(?:-[A-Z])?|\d{4,9})(?=[\s.,;)|]*$)/gmu,
  /\bhttps?:\/\/\S{1,200}|\bwww\.\S{1,200}/giu,
  /(?<![\p{L}])(?:t[ée]l(?:[ée]phone|[ée]copie)?|portable|(?<!(?:du|le|au|[àa])\s)port|mobile|fixe|fax|mail|courriel|e-?mail|m[ée]l|adresse|tph|gsm|whatsapp)\s?(?:\.|:|(?=[ \t]?\|))/giu,
  /(?<![\p{L}\d])\d{1,4}\s?(?:bis|ter|quater|[a-dA-D](?=[,\s]))?,?\s(?:rue|avenue|av\.?|boulevard|bd\.?|place|pl\.?|impasse|imp\.?|chemin|ch\.?|all[ée]es?|route|rte|quai|cours|square|sentier|passage|villa|mont[ée]e|c[ôo]te|faubourg|fbg|r[ée]sidence|lotissement|hameau|venelle|cit[ée]|clos|domaine|traverse|esplanade|promenade|voie|rond-point)\s(?:[^\n,;|–—.!?()]|\.(?=\S)|(?<=\b\p{L}{1,4})\.){1,60}/giu,
  /(?<=[,\s|])(?:esc(?:alier)?|a?ppt?|apt|appartement|b[âa]t(?:iment)?|logement|lot|porte|bo[iî]te)(?:\.\s?|\s)(?:n°\s?)?(?:\d{1,4}\p{L}?|\p{Lu})(?![\p{L}\d])|(?<=,\s?)\d{1,2}(?:er|e|[èe]me) [ée]tage(?: (?:gauche|droite|droit|face))?/giu,
  /(?<!\d)\d{5}\s\p{Lu}[\p{L}'’ -]{1,50}/gu,
];

/** The same text, place for place, with bars over some stretches of it. */
export const struck = (text: string, spans: readonly Span[]): string => {
  let left = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    left += text.slice(at, start) + '|'.repeat(end - start);
    at = end;
  }
  return left + text.slice(at);
};

/** The same text, place for place, with bars where somebody or something can be reached: what is left between them are words. */
export const blanked = (text: string): string =>
  other
    .reduce(
      (left, expression) => left.replace(expression, (found) => '|'.repeat(found.length)),
      struck(text, [...emailsIn(text), ...phonesIn(text)]),
      // What a name in guillemets holds stays together.
    )
    .replace(/«[^»\n]{1,60}»/gu, (quoted) => quoted.replaceAll(',', ' '));
