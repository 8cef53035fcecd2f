import type { home as FrenchHome, procedureList as FrenchList } from './home-fr.ts';
import { plural } from './numbers.ts';

export const home: typeof FrenchHome = {
  title: 'Faire une demande, c’est simple',
  documentTitle: 'Vos demandes sur Internet',
  description: (name: string) => `Vous pouvez demander quelque chose à ${name}. Vous pouvez lire la réponse.`,
  lead: (name: string) => `Vous pouvez demander quelque chose. ${name} vous répond. Vous savez quand.`,
  searchLabel: 'Que cherchez-vous ?',
  searchHint: 'Écrivez un mot. Par exemple : cantine, carte d’identité',
  search: 'Chercher',
  results: (count: number) =>
    count === 0 ? 'Nous n’avons rien trouvé' : plural(count, { one: 'résultat', other: 'résultats' }),
  resultsLabel: 'Ce que nous avons trouvé',
  nothing: 'Nous n’avons rien trouvé. Écrivez-nous. Nous cherchons pour vous.',
  writeToUs: 'Nous écrire',
  popular: 'Ce que les gens demandent souvent',
  all: 'Voir toutes les demandes',
  trackTitle: 'Où est ma demande ?',
  trackText: 'Vous avez reçu un numéro et un code. Gardez-les. Ils servent à suivre votre demande.',
  trackAction: 'Suivre ma demande',
  helpTitle: 'Des réponses à vos questions',
  helpAll: 'Voir toutes les réponses',
  contactTitle: 'Nous parler',
  contactText: 'Une personne vous répond. Elle peut vous aider à remplir la demande.',
  promiseTitle: 'Ce que nous promettons',
  promises: [
    { title: 'Un seul endroit', text: 'Vous écrivez ici. Nous trouvons la bonne personne.' },
    { title: 'Une date', text: 'Nous vous disons quand nous allons répondre.' },
    {
      title: 'Pas de publicité',
      text: 'Vous n’avez pas besoin de compte. Personne ne vous suit sur Internet.',
    },
  ],
};
export const procedureList: typeof FrenchList = {
  title: 'Toutes les demandes',
  description: 'La liste de ce que vous pouvez demander.',
  intro: 'Prenez votre temps. Vos réponses restent sur votre appareil.',
  filterLabel: 'Chercher dans la liste',
  shown: (count: number) => plural(count, { one: 'demande', other: 'demandes' }),
  nothing: 'Aucune demande ne contient ces mots.',
  clear: 'Voir toute la liste',
};
