export const signIn = {
  title: 'Connexion des agents',
  lead: 'Le courrier, les formulaires et les réponses de votre collectivité, au même endroit.',
  button: 'Se connecter avec ProConnect',
  hint: 'Avec votre adresse professionnelle.',
  messages: {
    unknown: [
      'Votre compte n’est pas encore connu ici',
      'ProConnect vous a bien reconnu, mais aucun agent de la collectivité ne porte cette adresse. Demandez à votre administrateur de vous ajouter.',
    ],
    refused: ['La connexion n’a pas abouti', 'ProConnect n’a pas confirmé votre identité. Réessayez.'],
    expired: [
      'Votre session a expiré',
      'Par sécurité, la session se ferme après un temps sans activité. Vos brouillons sont gardés sur cet appareil.',
    ],
    'signed-out': [
      'Vous êtes déconnecté',
      'À bientôt. Fermez le navigateur si d’autres personnes utilisent cet ordinateur.',
    ],
  } as Record<string, [string, string]>,
  citizens: 'Vous êtes un usager ?',
  citizensLink: 'Aller au portail',
};

/** Their texts: backoffice-guide-fr.ts. */
export const help = { title: 'Aide et raccourcis clavier', dialogTitle: 'Raccourcis clavier' };
export const accessibility = { title: 'Accessibilité' };
