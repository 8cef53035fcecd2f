import { time as timeOf } from './dates.ts';
import type { space as French } from './space-fr.ts';
import { space as french } from './space-fr.ts';

export const space: typeof French = {
  ...french,
  kicker: 'Mon compte',
  signedInAs: (name: string) => `Mon compte · ${name}`,
  inTheirName: 'Pour cette personne',
  navigation: 'Mon compte',
  menu: 'Les pages de mon compte',
  sections: {
    ...french.sections,
    home: 'Première page',
    household: 'Ma famille',
    safe: 'Mes documents',
    appointments: 'Mes rendez-vous',
    payments: 'Payer',
    subscriptions: 'Mes nouvelles',
    mandates: 'Aider et être aidé',
    profile: 'Mon nom et mon adresse',
    data: 'Ce que vous savez de moi',
  },
  signIn: 'Entrer',
  signOut: 'Sortir',
  actingFor: (name: string) => `Vous agissez pour ${name}`,
  actingForText: 'Vous faites les choses pour cette personne. Nous écrivons aussi votre nom.',
  stopActing: 'Revenir à mon compte',
  loading: 'Nous ouvrons votre compte.',
  failed: 'Votre compte ne s’ouvre pas.',
  nameMissingText: 'Écrivez votre nom 1 fois. Nous l’écrirons pour vous dans vos demandes.',
  nameMissingLink: 'Écrire mon nom',
  ending: {
    title: 'Vous êtes encore là ?',
    text: (time: string) =>
      `Vous ne faites rien depuis longtemps. Nous fermons votre compte à ${timeOf(time)}. Ce que vous avez écrit reste ici.`,
    stay: 'Oui, je suis là',
    lastText: (time: string) => `Nous fermons votre compte à ${timeOf(time)}. Vous pourrez entrer encore.`,
    again: 'Entrer encore',
    over: 'Votre compte est fermé. Vous pouvez entrer encore.',
  },
};
