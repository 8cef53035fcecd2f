/** French of receipts and of the mails that acknowledge payments (CRPA L112-11, R112-11-1). */
export const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);

const means = { card: 'carte bancaire', debit: 'prélèvement', other: 'autre moyen' } as const;
type Means = keyof typeof means;
type Office = { name: string; postalAddress: string; email: string; phone: string };
type Given = {
  label: string;
  cents: number;
  payRef: string;
  day: string;
  time: string;
  means: Means;
  authorisation: string | null;
};

export const receipt = {
  title: 'Reçu de paiement',
  facts: ({ label, cents, payRef, day, time, means: by, authorisation }: Given): [string, string][] => [
    ['Objet', label],
    ['Montant payé', euros(cents)],
    ['Reçu le', `${day} à ${time}`],
    ['Moyen de paiement', `${means[by]}, par PayFiP`],
    ...(authorisation ? [['Numéro d’autorisation', authorisation] as [string, string]] : []),
    ['Référence du paiement', payRef],
  ],
  reference: (reference: string): [string, string] => ['Demande', reference],
  invoice: (invoice: string): [string, string] => ['Facture', invoice],
  family: (family: string): [string, string] => ['Numéro de famille', family],
  details: 'Détail',
  line: (label: string, cents: number) => `${label} : ${euros(cents)}`,
  service: 'Service chargé de votre paiement',
  office: ({ name, postalAddress, email, phone }: Office) => `${name}\n${postalAddress}\n${email}\n${phone}`,
  twice:
    'Cette somme avait déjà été payée. Votre second paiement vous sera remboursé par le comptable public, sans démarche de votre part.',
  dropped:
    'Cette somme n’était plus due : elle vous sera remboursée par le comptable public, sans démarche de votre part.',
  test: 'Paiement de test : aucune somme n’a été prélevée.',
  fileName: (payRef: string) => `recu-${payRef}.pdf`,
};

export const acknowledgement = {
  subject: (label: string) => `Accusé de réception de votre paiement : ${label}`,
  text: (given: Given & { authority: string; office: Office; note: string | null }): string =>
    [
      'Bonjour,',
      `Nous avons bien reçu votre paiement de ${euros(given.cents)} le ${given.day} à ${given.time}, par ${means[given.means]}.`,
      [
        `- Objet : ${given.label}`,
        `- Référence du paiement : ${given.payRef}`,
        ...(given.authorisation ? [`- Numéro d’autorisation : ${given.authorisation}`] : []),
      ].join('\n'),
      ...(given.note ? [given.note] : []),
      'Votre reçu est joint à ce message. Conservez-le.',
      `Le service chargé de votre paiement est : ${given.office.name}.\n${given.office.postalAddress}\nCourriel : ${given.office.email}\nTéléphone : ${given.office.phone}`,
      `Cordialement,\n${given.authority}`,
    ].join('\n\n'),
  track: 'Voir mes paiements',
  footer: (phone: string): string[] => [
    `Accusé de réception électronique d’un paiement (article L. 112-11 du code des relations entre le public et l’administration).`,
    acknowledgement.question(phone),
  ],
  question: (phone: string) => `Une question ? Appelez le ${phone}.`,
  demonstration: 'Collectivité de démonstration : ce message est fictif.',
};

export const refundMail = {
  subject: 'Votre demande de remboursement',
  accepted: (cents: number) =>
    `Votre remboursement de ${euros(cents)} est accepté. Le comptable public fait le virement : comptez quelques semaines.`,
  done: (cents: number, day: string) => `Votre remboursement de ${euros(cents)} a été fait le ${day}.`,
  refused: (cents: number, why: string) =>
    `Votre demande de remboursement de ${euros(cents)} n’a pas été acceptée.\n\nMotif : ${why}`,
};
export const below = {
  subject: 'Il manque de l’argent sur votre compte de repas',
  text: (family: string, cents: number) =>
    `Bonjour,\n\nLe compte de repas de la famille ${family} est vide, et vous devez ${euros(-cents)}. Les repas restent servis. Versez de l’argent dès que possible, sur la page Payer.`,
};
