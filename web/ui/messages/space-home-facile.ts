import { day, relativeDay } from './dates.ts';
import type { spaceHome as French } from './space-home-fr.ts';
import { spaceHome as french } from './space-home-fr.ts';

export const spaceHome: typeof French = {
  ...french,
  failed: 'Cette partie ne s’ouvre pas. Essayez plus tard.',
  awaits: {
    ...french.awaits,
    title: 'Vous devez faire quelque chose',
    none: 'Vous n’avez rien à faire. Nous vous écrirons.',
    until: (on: string, now: string) => `avant le ${day(on)}, ${relativeDay(on, now)}`,
    due: (on: string) => `payez avant le ${day(on)}`,
    profile: 'Écrire mon nom',
    profileText: 'Nous ne savons pas votre nom. Nous ne pouvons pas l’écrire pour vous.',
  },
  requests: {
    ...french.requests,
    none: 'Il n’y a pas de demande.',
    start: 'Demander quelque chose',
    sent: (on: string) => `Partie le ${day(on)}`,
    promised: (on: string) => `Nous répondons avant le ${day(on)}`,
    ended: 'C’est fini',
  },
  drafts: {
    title: 'Vous avez commencé',
    step: (at: number, count: number) => `Page ${at} sur ${count}`,
    until: (on: string) => `gardé jusqu’au ${day(on)}`,
  },
  appointments: { ...french.appointments, title: 'Mes rendez-vous', none: 'Vous n’avez pas de rendez-vous.' },
  payments: { title: 'Payer', none: 'Vous n’avez rien à payer.', all: 'Voir tout' },
  safe: {
    title: 'Mes documents',
    none: 'Vos documents sont bons.',
    all: 'Voir mes documents',
    expires: (on: string) => `bon jusqu’au ${day(on)}`,
    season: (on: string) => `vous en aurez besoin le ${day(on)}`,
  },
  household: {
    title: 'Ma famille',
    text: 'Écrivez 1 fois le nom de vos enfants et de votre famille. Nous l’écrirons pour vous dans vos demandes.',
    all: 'Voir ma famille',
  },
  newcomer: {
    title: 'Votre compte est prêt',
    text: 'Vous pouvez :',
    steps: {
      procedure: 'Demander quelque chose',
      household: 'Écrire qui est dans votre famille',
      safe: 'Mettre un document ici. Vous ne l’enverrez plus.',
      track: 'Ajouter une demande. Il faut son numéro et son code.',
    },
  },
};
