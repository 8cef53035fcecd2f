import type { PageLine } from './page-lines.ts';
import { plainOf } from './page-lines.ts';
import { hasDateIn } from './wording.ts';

const most = { names: 40, numbers: 20 };
/** Capital letters that name nobody. */
const usual = new Set(
  `madame monsieur mesdames messieurs mademoiselle maire mairie service services objet ville commune communaute communes hotel
  place marche rue avenue boulevard chemin route impasse allee residence batiment appartement cedex lieu
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi
  dimanche lettre recommandee accuse reception avec avis direction president presidente directeur directrice copie page
  nous vous notre votre dans pour depuis cette comme sans cher chere bonjour veuillez cordialement recevez total montant
  date nom prenom adresse telephone signature facture devis attestation certificat reference dossier client numero
  france francaise republique francais europe etat civil pieces jointes piece article quantite designation prix
  siret siren capital tribunal conseil municipal police urbanisme voirie logement sociale action centre`.split(
    /\s+/,
  ),
);

/** What follows these, to the next comma, names a street or a school: many people write of it. */
const places = new Set(
  'rue avenue boulevard bd place chemin route impasse allee quai square cite cours sentier residence hameau ecole college lycee quartier lotissement gare'.split(
    ' ',
  ),
);

/** Words written with a capital where the language asks for none: people, places, firms. At most a few dozen, the first ones. */
export function namesIn(lines: readonly PageLine[]): string[] {
  const found = new Set<string>();
  let isSentenceStart = true;
  for (const { text, words, plain } of lines) {
    const isBlock = words <= 6 && !/[.!?]$/.test(text);
    // The town itself stands on nearly every letter, in the lines of its postal code and of the date.
    const isTown = /\b\d{5}\b/.test(plain) || (words <= 7 && hasDateIn(plain));
    let isPlace = false;
    for (const [index, word] of text.split(' ').entries()) {
      const bare = word.replace(/^(?:[dlnsqDLNSQ]['\u2019])/, '').replace(/[^\p{L}-]/gu, '');
      const isCapital = /^\p{Lu}[\p{L}-]{3,}$/u.test(bare);
      const name = plainOf(bare);
      if (places.has(name)) isPlace = true;
      if (
        isCapital &&
        !isTown &&
        !isPlace &&
        !usual.has(name) &&
        (isBlock || (index > 0 && !isSentenceStart))
      )
        found.add(name);
      if (/[,.;:]$/.test(word)) isPlace = false;
      isSentenceStart = /[.!?]$/.test(word);
    }
  }
  return [...found].slice(0, most.names);
}

const dated = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

/** Telephones, numbers of contracts, of files and of plates, addresses of mail: written the same way twice they are one thing. */
export function numbersIn(lines: readonly PageLine[]): string[] {
  const found = new Set<string>();
  for (const { text, plain } of lines) {
    for (const [one] of text.matchAll(/\d[\d ./-]{4,}\d/g)) {
      const digits = one.replace(/\D/g, '');
      if (digits.length >= 6 && digits.length <= 24 && !dated.test(one.trim())) found.add(digits);
    }
    for (const [one] of text.matchAll(/\b[A-Z]{1,5}[-/ ]?\d{2,}(?:[-/ ][A-Z\d]+)*\b/g))
      found.add(one.replace(/[^A-Z\d]/g, '').toLowerCase());
    for (const [one] of plain.matchAll(/[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]+/g)) found.add(one);
  }
  return [...found].slice(0, most.numbers);
}
