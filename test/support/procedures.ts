import { Procedure } from '../../functions/procedures/procedure.ts';

/** A form with every kind of question, a conditional step and chained conditions. */
export const everyKind = Procedure().parse({
  id: 'essai-complet',
  revision: 3,
  title: 'Demander un emplacement pour un déménagement',
  summary: 'Réservez la chaussée devant chez vous le temps de votre déménagement.',
  theme: 'rue-environnement',
  keywords: ['déménagement', 'stationnement', 'camion'],
  department: 'voirie',
  minutes: 4,
  commitmentDays: 15,
  silence: { mode: 'svr', period: 'P2M' },
  youWillNeed: ['L’adresse du déménagement', 'Le numéro d’immatriculation du véhicule'],
  before:
    'La réservation est **gratuite** pour les particuliers.\n\nDéposez votre demande quinze jours avant.',
  identity: {
    givenName: 'prenom',
    familyName: 'nom',
    email: 'courriel',
    phone: 'telephone',
    address: 'adresse',
  },
  subject: 'Emplacement de déménagement',
  steps: [
    {
      id: 'besoin',
      title: 'De quoi avez-vous besoin ?',
      fields: [
        {
          type: 'choice',
          name: 'pour',
          label: 'Vous faites cette demande',
          options: [
            { value: 'moi', label: 'Pour vous-même' },
            {
              value: 'autre',
              label: 'Pour quelqu’un d’autre',
              hint: 'Un proche, une personne que vous aidez.',
            },
          ],
        },
        {
          type: 'text',
          name: 'lien',
          label: 'Votre lien avec cette personne',
          when: { field: 'pour', is: 'autre' },
        },
        {
          type: 'choices',
          name: 'materiel',
          label: 'Matériel à installer',
          required: false,
          options: [
            { value: 'panneaux', label: 'Panneaux' },
            { value: 'barrieres', label: 'Barrières' },
            { value: 'monte-meubles', label: 'Monte-meubles' },
          ],
        },
        {
          type: 'number',
          name: 'longueur',
          label: 'Longueur à réserver',
          unit: 'm',
          min: 3,
          max: 30,
          when: { field: 'materiel', filled: true },
        },
      ],
    },
    {
      id: 'lieu',
      title: 'Où et quand ?',
      hint: 'La demande se fait au moins quinze jours avant.',
      fields: [
        { type: 'address', name: 'adresse', label: 'Adresse du déménagement' },
        { type: 'commune', name: 'commune', label: 'Commune' },
        { type: 'date', name: 'jour', label: 'Jour du déménagement', future: true },
        {
          type: 'text',
          name: 'plaque',
          label: 'Immatriculation du véhicule',
          pattern: 'licence-plate',
          required: false,
          hint: 'Par exemple AB-123-CD.',
        },
      ],
    },
    {
      id: 'monte-meubles',
      title: 'Le monte-meubles',
      when: { field: 'materiel', is: 'monte-meubles' },
      fields: [
        {
          type: 'information',
          name: 'rappel',
          label: 'Le monte-meubles demande une attestation d’assurance.',
        },
        { type: 'files', name: 'assurance', label: 'Attestation d’assurance', max: 2 },
      ],
    },
    {
      id: 'vous',
      title: 'Vos coordonnées',
      fields: [
        { type: 'given-name', name: 'prenom', label: 'Prénom' },
        { type: 'family-name', name: 'nom', label: 'Nom' },
        { type: 'email', name: 'courriel', label: 'Adresse électronique' },
        { type: 'phone', name: 'telephone', label: 'Téléphone', required: false },
      ],
    },
    {
      id: 'precisions',
      title: 'Autre chose à nous dire ?',
      fields: [
        { type: 'textarea', name: 'message', label: 'Précisions', required: false, maxLength: 500 },
        { type: 'files', name: 'pieces', label: 'Photos ou documents', required: false },
        { type: 'consent', name: 'exact', label: 'Je certifie que ces renseignements sont exacts.' },
      ],
    },
  ],
});

export const goodAnswers = {
  pour: 'moi',
  materiel: ['panneaux'],
  longueur: '12,5',
  adresse: { lines: '4 rue du Moulin', postalCode: '45 000', city: 'Val-Clair' },
  commune: '45001',
  jour: '2026-12-4',
  prenom: 'Anna',
  nom: 'Petit',
  courriel: 'anna.petit@exemple.fr',
  exact: true,
};
