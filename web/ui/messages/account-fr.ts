import { day, dayAndTime, time } from './dates.ts';

/** Words of signing in, of one's own information and of the security page. */
export const signIn = {
  title: 'Se connecter à mon espace',
  description:
    'Avec FranceConnect, un code reçu par courriel ou une clé d’accès. Aucun mot de passe à retenir.',
  intro: 'Aucun mot de passe à retenir. La première connexion crée votre espace.',
  problems: {
    cancelled:
      'Vous avez quitté FranceConnect avant la fin. Vous pouvez recommencer, ou vous connecter autrement.',
    'sign-in-failed':
      'FranceConnect n’a pas pu vous connecter. Recommencez, ou recevez un code par courriel.',
    'other-person':
      'Cette identité FranceConnect n’est pas celle de votre espace. Rien n’a été changé. Contactez-nous si vos informations sont à corriger.',
    passkey: 'La clé d’accès n’a pas permis d’entrer. Réessayez, ou recevez un code par courriel.',
  } as Record<string, string>,
  backToSpace: 'Revenir à mon espace',
  franceConnect: {
    title: 'Avec FranceConnect',
    text: 'FranceConnect est la solution proposée par l’État pour se connecter à ses services avec un compte que vous avez déjà : impôts, Ameli, La Poste…',
    button: 'S’identifier avec FranceConnect',
    what: 'Qu’est-ce que FranceConnect ?',
    newWindow: '(nouvelle fenêtre)',
    address: 'https://franceconnect.gouv.fr/',
  },
  email: {
    title: 'Avec un code par courriel',
    label: 'Votre adresse électronique',
    hint: 'Par exemple nom@exemple.fr. Nous y envoyons un code à six chiffres.',
    missing: 'Écrivez votre adresse électronique.',
    wrong: 'Vérifiez l’adresse électronique : il doit y avoir un @ et un point, comme nom@exemple.fr.',
    submit: 'Recevoir un code',
    tooMany: 'Beaucoup de codes ont été demandés. Patientez une heure, ou utilisez FranceConnect.',
  },
  code: {
    title: 'Saisissez le code reçu',
    sent: (to: string) => `Un code à six chiffres vient de partir vers ${to}.`,
    label: 'Code à six chiffres',
    hint: 'Il est valable 10 minutes.',
    missing: 'Écrivez les six chiffres du code.',
    wrong: 'Ce code n’est pas le bon, ou il n’est plus valable. Vérifiez-le, ou demandez-en un autre.',
    submit: 'Continuer',
    nothing: 'Rien reçu ?',
    nothingText: 'Regardez dans les courriers indésirables. Le message met parfois une minute à arriver.',
    again: 'Renvoyer un code',
    againDone: 'Un nouveau code est parti. Seul le dernier code reçu est valable.',
    other: 'Changer d’adresse',
  },
  passkey: {
    title: 'Avec une clé d’accès',
    text: 'Votre empreinte, votre visage ou le code de votre appareil, si vous avez déjà ajouté une clé.',
    button: 'Utiliser ma clé d’accès',
  },
  without: {
    title: 'Sans compte',
    text: 'Tout ce qui compte se fait aussi sans compte\u00a0: faire une démarche, suivre une demande avec son numéro et son code, prendre rendez-vous, payer.',
    track: 'Suivre une demande',
    procedures: 'Faire une démarche',
    appointments: 'Prendre rendez-vous',
    pay: 'Payer',
  },
};

export const profile = {
  title: 'Mes informations',
  welcome: 'Bienvenue. Comment vous appelez-vous ?',
  intro:
    'Dites-le une fois : vos démarches seront préremplies avec ces informations, et vous pourrez toujours les corriger.',
  certifiedText:
    'Certifié par FranceConnect. Ces informations viennent de l’état civil : elles ne se modifient pas ici.',
  identity: 'Identité',
  givenName: 'Prénoms',
  givenNameHint: 'Tous vos prénoms, dans l’ordre de l’état civil.',
  familyName: 'Nom de naissance',
  usedName: 'Nom d’usage',
  usedNameHint: 'Celui que vous souhaitez voir sur nos courriers, s’il est différent.',
  birth: 'Date de naissance',
  birthHint: 'Par exemple 27 3 1986.',
  contact: 'Pour vous joindre',
  phone: 'Téléphone',
  phoneHint: 'Par exemple 06 12 34 56 78. Il sert à vous prévenir par SMS si vous le souhaitez.',
  address: 'Adresse postale',
  language: 'Langue',
  languages: { fr: 'Français', en: 'English', 'fr-x-falc': 'Français facile à lire (FALC)' },
  save: 'Enregistrer',
  saved: 'Vos informations sont enregistrées.',
  missing: {
    givenName: 'Écrivez au moins un prénom.',
    familyName: 'Écrivez votre nom de naissance.',
    birth: 'Vérifiez la date : jour, mois, année.',
    phone: 'Vérifiez le numéro : il doit avoir dix chiffres, ou commencer par + et l’indicatif du pays.',
    address: 'Complétez l’adresse : rue, code postal à cinq chiffres et ville.',
  },
  proof: {
    title: 'Vérifier mon téléphone',
    text: (phone: string) => `Le ${phone} n’est pas encore vérifié. Nous y envoyons un code par SMS.`,
    send: 'Recevoir un code par SMS',
    done: (phone: string) => `Le ${phone} est vérifié.`,
    tooMany: 'Beaucoup de codes ont été demandés. Patientez une heure.',
    other: 'Annuler',
  },
  email: {
    title: 'Adresse électronique',
    none: 'Aucune adresse vérifiée. Ajoutez-en une pour recevoir nos réponses et vous connecter par code.',
    unproven: (email: string) => `${email}, transmise par FranceConnect et pas encore vérifiée.`,
    add: 'Ajouter ou vérifier une adresse',
    change: 'Changer d’adresse',
    label: 'Nouvelle adresse électronique',
    explain:
      'Nous y envoyons un code. Si cette adresse ouvrait déjà un autre espace à votre nom, les deux n’en feront plus qu’un.',
    send: 'Recevoir un code',
    cancel: 'Annuler',
    done: (email: string) => `L’adresse ${email} est vérifiée.`,
    joined: (email: string) =>
      `L’adresse ${email} est vérifiée. L’espace qu’elle ouvrait est réuni à celui-ci, avec tout ce qu’il contenait.`,
    conflict: 'Cette adresse ouvre l’espace d’une autre personne. Rien n’a été changé.',
    fresh: 'Pour votre sécurité, reconnectez-vous avant de changer d’adresse.',
  },
};

const browsers: Record<string, string> = {
  ...{ firefox: 'Firefox', edge: 'Edge', opera: 'Opera', samsung: 'Samsung Internet', chrome: 'Chrome' },
  ...{ safari: 'Safari', other: 'Navigateur inconnu' },
};
const systems: Record<string, string> = {
  ...{ android: ' sur Android', ios: ' sur iPhone ou iPad', windows: ' sur Windows', macos: ' sur Mac' },
  ...{ linux: ' sur Linux', other: '' },
};
export const security = {
  title: 'Sécurité',
  intro: 'Comment votre espace s’ouvre, et où il est ouvert en ce moment.',
  ways: 'Vos moyens de connexion',
  email: 'Code par courriel',
  noEmail: 'Aucune adresse vérifiée',
  changeEmail: 'Gérer mon adresse',
  franceConnect: 'FranceConnect',
  linked: (date: string) => `Relié le ${day(date)}. Vos nom, prénoms et naissance sont certifiés.`,
  notLinked:
    'Pas encore relié. Reliez-le pour que votre identité soit certifiée : elle ne vous sera plus demandée.',
  passkeys: 'Clés d’accès',
  passkeysText:
    'Entrez avec votre empreinte, votre visage ou le code de votre appareil : plus rapide, et impossible à voler par courriel.',
  noPasskey: 'Aucune clé pour l’instant.',
  passkeyName: 'Nom de la clé',
  passkeyNameHint: 'Pour la reconnaître, par exemple « Mon téléphone ».',
  passkeyNameMissing: 'Donnez un nom à la clé.',
  firstPasskey: 'Mon appareil',
  add: 'Ajouter une clé d’accès',
  confirmAdd: 'Créer la clé',
  cancel: 'Annuler',
  added: 'La clé est ajoutée. Vous pourrez l’utiliser à votre prochaine connexion.',
  unsupported: 'Ce navigateur ne sait pas créer de clé d’accès.',
  addFailed: 'La clé n’a pas été créée. Vous pouvez réessayer.',
  fresh: 'Pour votre sécurité, reconnectez-vous avant d’ajouter une clé.',
  again: 'Me reconnecter',
  remove: 'Supprimer',
  removed: 'La clé est supprimée. Ce qu’elle avait ouvert ailleurs est fermé.',
  passkeyFacts: (created: string, used: string | null) =>
    `Ajoutée le ${day(created)}${used ? `, utilisée le ${day(used)}` : ', pas encore utilisée'}.`,
  sessions: 'Où votre espace est ouvert',
  device: ({ browser, system }: { browser: string; system: string }) =>
    `${browsers[browser] ?? browsers.other}${systems[system] ?? ''}`,
  current: 'Cet appareil',
  by: { franceconnect: 'par FranceConnect', code: 'par code', passkey: 'par clé d’accès' },
  sessionFacts: (by: string, started: string, seen: string) =>
    `Ouvert ${by} le ${dayAndTime(started)}. Vu pour la dernière fois à ${time(seen)}.`,
  end: 'Déconnecter',
  ended: 'Cet appareil est déconnecté.',
  endOthers: 'Déconnecter tous les autres appareils',
  othersEnded: 'Tous les autres appareils sont déconnectés.',
};
