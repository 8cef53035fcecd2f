import type { portal as French } from './portal-fr.ts';
import { portal as french } from './portal-fr.ts';

export const portal: typeof French = {
  ...french,
  tagline: 'Faire une demande sur Internet',
  servicesTitle: 'Vous pouvez aussi',
  services: {
    appointments: 'Prendre rendez-vous',
    pay: 'Payer une facture',
    report: 'Dire qu’il y a un problème dans la rue',
    subscriptions: 'Recevoir des nouvelles',
  },
  links: { procedures: 'Demander', track: 'Suivre ma demande', help: 'Aide', contact: 'Nous parler' },
  signIn: 'Entrer dans mon compte',
  space: 'Mon compte',
  legal: {
    accessibility: 'Accessibilité',
    terms: 'Qui fait ce site ?',
    privacy: 'Vos informations',
    map: 'Toutes les pages',
    agents: 'Pour nos employés',
  },
  conformity: {
    totalement: 'tout est accessible',
    partiellement: 'presque tout est accessible',
    non: 'tout n’est pas accessible',
  },
  minutes: (count: number) => `Il faut ${count} minute${count > 1 ? 's' : ''}`,
};
