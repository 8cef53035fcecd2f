import { day, dayAndTime, relativeDay } from './dates.ts';

/** Words of the first page of the signed-in space. */
export const spaceHome = {
  hello: (name: string) => (name ? `Bonjour ${name}` : 'Bonjour'),
  failed: 'Cette partie ne répond pas pour l’instant.',
  awaits: {
    title: 'À vous d’agir',
    none: 'Rien ne vous attend. Nous vous préviendrons.',
    request: (subject: string) => `Répondre : ${subject}`,
    until: (on: string, now: string) => `avant le ${day(on)}, ${relativeDay(on, now)}`,
    pay: (label: string, amount: string) => `Payer ${amount} : ${label}`,
    due: (on: string) => `à payer avant le ${day(on)}`,
    document: (label: string) => `Préparer : ${label}`,
    profile: 'Compléter mes informations',
    profileText: 'Votre nom manque : vos démarches ne peuvent pas être préremplies.',
  },
  requests: {
    title: 'Mes demandes',
    none: 'Aucune demande pour l’instant.',
    start: 'Faire une démarche',
    all: 'Toutes mes demandes',
    sent: (on: string) => `Envoyée le ${day(on)}`,
    promised: (on: string) => `Réponse promise avant le ${day(on)}`,
    ended: 'Terminée',
  },
  drafts: {
    title: 'À reprendre',
    step: (at: number, count: number) => `Étape ${at} sur ${count}`,
    until: (on: string) => `gardé jusqu’au ${day(on)}`,
  },
  appointments: {
    title: 'Rendez-vous',
    none: 'Aucun rendez-vous à venir.',
    book: 'Prendre rendez-vous',
    all: 'Mes rendez-vous',
    at: (instant: string, place: string) => `${dayAndTime(instant)}, ${place}`,
  },
  payments: {
    title: 'Paiements',
    none: 'Rien à payer.',
    all: 'Mes paiements',
  },
  safe: {
    title: 'Coffre-fort',
    none: 'Aucun document à renouveler.',
    all: 'Ouvrir mon coffre-fort',
    expires: (on: string) => `valable jusqu’au ${day(on)}`,
    season: (on: string) => `utile à partir du ${day(on)}`,
  },
  household: {
    title: 'Foyer',
    text: 'Enfants, conjoint, parents : dites-le une fois, vos démarches s’en souviennent.',
    all: 'Gérer mon foyer',
  },
  newcomer: {
    title: 'Votre espace est prêt',
    text: 'Il se remplira de vos démarches. Pour commencer :',
    steps: {
      procedure: 'Faire une première démarche',
      household: 'Ajouter les membres de votre foyer',
      safe: 'Déposer un justificatif, pour ne plus l’envoyer deux fois',
      track: 'Ajouter une demande déjà faite, avec son numéro et son code',
    },
  },
};
