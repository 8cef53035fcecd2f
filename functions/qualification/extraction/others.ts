/** Words between whom a number belongs to and the number itself. */
const gap = String.raw`[^.!?\n\d]{0,45}$`;
const civility = String.raw`(?:M\.|Mme|Mlle|Mr|Monsieur|Madame|Ma[iî]tre|Me|Dr|Docteur)`;
const way = String.raw`(?:t[ée]l\.?|t[ée]l[ée]phone|num[ée]ro|n[°º]|portable|mobile|fixe|e-?mail|mail|courriel|contact|coordonn[ée]es)`;
/** What who writes may call their own house or their own place in it. */
const ownHouse = String.raw`(?:domicile|bureau|travail|boulot|maison|si[èe]ge|foyer|atelier|club|association|asso|entreprise|soci[ée]t[ée]|cabinet|[ée]tude|agence|secr[ée]tariat|accueil|[ée]quipe|permanence|soussign\p{L}*|dame|monsieur|usag\p{L}*|demandeu\p{L}*|appelante?|int[ée]ress\p{L}*|personne|famille|requ[ée]rante?|r[ée]f[ée]rente?|signataire|correspondante?|responsable|pr[ée]sidente?|g[ée]rante?)`;
const kin = String.raw`(?:m[èe]re|p[èe]re|fils|fille|mari|femme|[ée]pou\p{L}+|conjointe?|compagn\p{L}+|fr[èe]re|s[œo]eur|maman|papa|parents?|voisine?s?|ami\p{L}*)`;

/** "Mme Puech (06 ..." in the middle of a sentence, "(traiteur : M. Bost, 06 ...". */
const named = new RegExp(
  String.raw`(?:[\p{Ll},]\s+${civility}\s+\p{Lu}[^.!?\n\d]{0,30}[(:]|\((?:[^()\n]{0,30}:\s)?${civility}\s+\p{Lu}[^.!?\n\d()]{0,30},|(?<!\p{L})(?:[Ll][ea]|[Ll]['’]|[Mm]on|[Mm]a|[Nn]otre|[Ss]on|[Ss]a|une?)\s?\p{Ll}{3,}\s\(\p{Lu}[\p{L}-]+\s\p{Lu}[\p{L}-]+[,:])\s*$`,
  'u',
);

/** "Tél. du formateur : ": said of whom it is, even in a note. */
const labelled = new RegExp(
  String.raw`(?<!\p{L})${way}\s(?:direct\p{L}*\s|perso\p{L}*\s)?(?:du|de la|de l['’]|des|de son|de sa|de ses|de leur)\s?(?!${ownHouse}(?!\p{L})|${kin}(?!\p{L}))\p{Ll}{3,}${gap}`,
  'iu',
);
const labelledKin = new RegExp(
  String.raw`(?<!\p{L})${way}\s(?:(?:de (?:son|sa|ses)|du|de la)\s?${kin}(?!\p{L})|de (?:mon|ma|mes|notre|nos)\s(?!${ownHouse}(?!\p{L}))\p{Ll}{3,})${gap}`,
  'iu',
);

/** "Son numéro : ", "leur adresse". */
const possessed = new RegExp(
  String.raw`(?<!\p{L})(?:son|sa|leur)\s(?:propre\s|nouveau\s|nouvelle\s)?(?:${way}|adresse)(?![\p{L}])${gap}`,
  'iu',
);

/** "Il est au ", "le maître d'œuvre, M. Bost, répond au ", "notre maçon est joignable au ". */
const reached =
  /(?<!\p{L})(?:(?:est|sera|reste|serait)\s+(?:(?:toujours|aussi|encore|d['’]ordinaire)\s+)?(?:joignables?|disponibles?)\s+(?:\p{L}+\s+){0,3}au|r[ée]pond(?:ra|ait)?\s+(?:aussi\s+|toujours\s+)?au|(?:peut|pourra|doit)\s+[êe]tre\s+(?:jointe?|appel[ée]e?|contact[ée]e?)\s+au|(?:il|elle|ils|elles)\s+(?:est|sont|loge|habite|vit)\s+au)\s*(?:num[ée]ro\s*)?:?\s*$/iu;
const ownSubject = new RegExp(
  String.raw`(?<!\p{L})(?:je|j['’]|nous|on|(?:notre|mon|la|le|l['’])\s?${ownHouse})(?!\p{L})[^.!?\n]{0,60}$`,
  'iu',
);

/** Somebody by what they do: "la conductrice derrière moi, ". */
const doer =
  /(?<!\p{L})(?:l[ea]|l['’]|du|au|une?|mon|ma|notre|son|sa|leur|futur|nouveau|ancien|ancienne)\s?(?:(?:futur|nouvel|nouveau|ancien|autre|premier)e?\s)?\p{Ll}{2,}(?:trice|euse|teur|deur|neur|geur|ienne|mier|nier|cier|mi[èe]re|ni[èe]re|ci[èe]re|iste)(?:\s\p{Ll}[\p{L}'’]*){0,3},?\s?[(,:]\s*$/iu;
/** Things that end as people do. */
const thing =
  /(?<!\p{L})(?:hauteur|moteur|ordinateur|secteur|quartier|dossier|courrier|papier|chantier|calendrier|compteur|ascenseur|honneur|bonheur|valeur|panier|grenier|dernier|premier|palier|fichier|m[ée]tier|liste|piste|batterie|derni[èe]re|premi[èe]re|mani[èe]re|rivi[èe]re|[ée]metteur|collecteur|vapeur|tracteur|transformateur|conteneur|composteur|num[ée]ro)(?:\s\p{Ll}[\p{L}'’]*){0,3},?\s?[(,:]\s*$/iu;

/**
 * Whether the words before a number or an address say that it is somebody else's. In a note the third person is who called; what
 * reads as a signature is no sentence on somebody.
 */
export const isOthers = (words: string, isNote: boolean, isSigned = false): boolean => {
  if (labelled.test(words)) return true;
  if (isNote) return false;
  if (labelledKin.test(words) || possessed.test(words) || named.test(words)) return true;
  if (reached.test(words)) return !ownSubject.test(words);
  return !isSigned && doer.test(words) && !thing.test(words);
};
