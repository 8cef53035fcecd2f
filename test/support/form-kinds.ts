import { Procedure } from '../../functions/procedures/procedure.ts';

/** The kinds of question that the other form has not: blocks, tables, documents, money, identifiers. */
export const otherKinds = Procedure().parse({
  id: 'essai-genres',
  revision: 2,
  title: 'Inscrire ses enfants au centre de loisirs',
  summary: 'Une inscription pour toute la famille, les jours où vous en avez besoin.',
  theme: 'famille',
  department: 'education',
  minutes: 8,
  commitmentDays: 20,
  silence: { mode: 'svr', period: 'P2M' },
  identity: { givenName: 'prenom', familyName: 'nom', email: 'courriel' },
  ineligible: [
    {
      when: { field: 'habite', is: false },
      because: 'Le centre de loisirs accueille les enfants qui habitent Val-Clair.',
    },
  ],
  fees: [
    { code: 'adhesion', label: 'Adhésion annuelle', cents: 1250 },
    {
      code: 'repas',
      label: 'Repas du mercredi',
      cents: 420,
      when: { field: 'enfants', countAbove: 1 },
    },
  ],
  documents: [
    {
      code: 'domicile',
      label: 'Justificatif de domicile',
      validMonths: 3,
      accepts: [
        { code: 'facture', label: 'Facture d’eau ou d’énergie' },
        { code: 'bail', label: 'Bail' },
      ],
    },
    { code: 'vaccins', label: 'Carnet de vaccination', requiredBy: 'code de la santé publique' },
  ],
  steps: [
    {
      id: 'situation',
      title: 'Votre situation',
      fields: [
        { type: 'yes-no', name: 'habite', label: 'Habitez-vous Val-Clair ?' },
        { type: 'country', name: 'pays', label: 'Pays de naissance', required: false },
        { type: 'given-name', name: 'prenom', label: 'Prénom' },
        { type: 'family-name', name: 'nom', label: 'Nom' },
        { type: 'birth-date', name: 'naissance', label: 'Date de naissance', minAge: 18 },
        { type: 'email', name: 'courriel', label: 'Adresse électronique' },
      ],
    },
    {
      id: 'enfants',
      title: 'Vos enfants',
      fields: [
        {
          type: 'repeat',
          name: 'enfants',
          label: 'Les enfants à inscrire',
          hint: 'Un bloc pour chaque enfant.',
          min: 1,
          max: 3,
          rowLabel: 'Enfant',
          addLabel: 'Ajouter un enfant',
          fields: [
            { type: 'given-name', name: 'prenom', label: 'Prénom' },
            { type: 'birth-date', name: 'naissance', label: 'Date de naissance', maxAge: 12 },
            { type: 'yes-no', name: 'allergie', label: 'Allergie alimentaire ?' },
            {
              type: 'text',
              name: 'laquelle',
              label: 'Laquelle ?',
              when: { field: 'allergie', is: true },
            },
          ],
        },
        {
          type: 'table',
          name: 'semaine',
          label: 'Les jours de présence',
          required: false,
          rows: [
            { value: 'mercredi', label: 'Mercredi' },
            { value: 'samedi', label: 'Samedi' },
          ],
          columns: [
            { name: 'matin', label: 'Le matin', type: 'yes-no' },
            { name: 'repas', label: 'Repas', type: 'number' },
            { name: 'note', label: 'Remarque', type: 'text' },
          ],
        },
      ],
    },
    {
      id: 'accueil',
      title: 'L’accueil',
      fields: [
        { type: 'time', name: 'heure', label: 'Heure d’arrivée' },
        { type: 'period', name: 'vacances', label: 'Vacances', maxDays: 15, required: false },
        { type: 'place', name: 'arret', label: 'Arrêt du car souhaité', required: false },
        { type: 'licence-plate', name: 'voiture', label: 'Immatriculation', required: false },
      ],
    },
    {
      id: 'paiement',
      title: 'Le paiement',
      fields: [
        { type: 'amount', name: 'quotient', label: 'Quotient familial', minCents: 0, maxCents: 500_000 },
        { type: 'iban', name: 'compte', label: 'Compte à débiter' },
        { type: 'siret', name: 'employeur', label: 'SIRET de votre employeur', required: false },
        { type: 'rna', name: 'association', label: 'Association', required: false },
        { type: 'files', name: 'justificatif', label: 'Justificatif de domicile', document: 'domicile' },
        {
          type: 'sworn-statement',
          name: 'honneur',
          label: 'Je certifie sur l’honneur que ces renseignements sont exacts.',
        },
      ],
    },
  ],
});

export const otherAnswers = {
  habite: true,
  prenom: 'Anna',
  nom: 'Petit',
  naissance: '1988-5-7',
  courriel: 'anna.petit@exemple.fr',
  enfants: [
    { prenom: 'Lina', naissance: '2019-3-1', allergie: true, laquelle: 'Arachide' },
    { prenom: 'Tom', naissance: '2021-12-31', allergie: false },
  ],
  semaine: { mercredi: { matin: true, repas: '1' }, samedi: { note: 'Une fois sur deux' } },
  heure: '8h30',
  vacances: { from: '2027-2-13', to: '2027-2-20' },
  arret: 'Devant le lavoir de la rue du Moulin',
  quotient: '1 234,5',
  compte: 'FR14 2004 1010 0505 0001 3M02 606',
  justificatif: ['u1'],
  justificatifEquivalent: 'bail',
  honneur: { givenName: 'Anna', familyName: 'Petit', signedOn: '2026-11-22' },
};

/** The same, taken only from a day that is still far. */
export const closedForm = {
  ...otherKinds,
  id: 'essai-ferme',
  title: 'S’inscrire à la fête de 2090',
  open: [{ from: '2090-01-01', to: '2090-02-28' }],
};
