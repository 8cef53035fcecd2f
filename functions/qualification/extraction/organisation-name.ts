const kinds =
  /(?<![\p{L}-])(?:association|asso|amicale|club|comit[ée]|collectif|sarl|sasu?|s\.a\.r\.l\.?|sci|earl|gaec|eurl|scp|scop|selarl|snc|sa|[ée]tude|cabinet|office|notaires?|entreprise|[ée]ts|[ée]tablissements?|soci[ée]t[ée]|syndicat|syndic|copropri[ée]taires|copropri[ée]t[ée]|ehpad|foyer|pharmacie|boulangerie|boucherie|brasserie|librairie|[ée]picerie|[ée]cole|coll[èe]ge|lyc[ée]e|universit[ée]|cr[èe]che|[ée]quipe|union|f[ée]d[ée]ration|ligue|groupe|groupement|harmonie|fanfare|chorale|th[ée][âa]tre|compagnie|riverains|habitants|locataires|voisins|paroisse|mission|h[oô]pital|clinique|centre|maison|fondation|mutuelle|banque|agence|garage|caf[ée]|bar|restaurant|auberge|pompes fun[èe]bres|ferme|domaine|tribunal|pr[ée]fecture|gendarmerie|cse|ape|usc|fc|as|atelier|bureau|r[ée]daction|journal|mairie|communaut[ée]|syndical[e]?|section|conf[ée]d[ée]ration|coop[ée]rative|camping|taxis?|ambulances?|transports|travaux|promotion|habitat|immobili[èe]re?|immo|conseils?|consulting|assurances?|service|services|amis|anciens|parents|familles|[ée]lus|ensemble|liste|troupe|orchestre|cirque|manade|soci[ée]t[ée]s|archives|mus[ée]e|m[ée]diath[èe]que|secours|croix|restos|emma[uü]s|mosqu[ée]e|[ée]glise|synagogue|scouts|p[ée]tanque|judo|gymnique|sportive?|sporting|boule|chasse|p[êe]che|comptoir|mdph|cpam|urssaf|r[ée]sidence|p[ée]pini[èe]res?|menuiserie|ma[çc]onnerie|plomberie|couverture|peinture|fleurs|primeurs|traiteur|salon|studio|institut|acad[ée]mie|cellule|d[ée]l[ée]gation|unafo|fnath|cgt|cfdt|fo|unsa|fsu|snuipp|fcpe|peep|h[oô]tel|intersyndicale|permanence|laboratoires?|imprimerie|amicales|[ée]quipage|chambres? d|g[îi]tes?|office|ent\.|agglo|r[ée]gie|constructions?|associ[ée]s)(?![\p{L}-])/iu;
const companies = /&\s*(?:fils|filles|cie|associ[ée]s?|s[œo]eurs?|fr[èe]res?)\b|\bet (?:fils|associ[ée]s)$/iu;
/** How a sentence begins that has no verb of its own. */
const opens =
  /^(?:de|d['’]|dans|devant|sur|depuis|merci|il|y|on|ça|c['’]|plus|pas|aussi|urgent|voir|pour|avec|sans|si|quand|comment|j['’]|bonjour|bonsoir|suite|demande|besoin|probl[èe]me|toujours|encore|trop|aucun|panneau|arr[êe]t)(?!\p{L})/iu;
const clause =
  /\b(?:je|nous|vous|il|elle|on|est|sont|avons|avez|ai|a|ont|serait|votre|vos|mes|mon|ma|pas|que|qui)\b/i;

/** Whether a short text reads as the name of an organisation: it says its kind, has a capital and no sentence in it. */
export const isOrganisationName = (text: string): boolean =>
  text.length <= 90 &&
  (kinds.test(text) || companies.test(text)) &&
  /^[«"“]?\s?(?:\p{Lu}|\p{N})/u.test(text) &&
  !/[.!?…]\s*$/.test(text.replace(/\b[A-Z]\.$/, '')) &&
  !clause.test(text) &&
  !opens.test(text);
