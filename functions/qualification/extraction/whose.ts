import { emailsIn, phonesIn } from './contacts.ts';
import type { Read, Span } from './lines.ts';
import { isOthers } from './others.ts';
import { ownEnd } from './own-part.ts';

/** Who is reached by a number that stands after these words: somebody the writer speaks of. */
const theirs =
  /(?<!\p{L})(?:(?:(?:mon|ma|mes|son|sa|ses|leur|notre|nos|votre|vos|le|la|du|au|une?)\s+|l['’])(?:num[ée]ro d[eu'](?:\s+(?:mon|ma|son|sa|leur|notre|le|la|l['’]))?\s*)?(?:ex-?\s?)?(?:voisine?|fr[èe]re|s[œo]eur|fils|fille|m[èe]re|p[èe]re|maman|papa|mari|femme|[ée]poux|[ée]pouse|conjointe?|compagne|compagnon|oncle|tante|neveu|ni[èe]ce|cousine?|gendre|bru|belle-\p{L}+|beau-\p{L}+|amie?|coll[èe]gue|notaire|avocate?|m[ée]decin|docteur|infirmi[èe]re?|architecte|artisan|ma[çc]on|plombier|[ée]lectricien|couvreur|entrepreneur|entreprise|bailleur|syndic|propri[ée]taire|locataire|gardienn?e?|concierge|tut(?:eur|rice)|curat(?:eur|rice)|assistante? sociale?|conseill[èe]re?|cliente?|patiente?|[ée]l[èe]ve|stagiaire|adh[ée]rente?|employ[ée]e?|mairie|standard|pr[ée]fecture|service|gendarmerie|police|commissariat|expert|assureur|assurance|agence|livreur|chauffeur|escroc|fraudeur|d[ée]marcheur|vendeur|employeur|patron|[ée]cole|directrice|directeur)(?!\p{L})|appelant|fax|t[ée]l[ée]copie|num[ée]ro vert|standard|hotline)(?!\p{L})[^.!?\n\d]{0,45}$/iu;
const mine =
  /\b(?:chez (?:elle|lui|moi|nous)|perso(?:nnel)?|lui|elle|(?<!(?:derri[èe]re|devant|avec|pour|de|d['’]|comme|apr[èe]s|avant|que|contre)\s?)moi)\b[^.!?\n]{0,20}$|\b(?:mon|notre) (?:num[ée]ro|t[ée]l|t[ée]l[ée]phone|portable|fixe|mail|adresse|courriel|mobile)\b[^.!?\n]{0,25}$|\b(?:m['’]|me |nous )(?:appeler|rappeler|joindre|contacter|[ée]crire|r[ée]pondre|laisser un message)\b[^.!?\n]{0,70}$|\b(?:appelez|rappelez|joignez|contactez|[ée]crivez|r[ée]pondez)-(?:moi|nous)\b[^.!?\n]{0,70}$|\b(?:je suis|on est|nous sommes) (?:joignables?|disponibles?|au)\b[^.!?\n]{0,40}$/iu;
const notReceived = /remis [àa] $/i;
/** Words of a place that is called, not of who calls. */
const dialled =
  /\b(?:j['’]ai (?:d[ée]j[àa] )?(?:appel[ée]|[ée]crit|t[ée]l[ée]phon[ée]|compos[ée]|contact[ée])|j['’]appelle|on (?:m['’]a|nous a) (?:appel[ée]|dit d['’]appeler|donn[ée])|(?:appel|sms|texto|message|mail)s? (?:re[çc]us? )?(?:du|depuis|de l['’]adresse)|(?:la|le|les|lui|leur) (?:r?appeler|joindre|contacter|[ée]crire|r[ée]pondre|t[ée]l[ée]phoner)|(?:il|elle|ils|qui) (?:m['’]|nous |vous )?(?:appelle|appelait|[ée]crit)|(?:votre|vos) (?:standard|accueil|services?|num[ée]ro|ligne|agents?|mairie|bureau|secr[ée]tariat|h[oô]tesse|collaborat\p{L}+|coll[èe]gue|site|adresse)s?)(?!\p{L})[^.!?\n\d]{0,45}$/iu;

const before = (text: string, at: number) => text.slice(Math.max(0, at - 90), at);

/** What is said after a number that is not the writer's. */
const after =
  /^[\s|)]{0,2}(?:,?\s?(?:qui )?(?:sonne|ne r[ée]pond|est (?:toujours |encore )?(?:occup|injoign|satur|en panne|un faux)|r[ée]pondeur|poste \d|m['’]a|nous a|mais personne|personne ne))/iu;

/** Words before a number that are a signature and no sentence: "Parents de l'ecole du Port, ". */
const isSigned = (words: string) => {
  const piece = words.split(/[.!?\n]\s*/u).at(-1) ?? '';
  return (
    piece.length < 70 &&
    /^\p{Lu}[^:(]*[,–—/-]\s*$/u.test(piece) &&
    !/(?<!\p{L})(?:est|sont|suis|a|ai|ont|avons|avez|j['’]|appel\p{L}*|rappel\p{L}*|joindre|contact\p{L}*|chez|mon|ma|mes|son|sa|demande[rz])(?!\p{L})/iu.test(
      piece,
    )
  );
};

/**
 * Whether what is written at a place reaches who writes rather than somebody they speak of, the authority or a machine. In a
 * note the third person is who called.
 */
export const reachesSender = (text: string, { start, end }: Span, isNote = false): boolean => {
  const words = before(text, start);
  if (notReceived.test(words) || after.test(text.slice(end, end + 40))) return false;
  if (isOthers(words, isNote, isSigned(words))) return false;
  return mine.test(words) || isSigned(words) || !(theirs.test(words) || dialled.test(words));
};

const nearEdge = 140;
const clause =
  /(?<!\p{L})(?:je|j['’]|nous|vous|il|elle|on|est|sont|suis|ai|a|ont|votre|vos|mon|ma|mes|son|sa|pour|que|qui|peut|au|appel\p{L}*|rappel\p{L}*|joindre|contact\p{L}*)(?!\p{L})/iu;
const longestSigned = 90;

/** Whether a place is in a signature: below the last sentence, or behind it with little before and nothing after. */
const isInSignature = (text: string, { start }: Span): boolean => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const below = text.slice(from).trim().split('\n');
  const ahead =
    text
      .slice(from, start)
      .split(/[.!?]\s+/u)
      .at(-1) ?? '';
  return (
    text.slice(0, from).trim() !== '' &&
    !clause.test(ahead) &&
    ahead.length < longestSigned &&
    below.slice(1).every((line) => line.length < longestSigned && !/[.!?]$/.test(line.trim())) &&
    below.join(' ').length < 3 * longestSigned
  );
};

/**
 * The sender's own telephone and e-mail address among all that stand in a text: said to be theirs, else in the signature, else
 * near it or at the head, else the first that reaches them. An agent notes nobody else's number without need: in a note one
 * remains, unless it is said whose it is.
 */
export const contactsOf = (text: string, isNote = false): { phone: Read | null; email: Read | null } => {
  const end = ownEnd(text);
  const own = text.slice(0, end).trimEnd();
  const greeting = text.search(/^(?:bonjour|bonsoir|madame|monsieur|mesdames|objet)\b/imu);
  const isAtEdge = (one: Read) => one.start < greeting || one.end > own.length - nearEdge;
  const best = (all: Read[]) => {
    const here = all.filter((one) => one.start < end);
    const theirOwn = here.filter((one) => reachesSender(text, one, isNote));
    const left = isNote ? here.find(({ start }) => !isOthers(before(text, start), isNote)) : null;
    return (
      theirOwn.find(({ start }) => mine.test(before(text, start))) ??
      (isNote ? null : theirOwn.find((one) => isInSignature(own, one))) ??
      (isNote ? null : theirOwn.find(isAtEdge)) ??
      theirOwn[0] ??
      left ??
      null
    );
  };
  return { phone: best(phonesIn(text)), email: best(emailsIn(text)) };
};
