/** A procedure invented for the signature book: two visas one after the other, then a personal signature. */
export const bookProcedure = (id: string) => ({
  id,
  revision: 1,
  title: 'Autorisation de fête de quartier',
  summary: 'Demandez à occuper une place pour une fête de quartier.',
  theme: 'autre',
  keywords: ['fête', 'quartier'],
  department: 'voirie',
  minutes: 3,
  commitmentDays: 15,
  silence: { mode: 'svr', period: 'P2M' },
  steps: [
    {
      id: 'demande',
      title: 'Votre fête',
      fields: [
        { type: 'text', name: 'subject', label: 'Où et quand ?', maxLength: 120 },
        { type: 'given-name', name: 'givenName', label: 'Prénom' },
        { type: 'family-name', name: 'familyName', label: 'Nom de famille' },
        { type: 'email', name: 'email', label: 'Adresse électronique' },
      ],
    },
  ],
  workflow: [
    { kind: 'letter', id: 'lettre', title: 'Rédiger la réponse' },
    { kind: 'visa', id: 'visa-service', title: 'Visa du service', by: { agent: 'marc.delmas' } },
    { kind: 'visa', id: 'visa-direction', title: 'Visa de la direction', by: { agent: 'agnes.roche' } },
    { kind: 'signature', id: 'signature', title: 'Signature', by: { role: 'signatory' }, mode: 'personal' },
  ],
  identity: { givenName: 'givenName', familyName: 'familyName', email: 'email' },
  subjectField: 'subject',
});
