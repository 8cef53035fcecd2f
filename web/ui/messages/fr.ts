import { plural } from './numbers.ts';
import { ownProblems } from './own-problems.ts';

/** Sentences of the kit, shared by both applications. */
export const kit = {
  skip: 'Aller au contenu',
  titleSeparator: ' – ',
  errorPrefix: 'Erreur : ',
  optional: 'facultatif',
  demonstration: 'Collectivité de démonstration, inventée. Aucune demande n’est réellement traitée.',
  demonstrationLabel: 'Avertissement',
  home: 'Accueil',
  mainNavigation: 'Navigation principale',
  footerNavigation: 'Informations légales et contact',
  breadcrumb: 'Vous êtes ici',
  close: 'Fermer',
  loading: 'Chargement en cours',
  retry: 'Réessayer',
  errorSummary: (count: number) =>
    count === 1 ? 'Une réponse est à corriger' : `${count} réponses sont à corriger`,
  date: { day: 'Jour', month: 'Mois', year: 'Année' },
  select: 'Choisissez dans la liste',
  address: { lines: 'Numéro et rue', postalCode: 'Code postal', city: 'Ville' },
  period: { from: 'Du', to: 'Au', parts: { from: 'premier jour', to: 'dernier jour' } },
  sworn: {
    givenName: 'Votre prénom',
    familyName: 'Votre nom',
    hint: 'Écrire votre nom vaut signature. Une fausse déclaration est punie par la loi (code pénal, article 441-7).',
    on: (date: string) => `Signé le ${date}`,
  },
  charactersLeft: (left: number) =>
    left >= 0
      ? `Il reste ${plural(left, { one: 'caractère', other: 'caractères' })}`
      : `${plural(-left, { one: 'caractère', other: 'caractères' })} en trop`,
  change: 'Modifier',
  pagination: {
    label: 'Pages',
    previous: 'Page précédente',
    next: 'Page suivante',
    first: 'Revenir au début',
  },
  step: { done: 'Fait', current: 'En ce moment', 'to-come': 'À venir' },
  /** Sentence of a problem answered by the API, by code. */
  problem: (code: string): string => problems[code] ?? ownProblems[code] ?? problems.unexpected ?? code,
};

const problems: Record<string, string> = {
  network:
    'La connexion est interrompue. Rien n’est perdu : vérifiez votre accès à Internet, puis réessayez.',
  timeout: 'Le service met trop de temps à répondre. Rien n’est perdu : réessayez dans un instant.',
  unexpected: 'Le service rencontre un problème. Rien n’est perdu : réessayez dans un instant.',
  'invalid-input': 'Certaines informations n’ont pas la forme attendue.',
  unauthenticated: 'Votre session est terminée. Connectez-vous à nouveau.',
  forbidden: 'Vous n’avez pas accès à cette page.',
  'not-in-mandate':
    'Votre mandat ne couvre pas cela. La personne peut le faire elle-même, ou vous donner un autre mandat.',
  'mandate-over': 'Ce mandat est terminé. Revenez à votre espace.',
  'other-person-now':
    'Dans un autre onglet, vous avez changé de personne : rien n’a été envoyé. Rechargez cette page pour continuer.',
  'no-own-channel':
    'Nous ne connaissons aucun moyen de prévenir la personne sans passer par celle qui l’aide. Ajoutez son adresse, son numéro ou son courriel.',
  'not-found': 'Nous n’avons pas trouvé ce que vous cherchez.',
  'wrong-tracking-code':
    'Aucune demande ne correspond à ce numéro et à ce code. Vérifiez-les sur votre confirmation ou votre courriel.',
  'wrong-code': 'Ce code n’est pas le bon, ou il n’est plus valable.',
  conflict: 'Quelqu’un a modifié cet élément entre-temps. Rechargez la page pour voir les changements.',
  'idempotency-key-reused': 'Cet envoi a déjà été fait avec un autre contenu. Rechargez la page.',
  'already-closed': 'Cette demande est terminée.',
  'already-decided': 'Une décision a déjà été prise.',
  'not-allowed-in-state': 'Cette action n’est plus possible à ce stade.',
  'too-large': 'Ce fichier est trop lourd.',
  'unsupported-type': 'Ce format de fichier n’est pas accepté.',
  'upload-missing': 'Un fichier n’est plus disponible. Ajoutez-le à nouveau.',
  'invalid-answers': 'Certaines réponses sont à corriger.',
  'procedure-closed': 'Cette démarche n’est pas ouverte en ce moment.',
  'not-eligible': 'D’après vos réponses, cette démarche n’est pas faite pour votre situation.',
  'fresh-sign-in-needed': 'Confirmez votre identité pour valider plusieurs courriers.',
  'payment-under-way':
    'Un paiement est déjà en cours pour cette somme. Son résultat est connu en quelques minutes : patientez avant de recommencer.',
  'already-paid': 'Cette somme est déjà payée. Rien d’autre ne vous est demandé.',
  'payment-in-doubt':
    'Nous vérifions un paiement reçu pour cette somme. N’en faites pas d’autre : le service des finances s’en occupe.',
  'amount-not-payable-online': 'Ce montant ne peut pas être payé en ligne. Payez-le au guichet.',
  'payment-unavailable':
    'Le service de paiement ne répond pas en ce moment. Rien n’a été prélevé : réessayez dans quelques minutes.',
  'too-many-requests': 'Trop d’essais en peu de temps. Patientez une minute, puis réessayez.',
};
