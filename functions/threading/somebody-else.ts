import { nameWords } from './names.ts';

/** Lines at the top and at the end of a page where it says whom it is to and who signs. */
const [headLines, footLines] = [14, 8];
const title = String.raw`(?:MM?\.?|M[rR]|M(?:me|ME)|M(?:lle|LLE)|M(?:onsieur|ONSIEUR)|M(?:adame|ADAME)|M(?:ademoiselle|ADEMOISELLE)|D[rR]|Docteur|Ma\p{L}tre)`;
const word = String.raw`\p{Lu}[\p{L}'’-]+`;
const words = String.raw`${word}(?:\s+(?:de|du|des|la|le|d'|van|von|el|ben|n\p{L}e?|${word})){0,4}`;
const titled = new RegExp(String.raw`^${title}(?:\s+(?:et|ou)\s+${title})?\s+${words},?$`, 'u');
const bare = new RegExp(String.raw`^${word}\s+${words},?$`, 'u');
const labelled = /^(?:nom|noms|nom et pr[ée]noms?|nom, pr[ée]noms?|nom de famille)\s*:\s*\p{L}{2,}/iu;
const startsAddress =
  /^\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s+(?:rue|avenue|av|boulevard|bd|place|impasse|chemin|all[ée]e|route|quai|cours|square|faubourg|sentier|passage)\b|^\d{5}\s+\p{L}/iu;
/** Capital letters that name a house, an office or a heading, and no person. */
const nobody = new Set(
  `maire mairie adjoint adjointe president presidente directeur directrice prefet service services direction commune communaute
  ville hotel agglomeration metropole departement region prefecture centre caisse tresor finances publiques france
  societe association agence banque assurance compagnie residence batiment immeuble appartement etage entree lieu dit
  avis attestation facture certificat bordereau signature cachet date fait page cedex`.split(/\s+/),
);

/** The lines of a page that are nothing but a name, where a name says whose page it is. */
const namesOn = (page: string): string[] => {
  const lines = page
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.filter((line, index) => {
    const isFoot = index >= lines.length - footLines;
    if (index >= headLines && !isFoot) return false;
    if (nameWords(line).some((one) => nobody.has(one))) return false;
    if (titled.test(line) || labelled.test(line)) return true;
    // A heading looks like a name: one without title counts above an address, or signed.
    const isAddressed = startsAddress.test(lines[index + 1] ?? '');
    const isSigned = isFoot && index > 0 && line !== line.toUpperCase();
    return bare.test(line) && (isAddressed || isSigned);
  });
};

/**
 * Whether a page bears, at its head or foot, a name that is not this person's: a household shares its address. Of somebody whose
 * name nobody knows every name may be another's.
 */
export const isSomebodyElseOn = (pages: readonly string[], name: string | null): boolean => {
  const known = nameWords(name ?? '');
  return pages.flatMap(namesOn).some((line) => {
    const read = nameWords(line.replace(/^[^:]*:/, ''));
    const isTheirs =
      known.length > 0 &&
      (read.every((one) => known.includes(one)) || known.every((one) => read.includes(one)));
    return read.length > 0 && !isTheirs;
  });
};
