/** A procedure of tests with every kind of step that people walk, and two documents of which a text demands one. */
export const walkedProcedure = (id: string) => ({
  id,
  revision: 1,
  title: 'Occuper la place du marché',
  summary: 'Une procédure de test qui passe par toutes les étapes du travail.',
  theme: 'rue-environnement',
  department: 'voirie',
  minutes: 5,
  commitmentDays: 45,
  silence: { mode: 'svr', period: 'P2M' },
  documents: [
    {
      code: 'plan',
      label: 'Plan de l’installation',
      requiredBy: 'arrêté du 8 juin 2020',
      accepts: [{ code: 'croquis', label: 'Croquis à main levée' }],
    },
    { code: 'photo', label: 'Photo des lieux' },
  ],
  steps: [
    {
      id: 'demande',
      title: 'Votre demande',
      fields: [
        { type: 'text', name: 'objet', label: 'Que voulez-vous installer ?' },
        { type: 'number', name: 'surface', label: 'Quelle surface, en mètres carrés ?' },
        { type: 'given-name', name: 'givenName', label: 'Prénom' },
        { type: 'family-name', name: 'familyName', label: 'Nom' },
        { type: 'email', name: 'email', label: 'Adresse électronique' },
        { type: 'address', name: 'address', label: 'Adresse' },
      ],
    },
  ],
  workflow: [
    {
      kind: 'check',
      id: 'verifier',
      title: 'Vérifier le dossier',
      points: [
        { code: 'assurance', label: 'L’assurance est valable' },
        { code: 'plan', label: 'Le plan est lisible' },
      ],
    },
    {
      kind: 'opinion',
      id: 'avis',
      title: 'Avis des services',
      from: ['finances', 'etat-civil'],
      question: 'Voyez-vous un obstacle ?',
      days: 5,
      when: { field: 'surface', above: 20 },
    },
    { kind: 'decision', id: 'decider', title: 'Décider' },
    { kind: 'letter', id: 'ecrire', title: 'Écrire la réponse' },
    {
      kind: 'visa',
      id: 'viser',
      title: 'Visa',
      by: { agent: 'marc.delmas' },
      when: { field: 'outcome', is: 'refused' },
    },
  ],
  identity: { givenName: 'givenName', familyName: 'familyName', email: 'email', address: 'address' },
  subjectField: 'objet',
});

export const walkedAnswers = (n: string, surface = 40) => ({
  ...{ objet: 'Un manège pour enfants', surface, givenName: 'Anna', familyName: `Petit${n}` },
  email: `anna.petit${n}@courriel.example`,
  address: { lines: '4 rue du Moulin', postalCode: '99103', city: 'Courzay' },
});
