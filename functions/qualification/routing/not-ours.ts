import { normalise } from './features.ts';
import places from './not-ours.json' with { type: 'json' };

/** Nobody instructs what is in this place: advertisements, and what was meant for somebody else. */
export const unwanted = 'indesirable';

/**
 * Why a message is for none of the departments: somebody else's (`elsewhere`, with the code of who seems to be meant, which
 * is one of the authority's bodies where it knows it), or nobody's (`unwanted`). A person hands it over or sets it aside; nothing is deleted.
 */
export type NotOurs = {
  confidence: number;
  kind?: 'elsewhere' | 'unwanted';
  body?: string | null;
  reasons: string[];
};

/** What only those write who want something of everybody. */
const bait =
  /\b(?:cliquez|lien|promotion|offre|devis|remise|catalogue|webinaire|newsletter|desinscri\w+|desabonn\w+|bitcoin|crypto\w*|virement|heritage|gagn\w+|tirage|demonstration|solution|plaquette|partenaire|tarif|prospection|demarch\w+|commercial|mot de passe|piece jointe|expire|gratuit\w*|investi\w+|million|chaine|brochure|sondage|agree|www|http\w*)\b/g;

const words = Object.entries(places).map(([body, names]) => ({
  body,
  names: names.map((name) => ({ name, pattern: new RegExp(`\\b${name}\\b`) })),
}));

/** To whom a line is written: `A l attention de l inspection academique`. */
const toward = /^(?:a l attention (?:d |de |du |des )|au |aux |a la |a l |a notre |a mon )/;

/** The line of a letter's head that is written to somebody else, above its greeting; null for one to us, or to nobody named. */
export const addressedElsewhere = (head: readonly string[]): string | null =>
  head.find((line) => {
    const plain = normalise(line);
    return toward.test(plain) && words.some(({ names }) => names.some(({ pattern }) => pattern.test(plain)));
  }) ?? null;

/** Whose a message is that the classifier takes for none of ours, with at most five words that say so; `confidence` 0 to 1. */
export const notOurs = (text: string, confidence: number): NotOurs => {
  const plain = normalise(text);
  const baited = [...new Set(plain.match(bait) ?? [])];
  const [best] = words
    .map(({ body, names }) => ({ body, said: names.filter(({ pattern }) => pattern.test(plain)) }))
    .sort((a, b) => b.said.length - a.said.length);
  const said = best?.said.map(({ name }) => name) ?? [];
  return best && said.length > baited.length
    ? { confidence, kind: 'elsewhere', body: best.body, reasons: said.slice(0, 5) }
    : { confidence, kind: 'unwanted', body: null, reasons: baited.slice(0, 5) };
};
