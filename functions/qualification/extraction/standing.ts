import { isOrganisationName } from './organisation-name.ts';
import { isPersonName } from './person-name.ts';
import { isFormula, type Named, strengths } from './pieces.ts';

const firm =
  /^[\s«"]{0,3}(?:(?:l['’]|la |le )?(?:[ée]tude|cabinet|sarl|sasu?|sci|earl|gaec|eurl|scp|selarl|association|asso|assoc|amicale|club|comit[ée]|collectif|entreprise|soci[ée]t[ée]|[ée]ts|[ée]tablissements|syndicat|pharmacie|boulangerie|boucherie|brasserie|librairie|union|f[ée]d[ée]ration|compagnie|fondation|agence|garage|auberge|restaurant|menuiserie|plomberie|ma[çc]onnerie|transports|ambulances|taxis?))\s/iu;

/** An organisation that says its name first, before a full stop: "Cabinet Roy et Bost. Merci de ...". */
export const opening = (text: string): Named | null => {
  const match = /^\s*(\S[^\n.!?:;|]{4,60})\.\s/u.exec(text);
  const words = match?.[1]?.trim() ?? '';
  if (!firm.test(words) || !isOrganisationName(words)) return null;
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind: 'organisation', strength: strengths.organisation };
};

const office =
  /^(?:l['’][ée]quipe|(?:le |votre |notre )?(?:service|support|d[ée]partement|centre)s?)(?: (?:de|du|des|d['’]|la|le|l['’]|au|aux|technique|relations?)){0,3}\s?(?:livraisons?|clients?|client[èe]le|consommateurs?|support|assistance|exp[ée]ditions?|colis|s[ée]curit[ée]|commercial|facturation|recouvrement|remboursements?|paiements?|comptes?|messagerie|marketing|newsletter|logistique|abonnements?|informatique|technique|fraudes?|douanes?|r[ée]tractation)?$/iu;

/** Whether a signature says only which office of some unnamed firm writes, as machines and cheats sign. */
export const isNobody = (signature: string): boolean => office.test(signature.trim());

/** A name of an organisation goes on behind a dash when nothing else stands in the line: "Amis de X – Y". */
export const whole = (text: string, named: Named): Named => {
  const isOwnLine = named.start === 0 || text[named.start - 1] === '\n';
  if (named.kind === 'person' || !isOwnLine) return named;
  const match = /^ [–—-] (\p{Lu}[\p{L}'’-]+(?: [\p{L}'’-]+){0,2})[ \t]*(?=\n|$)/u.exec(text.slice(named.end));
  const words = match?.[1] ?? '';
  if (!match || isPersonName(words) || isFormula(words) || rank.test(words)) return named;
  return { ...named, end: named.end + match[0].trimEnd().length };
};
const rank =
  /^(?:pr[ée]sident|tr[ée]sori|secr[ée]t|direct|g[ée]rant|responsable|service|le |la |l['’]|les |un |une |avocat|notaire)/iu;
