/** The desk: whoever comes or calls, from hello to the receipt. */
export const reception = {
  title: 'Accueil',
  channel: 'Comment la personne nous contacte',
  channels: { counter: 'Au guichet', phone: 'Au téléphone' },
  timer: (spoken: string) => `Contact commencé depuis ${spoken}`,
  minutes: (minutes: number) => (minutes < 1 ? 'moins d’une minute' : `${minutes} min`),
  draft: (time: string) => `Brouillon gardé sur cet appareil à ${time}`,
  draftBack: 'Votre saisie en cours a été retrouvée.',
  draftFailed: 'Le brouillon n’a pas pu être gardé sur cet appareil.',
};

export const who = {
  title: 'Qui est-ce ?',
  search: 'Nom, téléphone, courriel, référence ou adresse',
  searchHint: 'Les fautes de frappe sont tolérées. Entrée choisit la première réponse.',
  results: 'Réponses',
  count: (n: number) => (n === 0 ? 'Aucune réponse' : n === 1 ? 'Une réponse' : `${n} réponses`),
  browse: 'Flèches pour parcourir, Entrée pour choisir.',
  searching: 'Recherche en cours',
  failed: 'La recherche ne répond pas. Vous pouvez créer la personne ou enregistrer sans nom.',
  nothing: (words: string) => `Personne ne répond à « ${words} ».`,
  create: 'Créer la personne',
  change: 'Changer de personne',
  page: 'Voir toute sa fiche',
  anonymous: 'Sans personne choisie, le passage est enregistré sans nom.',
  born: (day: string) => `Né(e) le ${day}`,
  bornIn: (year: string) => `Né(e) en ${year}`,
  organisation: 'Organisme',
  unnamed: 'Sans nom',
};

export const somebodyNew = {
  title: 'Nouvelle personne',
  name: 'Prénom et nom',
  organisation: 'Organisme',
  birth: 'Date de naissance',
  birthHint: 'Jour, mois et année, ou l’année.',
  phone: 'Téléphone',
  email: 'Courriel',
  address: 'Adresse postale',
  alike: 'Est-ce l’une de ces personnes ?',
  choose: 'C’est elle',
  save: 'Créer et choisir',
  cancel: 'Revenir à la recherche',
  needName: 'Écrivez un nom, ou un moyen de la joindre.',
  wrong: {
    email: 'Cette adresse n’est pas complète. Par exemple prenom@exemple.fr',
    phone: 'Ce numéro n’est pas complet. Par exemple 06 39 98 12 34',
    birth: 'Cette date n’existe pas. Par exemple 03/07/1984',
  } as Record<string, string>,
};

export const brief = {
  title: 'Ce qui l’attend',
  tasks: 'À faire pour elle',
  callBack: 'À rappeler',
  due: (day: string) => `avant le ${day}`,
  late: (day: string) => `en retard depuis le ${day}`,
  requests: 'Ses demandes',
  noRequest: 'Aucune demande connue.',
  promised: (day: string) => `réponse promise le ${day}`,
  about: 'C’est pour cette demande',
  isAbout: 'C’est pour :',
  noLonger: 'Finalement non',
  more: (n: number) => `et ${n} de plus sur sa fiche`,
  newTab: 'nouvel onglet',
  contacts: 'Derniers contacts',
  noContact: 'Premier contact.',
  duplicates: (n: number) =>
    n === 1
      ? 'Une autre fiche lui ressemble : regardez sa fiche.'
      : `${n} autres fiches lui ressemblent : regardez sa fiche.`,
};

export const what = {
  title: 'De quoi s’agit-il ?',
  topic: 'Sujet',
  topicHint: 'Tapez les premières lettres.',
  departments: 'Services',
  procedures: 'Démarches',
  outcome: 'Suite donnée',
  outcomes: {
    informed: 'Renseigné',
    request: 'Ouvrir une demande',
    'call-back': 'À rappeler',
    redirected: 'Orienté ailleurs',
  } as Record<string, string>,
  number: 'Numéro de téléphone',
  direction: 'Sens de l’appel',
  directions: { inbound: 'Appel reçu', outbound: 'Appel passé' } as Record<string, string>,
  note: 'Note pour les collègues',
  noteHint: 'Le citoyen ne la lit pas.',
  save: 'Enregistrer et suivant',
  saveAndOpen: 'Ouvrir la demande',
  saving: 'Enregistrement en cours',
  shortcut: 'Ctrl + Entrée',
  clear: 'Tout effacer',
  cleared: 'Saisie effacée.',
  undo: 'Rétablir',
  need: {
    topic: 'Choisissez le sujet.',
    outcome: 'Choisissez la suite donnée.',
    number: 'Écrivez le numéro à rappeler.',
    wrongNumber: 'Ce numéro n’est pas complet. Par exemple 06 39 98 12 34',
    person: 'Choisissez ou créez la personne : la demande est ouverte pour elle.',
    subject: 'Écrivez l’objet de la demande en quelques mots.',
    text: 'Écrivez ce que la personne demande.',
    form: 'Répondez jusqu’au bout au formulaire de la démarche.',
  },
  failed: 'Le contact n’est pas enregistré',
  failedText: 'Votre saisie est gardée. Vous pouvez réessayer.',
  saved: (channel: 'counter' | 'phone', duration: string | null) =>
    `${channel === 'phone' ? 'Appel enregistré' : 'Passage enregistré'}${duration ? `, ${duration}` : ''}.`,
};

export const ask = {
  title: 'La demande',
  way: 'Comment la saisir',
  ways: { form: 'Par le formulaire de la démarche', free: 'En quelques mots' } as Record<string, string>,
  subject: 'Objet',
  text: 'Ce que la personne demande',
  department: 'Service qui la traitera',
  unknown: 'Je ne sais pas : la qualification choisira',
  urgency: 'C’est urgent',
  formTitle: (title: string) => `Formulaire : ${title}`,
  formHint: 'Répondez avec la personne. Les pièces qu’elle apporte se joignent ici.',
  change: 'Reprendre les réponses',
  ready: 'Le formulaire est complet.',
  incomplete: 'Il manque des réponses.',
};

export const done = {
  title: 'Demande ouverte',
  reference: 'Référence',
  code: 'Code de suivi',
  codeHint: 'Il n’est montré qu’ici : imprimez le récépissé, envoyez-le ou dictez-le.',
  promised: 'Réponse promise',
  print: 'Imprimer le récépissé',
  mail: 'Envoyer par courriel',
  mailed: (to: string) => `Récépissé envoyé à ${to}.`,
  noMail: 'La personne n’a pas d’adresse de courriel connue.',
  failed: 'Le récépissé n’a pas pu être fait. Réessayez.',
  file: (reference: string) => `recepisse-${reference}.pdf`,
  request: 'Voir la demande',
  next: 'Contact suivant',
};

export const articles = {
  title: 'Fiches pour répondre',
  search: 'Chercher une fiche',
  used: 'Utilisée pour répondre',
  read: 'Lire',
  fold: 'Replier',
  nothing: 'Aucune fiche ne répond à ces mots.',
  hint: 'Les fiches du sujet apparaissent ici.',
};

export const call = {
  title: 'Appel en cours',
  ended: 'Appel terminé, à enregistrer',
  number: (spoken: string) => `Numéro ${spoken}`,
  hidden: 'Numéro masqué',
  waited: (seconds: number) =>
    `a attendu ${seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`}`,
  household: 'Qui appelle ?',
  nobody: 'Ce numéro n’est connu de personne.',
  take: 'Enregistrer cet appel',
  taken: 'Cet appel sera complété par votre saisie.',
  open: (n: number) => (n === 0 ? 'aucune demande' : n === 1 ? 'une demande' : `${n} demandes`),
};
