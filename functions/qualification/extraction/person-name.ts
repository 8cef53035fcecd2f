import givenNames from './given-names.json' with { type: 'json' };

const given = new Set<string>(givenNames);
const bare = (word: string) =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

/** Whether a word is a first name many people bear, or one made of two of them. */
export const isGivenName = (word: string): boolean =>
  bare(word)
    .split('-')
    .every((part) => given.has(part));

const civility =
  /(?:M\.|MM\.|Mr\.?|Mrs\.?|Mme\.?|Mmes|Mlle\.?|M(?=\s\p{Lu})|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|Pr\.?|Professeur|Ma[iî]tre|Me|Adjudant(?:-chef)?|Capitaine|Colonel|G[ée]n[ée]ral|Lieutenant|Commandant|Cmdt|Sergent|Veuve|Vve|Mgr|S[œo]e?ur|P[èe]re|Abb[ée])/u
    .source;
const particle =
  /(?:de|du|des|la|le|les|van|von|der|den|ter|el|al|ben|bint|ibn|da|dos|das|do|di|del|della|y|bou|ould|a[iï]t|zu|épouse|ép\.|née?|veuve)/u
    .source;
const glued = `(?:d['’]|l['’]|D['’]|L['’]|O['’]|N['’]|M['’])?`;
const word = String.raw`${glued}\p{Lu}[\p{L}\p{M}]{1,24}(?:[-'’.]\p{L}[\p{L}\p{M}]{0,24}){0,3}`;
const initial = String.raw`\p{Lu}h?\.(?:-?\p{Lu}\.)?`;
const unit = String.raw`(?:${initial}|${word}|\p{Lu}(?![\p{L}.'’]))`;
/** Source of an expression for a name with at most six parts, with or without a civility before it. */
export const nameSource = String.raw`(?:${civility}\s+)?${unit}(?:\s+(?:${particle}\s+){0,2}${unit}){0,5}`;
export const civilitySource = civility;
const whole = new RegExp(`^${nameSource}(?:\\s?\\(\\p{L}[\\p{L} .'’-]{0,30}\\))?$`, 'u');
const couple = new RegExp(
  String.raw`^(?:(?:M\.?|Mr|Monsieur)\s+(?:et|ou|&)\s+(?:Mme|Madame)|${nameSource}\s+(?:et|&)\s+|(?:La\s+)?[Ff]amille)\s*${nameSource}$`,
  'u',
);
const spare = new RegExp(`^${civility}\\s+(?=\\p{Lu})`, 'u');
const firstNames = /^(\p{L}[\p{L}-]+)(?:\s+\p{Lu}\.?)?\s+(?:et|&)\s+(\p{L}[\p{L}-]+)(?:\s+\p{Lu}\.?)?$/u;

/** Words with a capital that begin no name of a person. */
const never =
  /^(?:merci|bonjour|bonsoir|bjr|slt|bsr|cc|cdt|madame|monsieur|mesdames|messieurs|mademoiselle|cher|chers|ch[èe]res?|cordialement|bien|bonne|bon|sinc[èe]res?|salutations?|respectueusement|sentiments|urgent|urgence|objet|sujet|mairie|maire|service|services|direction|directeur|directrice|pr[ée]sidente?|communaut[ée]|commune|ville|h[oô]tel|rue|avenue|boulevard|place|chemin|route|all[ée]e|impasse|quai|cours|square|r[ée]sidence|b[âa]timent|appartement|appt|esc|escalier|lotissement|hameau|envoy[ée]|ps|pj|post-scriptum|t[ée]l|t[ée]l[ée]phone|port|portable|mail|courriel|email|e-mail|fax|demande|r[ée]ponse|r[ée]f|r[ée]f[ée]rence|dossier|facture|lettre|courrier|copie|pi[èe]ces?|annexe|date|fait|sign[ée]|signature|vu|lu|accord|attente|dans|avec|pour|par|sur|sous|sans|votre|vos|notre|nos|mon|ma|mes|je|nous|vous|il|elle|on|ils|elles|le|la|les|un|une|des|ce|cet|cette|ces|est|qui|que|quoi|quand|comment|pourquoi|combien|o[uù]|si|et|ou|mais|donc|or|ni|car|voil[àa]|voici|rappel|rappeler|rappelez|appel|appeler|disponible|dispo|svp|stp|help|sos|oui|non|ok|suite|pas|plus|tr[èe]s|tout|tous|toute|toutes|rien|rdv|rendez-vous|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|adjoint|adjointe|conseil|conseill[eè]re?|pr[ée]fecture|caf|ccas|cni|ants|edf|sncf|france|europe|internet|google|facebook|noël|p[âa]ques|saint|sainte|att|attention|message|re|tr|fwd?|note|nb|info|informations?|question|probl[èe]me|signalement|r[ée]clamation|relance|voirie|propret[ée]|police|gendarmerie|pompiers|samu|parking|parc|jardin|mon-?sieur|agr[ée]er|veuillez|recevez|croyez|lettre|recommand[ée]e?|nature|lieu|dur[ée]e|adresse|nom|pr[ée]nom|texto|sms|guichet|accueil|passage|maman|papa|locataire|propri[ée]taire|gardien|voisins?|voisine|riverains?|habitants?|parents?|famille|retrait[ée]e?|salle|[ée]cole|coll[èe]ge|lyc[ée]e|r[ée]seau|clermont|etat|état|civil|officier|r[ée]publique|chef|responsable|amiti[ée]s|bises|bisous|hello|coucou|salut|yo|amicalement|confraternellement|contact|site|whatsapp|livret|permis|carte|passeport|passage)$/i;

/** Whether a short text is nothing but the name of a person or of two, with at least two parts or a civility. */
export const isPersonName = (text: string): boolean => {
  // "P.O." signs for somebody else; a letter alone is nobody.
  if (text.length > 60 || /^(?:\p{Lu}\.?\s?){1,2}$/u.test(text)) return false;
  const two = firstNames.exec(text);
  if (two) return isGivenName(two[1] ?? '') && isGivenName(two[2] ?? '');
  if (couple.test(text)) return !hasNever(text.replace(/^(?:La\s+)?famille/i, ''));
  return whole.test(text) && !hasNever(text) && (/\s/.test(text) || /\p{Lu}\./u.test(text));
};

/** A word alone that may sign: a first name, or a family name in capitals. */
export const isLoneName = (text: string): boolean =>
  new RegExp(`^${word}$`, 'u').test(text) && !never.test(text) && text.length < 25;

const hasNever = (text: string) =>
  text
    .replace(spare, '')
    .replace(/^(?:M\.?|Mr|Monsieur)\s+(?:et|ou|&)\s+(?:Mme|Madame)\s+/, '')
    .split(/\s+/)
    .some(
      (part, i, all) =>
        never.test(part.replace(/[.,;]$/, '')) &&
        !(particles.test(part) && (i > 0 || (spare.test(text) && all.length > 1))),
    );
const particles = /^(?:de|du|des|la|le|les|et)$/i;

/** Whether a word with a capital begins no name. */
export const isNeverName = (word: string): boolean => never.test(word.replace(/[.,;:]$/, ''));

/** Whether a first name many people bear, an initial or a civility shows that a name is one. */
export const isSurelyPerson = (name: string): boolean =>
  spare.test(name) ||
  /(?:^|\s)\p{Lu}(?:\.|$)/u.test(name) ||
  name.split(/\s+/).some((part) => isGivenName(part));

const ending = new RegExp(String.raw`^(?:${nameSource}|${unit}\s+(?:et|&)\s+${nameSource})$`, 'u');
const namePart = new RegExp(`^(?:${unit}|${particle}|${civility}|et|&)$`, 'u');

/** The longest name on which words end: walked from the last word back, since a search from the front tries every start. */
const namedLast = (words: string): string | null => {
  const parts = words.slice(-80).split(/(\s+)/);
  let from = parts.length;
  while (from > 0 && namePart.test(parts[from - 1] ?? '')) from -= 2;
  for (let i = Math.max(0, from + 1); i < parts.length; i += 2) {
    const name = parts.slice(i).join('');
    if (ending.test(name)) return name;
  }
  return null;
};

/** The name at the very end of words that do not stop before it, as people write who hurry; where it begins in them. */
export const nameAtEnd = (words: string): { at: number; name: string; isAlone: boolean } | null => {
  const last = namedLast(words);
  if (!last) return null;
  const parts = last.split(/(\s+)/);
  for (let i = 0; i < parts.length; i += 2) {
    const name = parts.slice(i).join('');
    const at = words.length - name.length;
    const part = parts[i] ?? '';
    const opens = isGivenName(part) || /^\p{Lu}\.$/u.test(part) || spare.test(name);
    const isSurnameFirst = part.length > 2 && part === part.toUpperCase() && isSurelyPerson(name) && i === 0;
    if ((opens || isSurnameFirst) && isPersonName(name)) return { at, name, isAlone: false };
    if (i === parts.length - 1 && isGivenName(part)) return { at, name, isAlone: true };
    const isPlain = i === 0 && at > 0 && parts.length === 3 && /^\p{Lu}\p{Ll}+$/u.test(part);
    if (isPlain && isPersonName(name)) return { at, name, isAlone: false };
  }
  return null;
};
