import { euros, plural } from './numbers.ts';

/** What finance does with payments. */
export const payments = {
  title: 'Paiements',
  intro: 'Ce qui est reçu par PayFiP, ce qui reste à payer, ce qui est à vérifier et à rembourser.',
  nav: 'Listes des paiements',
  lists: {
    received: 'Reçus',
    open: 'À payer',
    doubt: 'À vérifier',
    refunds: 'Remboursements',
    repaid: 'Traités',
  },
  files: 'Fichiers',
  back: 'Revenir aux paiements',
  day: 'Jour',
  show: 'Afficher',
  counted: (count: number) => (count >= 1_000 ? '1 000 ou plus' : String(count)),
  empty: {
    received: ['Rien reçu ce jour', 'Choisissez un autre jour pour voir ce qui a été reçu.'],
    open: ['Rien à payer', 'Les frais des démarches et les factures importées apparaissent ici.'],
    doubt: [
      'Rien à vérifier',
      'Un paiement dont PayFiP dit autre chose que ce qui était demandé apparaît ici.',
    ],
    refunds: [
      'Aucun remboursement à décider',
      'Les demandes des usagers et les paiements reçus en double apparaissent ici.',
    ],
    repaid: ['Aucun remboursement traité', 'Ce qui a été remboursé ou refusé apparaît ici.'],
  } as Record<string, [string, string]>,
  kinds: { fee: 'Frais de démarche', invoice: 'Facture', deposit: 'Compte de restauration' },
  states: {
    due: 'À payer',
    paying: 'En cours',
    paid: 'Payé',
    'refund-asked': 'Remboursement à décider',
    refunded: 'Remboursé',
    cancelled: 'Annulé',
  },
  columns: { what: 'Paiement', amount: 'Montant', state: 'État', deed: 'À faire' },
  family: (number: string) => `Famille ${number}`,
  receivedAt: (at: string, by: string) => `Reçu le ${at}, ${by === 'debit' ? 'prélèvement' : 'carte'}`,
  dueOn: (day: string) => `Avant le ${day}`,
  since: (day: string) => `Depuis le ${day}`,
  doubts: {
    'wrong-amount': (told: number | null) =>
      told === null ? 'PayFiP indique un autre montant.' : `PayFiP indique ${euros(told)}.`,
    'wrong-reference': () => 'PayFiP indique une autre référence de dette.',
    'wrong-client': () => 'PayFiP indique un autre numéro de client.',
    'never-known': () => 'PayFiP n’a rien répondu en sept jours.',
  },
  doubtHelp: 'Vérifiez auprès du comptable public avant de décider.',
  isPaid: 'C’est payé',
  isUnpaid: 'Ce n’est pas payé',
  reasons: {
    'paid-twice': 'Payé deux fois',
    dropped: 'Demande retirée',
    asked: 'Demandé',
    doubtful: 'Reçu sans correspondre',
  },
  refundStates: {
    proposed: 'Proposé',
    asked: 'Demandé',
    accepted: 'Mandat en cours',
    done: 'Fait',
    refused: 'Refusé',
  },
  askedBy: (by: string) =>
    by === 'auto'
      ? 'Proposé automatiquement'
      : by.startsWith('agent:')
        ? `Demandé par ${by.slice(6)}`
        : 'Demandé par l’usager',
  accept: 'Accepter',
  refuse: 'Refuser',
  markDone: 'Remboursé le…',
  refuseTitle: 'Refuser le remboursement',
  why: 'Motif, envoyé à l’usager',
  whyMissing: 'Indiquez le motif du refus',
  doneTitle: 'Remboursement fait',
  doneOn: 'Jour du virement',
  doneMissing: 'Indiquez le jour du virement',
  doneOnDay: (day: string) => `Fait le ${day}`,
  askTitle: 'Demander un remboursement',
  ask: 'Rembourser',
  askText: 'Pourquoi rembourser',
  askMissing: 'Dites pourquoi',
  confirm: 'Valider',
  saved: 'C’est enregistré.',
  request: {
    title: 'Paiement',
    due: (cents: number) => `${euros(cents)} à payer`,
    paying: (cents: number) => `${euros(cents)}, paiement en cours`,
    paid: (cents: number, day: string) => `${euros(cents)} payés le ${day}`,
    'refund-asked': (cents: number) => `${euros(cents)}, remboursement à décider`,
    refunded: (cents: number) => `${euros(cents)} remboursés`,
    cancelled: (cents: number) => `${euros(cents)}, annulé`,
    unpaid: 'La somme due pour cette demande n’est pas encore payée.',
  },
};

/** Invoices, meals, and the treasury's books. */
export const paymentFiles = {
  title: 'Fichiers des finances',
  intro:
    'Des fichiers CSV, avec une ligne de titres. Chaque ligne reçoit une réponse ; importer deux fois ne change rien.',
  invoices: {
    title: 'Factures',
    columns:
      'Colonnes : facture ; famille ; montant ; objet, et si vous les avez echeance ; courriel. 1 000 lignes au plus.',
    file: 'Fichier des factures',
  },
  meals: {
    title: 'Repas',
    columns:
      'Colonnes : famille ; enfant ; date ; repas ; montant. Chaque repas est débité une fois du compte prépayé.',
    file: 'Fichier des repas',
  },
  check: 'Vérifier',
  checking: 'Vérification en cours',
  import: 'Importer',
  importing: 'Importation en cours',
  noFile: 'Choisissez un fichier',
  unreadable: 'Ce fichier n’est pas un texte lisible',
  summary: (report: { isDry: boolean; fresh: number; known: number; refused: number; total: number }) =>
    [
      `${plural(report.fresh, { one: 'ligne nouvelle', other: 'lignes nouvelles' })} (${euros(report.total)})`,
      plural(report.known, { one: 'déjà importée', other: 'déjà importées' }),
      plural(report.refused, { one: 'refusée', other: 'refusées' }),
    ].join(', ') + (report.isDry ? '. Rien n’est encore importé.' : '.'),
  lines: 'Réponse à chaque ligne',
  headings: { line: 'Ligne', what: 'Numéro', state: 'Réponse', balance: 'Solde' },
  states: { new: 'Nouvelle', known: 'Déjà importée', refused: 'Refusée' },
  below: 'compte débiteur',
  problems: {
    'no-headings': 'La première ligne doit porter les titres des colonnes, séparés par des points-virgules.',
    'no-column': 'Cette colonne manque.',
    'no-line': 'Le fichier ne contient aucune ligne.',
    'too-many-lines': 'Plus de 1 000 lignes : coupez le fichier en plusieurs.',
    'not-a-number': 'Ce numéro n’a pas la forme attendue.',
    'twice-in-file': 'Ce numéro est déjà plus haut dans le fichier.',
    'not-an-amount': 'Ce montant n’est pas lisible, par exemple 84,50.',
    'not-a-label': 'Ce libellé manque ou dépasse 150 caractères.',
    'not-a-day': 'Cette date n’existe pas, par exemple 30/11/2026.',
    'not-an-address': 'Cette adresse électronique n’est pas lisible.',
    'known-otherwise': 'Cette facture est déjà connue avec un autre montant ou une autre famille.',
    busy: 'Ce compte bougeait trop : importez cette ligne à nouveau.',
  } as Record<string, string>,
  treasury: {
    title: 'Rapprochement avec le comptable public',
    intro:
      'Le fichier des encaissements, avec les totaux par jour, puis la comparaison avec celui du comptable.',
    from: 'Du',
    to: 'Au',
    download: 'Télécharger les encaissements',
    file: 'Fichier du comptable',
    columns: 'Colonnes : reference ; montant, et si vous les avez operation ; autorisation.',
    compare: 'Comparer',
    wrongPeriod: 'Choisissez deux jours, 31 jours d’écart au plus',
    noColumn: 'Les colonnes reference et montant sont introuvables.',
    tooLong: 'Ce fichier dépasse 5 000 lignes.',
    same: (rows: number) =>
      `${plural(rows, { one: 'ligne comparée', other: 'lignes comparées' })} : aucun écart.`,
    differs: (matched: number, count: number) =>
      `${plural(matched, { one: 'ligne identique', other: 'lignes identiques' })}, ${plural(count, { one: 'écart', other: 'écarts' })}.`,
    table: 'Écarts',
    headings: {
      payRef: 'Référence',
      kind: 'Écart',
      here: 'Ici',
      there: 'Chez le comptable',
      deed: 'À faire',
    },
    kinds: {
      'unknown-here': 'Inconnu ici',
      'not-paid-here': 'Encaissé par le comptable, pas ici',
      'amount-differs': 'Montants différents',
      'missing-there': 'Encaissé ici, absent chez le comptable',
      unreadable: 'Montant illisible',
    },
    adopt: 'Reprendre ce paiement',
    adopted: 'Le paiement est repris : l’accusé de réception part à l’usager.',
    none: '–',
  },
};
