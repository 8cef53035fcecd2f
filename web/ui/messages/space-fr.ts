import { time as timeOf } from './dates.ts';

/** Words of the frame around the signed-in pages. */
export const space = {
  kicker: 'Mon espace',
  signedInAs: (name: string) => `Mon espace · ${name}`,
  inTheirName: 'En son nom',
  navigation: 'Mon espace',
  menu: 'Menu de mon espace',
  sections: {
    home: 'Accueil',
    requests: 'Mes demandes',
    household: 'Foyer',
    safe: 'Coffre-fort',
    mandates: 'Mandats',
    appointments: 'Rendez-vous',
    payments: 'Paiements',
    subscriptions: 'Abonnements',
    profile: 'Mes informations',
    security: 'Sécurité',
    data: 'Mes données',
  },
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  actingFor: (name: string) => `Vous agissez pour ${name}`,
  actingForText: 'Tout ce que vous faites ici est fait en son nom et porte aussi le vôtre.',
  stopActing: 'Revenir à mon espace',
  loading: 'Nous ouvrons votre espace.',
  failed: 'Votre espace n’a pas pu s’ouvrir.',
  nameMissing: 'Comment vous appelez-vous ?',
  nameMissingText: 'Dites-le une fois : vos démarches seront préremplies.',
  nameMissingLink: 'Donner mon nom',
  ending: {
    title: 'Vous allez être déconnecté',
    text: (time: string) =>
      `Sans nouvelle de vous, votre session se ferme à ${timeOf(time)}. Ce que vous avez écrit reste sur cette page.`,
    stay: 'Rester connecté',
    lastText: (time: string) =>
      `Pour votre sécurité, votre session se ferme à ${timeOf(time)}. Reconnectez-vous pour continuer.`,
    again: 'Me reconnecter',
    over: 'Votre session est fermée. Reconnectez-vous pour continuer.',
  },
};
