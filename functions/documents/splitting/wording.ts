/** What letters are made of, in small letters without accents. Readers mistake a comma for a full stop, an O for a zero. */

const people =
  '(?:madame|mesdames|mademoiselle|monsieur|messieurs|mme|mr|m\\.|maitre|docteur|chers?|cheres?)';
const salutation = new RegExp(`^${people}\\b[^:;!?]{0,70}$`);
const greeting = /^(?:bonjour|bonsoir|salut|chers? (?:tous|amis|voisins)|cheres? )[^.:;]{0,50}$/;
export const isGreeting = (plain: string) => greeting.test(plain);
export const isSalutation = (plain: string) => salutation.test(plain) && plain.split(' ').length <= 11;
/** "Messieurs-dames de la mairie," ends with a comma; the first line of an address does not. */
export const endsLikeSalutation = (plain: string) => /[,.;]$/.test(plain) && !/\b(?:m|mme|st)\.$/.test(plain);

export const closing =
  /agreer|agreez|veuillez (?:recevoir|croire)|recevez,? |vous prie de croire|je vous prie d|salutations|cordialement|respectueusement|sincerement|sentiments (?:distingues|respectueux|devoues|les meilleurs)|consideration distinguee|haute consideration|bien a vous|amicalement|avec (?:mes|nos|tous mes|l'expression)|merci (?:d'avance|beaucoup|bien|de tout)|en vous remerciant|dans l'(?:attente|espoir)|bonne (?:journee|reception)|a bientot|sportivement|pour servir et valoir|faire valoir ce que de droit|^fait (?:a|le|pour)\b|^(?:la |ma )?signature|^merci\b/;

const month =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|sept|oct|nov|dec)';
const dates = new RegExp(
  `\\b\\d{1,2}(?:er)?\\s+${month}\\b\\.?(?:\\s+\\d{4})?|\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:20)?\\d{2}\\b`,
);
export const hasDateIn = (plain: string) => plain.length <= 60 && dates.test(plain);

export const subject = /^[^a-z]{0,2}(?:[o0]b?jet|concerne|sujet)\s*[.:]/;

export const postal = /(?:^|\s|-|f-)[0-9o]{5}\s+[a-z][a-z' -]{2,}(?:\s+cedex.*)?$/;
export const authority =
  /\bmairie\b|\b(?:m(?:onsieur|\.)?|madame) (?:le |la )?maire\b|^(?:le |la )?maire\b|hotel de ville|commun(?:e|aute) (?:de|d')|agglomeration|^(?:la )?ville de|municipal|c\.?c\.?a\.?s|action sociale|^(?:au |a la |le |la )?(?:service|direction|regie|pole|guichet)\b|\bservices? (?:de|du|des|techniques?|urbanisme|voirie|logement|scolaire|population|etat)|police municipale|(?:vice-)?president\b|adjointe?\b|conseill?er|elu[es]?\b|mediatheque|etat[- ]civil|a l'attention|intercommunal/;

const inEveryAddress =
  /^(?:rue|avenue|boulevard|bvd|place|chemin|route|impasse|allee|quai|des|les|aux|bis|ter|mme|madame|monsieur|tel|cedex|bat|batiment|residence|etage|appartement)$/;
export const tellsOfAddressee = (token: string) => !inEveryAddress.test(token);

const papers =
  '(?:facture|devis|attestation|certificat|quittance|releve|bulletin|fiche de paie|contrat|convention|acte|extrait|copie|proces|avis|rib|carte|passeport|livret|justificatif|recu|notice|plan|budget|compte|bilan|statuts|curriculum|declaration|formulaire|annexe|ordonnance|duplicata|liste|tableau|detail|bordereau|recepisse|jugement|diplome|photo|croquis|document|piece|schema|estimatif|ticket|reglement|rapport|diagnostic|expertise|etat|calendrier|programme|demande de|echeancier|titre|bon de|cv)';
export const enclosure = new RegExp(
  `^(?:[^a-z]*|(?:votre|annexe|copie|suite) .{0,12})${papers}s?\\b|\\b(?:facture|devis|cerfa) n|sur l'honneur|prevu[e]? par|identite`,
);
export const announcement =
  /ci[- ]?joint|ci[- ]?inclus|ci[- ]?apres|pieces? jointes?|\bp\.? ?j\.? ?:|\bp\.j|(?:je|nous) (?:vous )?(?:l[ae']s? ?)?joi(?:ns|gnons)|vous trouverez|prions de trouver|en annexe|au dos|sous ce pli|joint(?:e|s|es)?\b|(?:je|nous) vous (?:l[ae']s? ?|en )?(?:envoi|adress|transmet|remet)|accompagne|voici (?:la|le|les|une|mon|ma|mes|copie)|dont copie|copie de (?:ma|mon|la|sa)/;

/** "page 2/3", "- 2 -", "2 sur 3": of a line at the head or foot of a page. */
const numbers = [
  /\b(?:page|pages|p\.?|feuillet|folio)\s*[n:]?[o\u00b0]?\s*(\d{1,2})\s*(?:\/|sur|de|l|\|)\s*(\d{1,2})\b/,
  /(?:^|[-\u2013\u2014(|]\s*)(\d{1,2})\s*(?:\/|sur)\s*(\d{1,2})\s*\)?$/,
  /\b(?:page|pages|feuillet|folio)\s*[n:]?[o\u00b0]?\s*(\d{1,2})\b/,
  /^[-\u2013\u2014. ]*(\d{1,2})[-\u2013\u2014. ]*$/,
  /[a-z)] ?[-\u2013\u2014] ?(\d{1,2})$/,
];

export function numberIn(plain: string): { page: number; of: number | null } | null {
  for (const pattern of numbers) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const page = Number(found[1]);
    const of = found[2] ? Number(found[2]) : null;
    if (page >= 1 && page <= 40 && (of === null || (of >= page && of <= 60))) return { page, of };
  }
  return null;
}
export const goesOn =
  /^(?:\.{2,}|\u2026)\s*\/\s*(?:\.{2,}|\u2026)$|^(?:t\.?s\.?v\.?p|suite (?:au dos|page|de|du|de notre)|\.\.\.\/)/;
