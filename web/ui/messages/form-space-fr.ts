/** Words of a form for whoever is signed in: what is known already, what is kept for the other devices. */
const correct = 'Corrigez si ce n’est plus exact.';
export const formSpace = {
  saved: (at: string) => `Brouillon enregistré à ${at}, sur cet appareil et dans votre espace`,
  savedHere: 'Brouillon enregistré sur cet appareil. Il rejoindra votre espace quand la connexion reviendra.',
  out: 'Vous n’êtes plus connecté',
  outText:
    'Vos réponses restent sur cet appareil. Reconnectez-vous pour que la demande rejoigne votre espace. Sans cela, vous la suivrez avec un numéro et un code.',
  signIn: 'Me reconnecter',
  draftKept:
    'Vos réponses sont gardées 30 jours, sur cet appareil et dans votre espace : reprenez où vous voulez.',
  merged: 'Vos réponses données sur un autre appareil ont été ajoutées.',
  conflict: (at: string) => `Modifié sur un autre appareil le ${at}`,
  conflictText:
    'Vous avez répondu deux choses différentes. Choisissez celle à garder : rien n’est encore effacé.',
  here: (answer: string) => `Ici : ${answer}`,
  there: (answer: string) => `Sur l’autre appareil : ${answer}`,
  nothing: 'aucun fichier',
  keepHere: 'Garder ce qui est ici',
  keepThere: 'Garder ce qui vient de l’autre appareil',
  sentElsewhere: 'Cette demande est déjà envoyée',
  sentElsewhereText: (reference: string) =>
    `Vous l’avez envoyée depuis un autre appareil, sous le numéro ${reference}. Elle n’a été enregistrée qu’une fois.`,
  seeRequest: 'Voir ma demande',
  from: {
    household: (on?: string) => `De votre foyer${on ? `, confirmé le ${on}` : ''}. ${correct}`,
    account: (_on?: string) => `De votre compte. ${correct}`,
    franceconnect: (on?: string) => `Certifié par FranceConnect${on ? ` le ${on}` : ''}.`,
    safe: (on?: string) => `Lu dans un document de votre coffre${on ? ` du ${on}` : ''}. ${correct}`,
  },
  who: 'Qui cette démarche concerne-t-elle\u00a0?',
  whoHint: 'Les réponses connues de votre foyer se remplissent toutes seules.',
  somebodyElse: 'Quelqu’un d’autre',
  takeFromSafe: 'Déjà dans votre coffre',
  take: (name: string) => `Utiliser «\u00a0${name}\u00a0»`,
  taking: 'Ajout en cours…',
  taken: (name: string) => `${name} est ajouté depuis votre coffre.`,
  takeFailed: 'Ce document n’a pas pu être ajouté. Réessayez, ou envoyez un fichier.',
  kept: (on: string) => `rangé le ${on}`,
  validUntil: (on: string) => `valable jusqu’au ${on}`,
  inSafe: 'Dans votre coffre',
  notInSafe: 'Pas encore dans votre coffre',
  tooOldInSafe: 'Dans votre coffre, mais trop ancien',
};
