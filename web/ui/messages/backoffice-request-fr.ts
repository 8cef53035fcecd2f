import { deliveryJournal } from './backoffice-delivery-fr.ts';
import { followJournal } from './backoffice-satisfaction-fr.ts';
import { whyWords } from './distribution-why-fr.ts';

const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

export const request = {
  title: (reference: string, subject: string) => `${reference} · ${subject}`,
  notFoundTitle: 'Demande introuvable',
  notFoundText: (reference: string) =>
    `Aucune demande ne porte le numéro ${reference}. Vérifiez chaque chiffre.`,
  copied: 'Numéro copié',
  copy: 'Copier le numéro',
  state: 'État',
  department: 'Direction',
  agent: 'Agent',
  nobody: 'Sans agent',
  channel: 'Canal',
  receivedOn: (on: string) => `reçue le ${on}`,
  readAll: 'Lire tout le texte',
  readLess: 'Réduire le texte',
  procedure: 'Démarche',
  deadlines: 'Échéances',
  deadlineKinds: {
    commitment: 'Réponse promise',
    aee: 'Accusé d’enregistrement',
    are: 'Accusé de réception complet',
    ar: 'Accusé de réception',
    silence: 'Silence de l’administration',
    appeal: 'Délai de recours',
    reasons: 'Motifs du refus',
    portal: 'Lecture en ligne',
  } as Record<string, string>,
  deadlineKind: 'Échéance',
  deadlineStates: {
    running: 'en cours',
    suspended: 'suspendue',
    met: 'tenue',
    missed: 'dépassée',
    moot: 'sans objet',
  } as Record<string, string>,
  inDays: (days: number) => `dans ${days} jours`,
  why: 'Pourquoi cette date ?',
  tabs: 'Parties de la demande',
  exchange: 'Échanges',
  file: 'Dossier',

  conversation: 'Échanges',
  original: 'Demande d’origine',
  fromCitizen: 'Usager',
  automatic: 'Envoi automatique',
  kinds: { acknowledgement: 'Accusé de réception', message: 'Message', answer: 'Réponse' } as Record<
    string,
    string
  >,
  delivery: {
    queued: 'Envoi en cours',
    sent: 'Envoyé',
    'to-print': 'À imprimer',
    failed: 'Envoi échoué',
  } as Record<string, string>,
  notes: 'Notes internes',
  notesHint: 'Jamais montrées à l’usager.',
  noNotes: 'Aucune note pour le moment.',
  note: 'Nouvelle note interne',
  addNote: 'Ajouter la note',
  noteMissing: 'Écrivez la note avant de l’ajouter.',
  noteAdded: 'Note ajoutée.',

  compose: 'Écrire à l’usager',
  composeKind: 'Ce que vous écrivez',
  asMessage: 'Un message',
  asMessageHint: 'La demande reste ouverte.',
  asAnswer: 'La réponse',
  asAnswerHint: 'Elle décide la demande et part aussitôt.',
  outcome: 'Sens de la réponse',
  toSign:
    'Cette décision doit être signée (article L. 212-1 du code des relations entre le public et l’administration). Elle passera au parapheur et partira d’elle-même, une fois signée.',
  outcomeMissing: 'Dites si la demande est acceptée, refusée ou simplement répondue.',
  outcomes: { granted: 'Acceptée', refused: 'Refusée', answered: 'Renseignement donné' } as Record<
    string,
    string
  >,
  template: 'Partir d’une lettre type',
  templateHint: 'Elle s’ajoute à ce que vous avez tapé, sans rien effacer.',
  templateNone: 'Choisir une lettre type',
  noAnswer: 'Non renseigné',
  text: 'Votre texte',
  textMissing: 'Écrivez votre texte.',
  awaits: 'La demande attend ensuite la réponse de l’usager',
  attachments: 'Pièces jointes',
  uploadWait: 'Attendez la fin de l’envoi des pièces jointes.',
  sendMessage: 'Envoyer le message',
  sendAnswer: 'Relire et envoyer la réponse',
  messageSent: 'Message envoyé.',
  answerSent: 'La réponse est partie.',
  confirmTitle: 'Envoyer cette réponse ?',
  confirmBy: (how: string) => `Elle part ${how} et ne pourra plus être modifiée.`,
  byMail: (email: string) => `par courriel à ${email}`,
  byLetter: 'par lettre, à imprimer et à poster',
  signature: 'Votre nom, votre fonction et votre direction sont ajoutés sous le texte.',
  confirmGo: 'Envoyer la réponse',
  draftSaved: (time: string) => `Brouillon gardé sur cet appareil à ${time}`,
  draftRestored: 'Votre brouillon a été retrouvé.',
  draftFailed:
    'Le brouillon ne peut pas être gardé sur cet appareil. Copiez votre texte avant de quitter la page.',
  draftDrop: 'Effacer le brouillon',
  hints: 'Avant d’envoyer',
  hintWords: {
    short: 'Le texte est très court. Dit-il tout ce qu’il faut ?',
    long: 'Le texte est long. Les premières lignes disent-elles l’essentiel ?',
    greeting: 'Il manque une formule d’appel, par exemple « Bonjour Madame, ».',
    closing: 'Il manque une formule de fin, par exemple « Cordialement, ».',
    shouting: 'Des mots entiers sont en capitales.',
    reasons: 'Un refus doit dire ses raisons, en fait et en droit (CRPA L211-2 et L211-5).',
    remedies: 'Un refus doit indiquer les voies et délais de recours.',
    placeholder: 'Il reste un passage à compléter, entre crochets.',
  } as Record<string, string>,
  cannotWrite: 'Votre rôle permet de lire cette demande, pas d’écrire à l’usager.',
  answered: 'La réponse est donnée : on ne peut plus écrire dans cette demande.',

  sender: 'Usager',
  noContact: 'Ni courriel ni adresse : la réponse ne pourra pas partir.',
  documents: 'Documents',
  noDocuments: 'Aucun document joint.',
  answers: 'Réponses au formulaire',
  formFilled: (title: string | undefined, answers: number) =>
    `${title ? `Formulaire « ${title} »` : 'Formulaire'} : ${count(answers, 'réponse', 'réponses')}.`,
  readAnswers: 'Lire les réponses',
  history: 'Historique',
  historyAll: 'Tout afficher',
  assign: 'Attribuer',
  assignTitle: 'Attribuer la demande',
  assignTo: 'Direction',
  assignAgent: 'Agent',
  assignNobody: 'La direction choisira',
  assignReason: 'Pourquoi (facultatif)',
  assignReasonHint: 'Vos collègues le liront dans l’historique.',
  assignGo: 'Attribuer la demande',
  assigned: (to: string) => `Demande attribuée : ${to}.`,
  takeIt: 'Me l’attribuer',
  conflictTitle: 'La demande a changé pendant que vous travailliez',
  conflictText: 'Rien de ce que vous avez tapé n’est perdu. Voici ce qui a changé :',
  conflictNothing: 'Seul l’historique a été complété.',
  conflictKeep: 'J’ai vu, continuer',
  changedField: (field: string, before: string, after: string) => `${field} : ${before} → ${after}`,
  newMessages: (n: number) => count(n, 'nouveau message', 'nouveaux messages'),
  newNotes: (n: number) => count(n, 'nouvelle note', 'nouvelles notes'),
};

const absent = 'la personne prévue est absente';
type Detail = Record<string, string | number | null>;
/** Sentences of the journal. Details that hold codes come already turned into names. */
export const journal: Record<string, (detail: Detail) => string> = {
  ...deliveryJournal,
  'request-opened': (d) =>
    d.channel ? `Demande ouverte (${String(d.channel).toLowerCase()})` : 'Demande ouverte',
  'request-qualified': (d) => (d.department ? `Qualifiée : ${d.department}` : 'Qualifiée'),
  'acknowledgement-queued': () => 'Accusé de réception préparé',
  'request-assigned': (d) => {
    const to = d.agent
      ? `Attribuée à ${d.agent}${d.department ? `, ${d.department}` : ''}`
      : `Dans le panier commun${d.department ? `, ${d.department}` : ''}`;
    if (d.why) return `${to} : ${whyWords(String(d.why).split(','))}`;
    if (!d.reason) return to;
    return d.reason === 'absent' ? `${to} : ${absent}` : `${to}. Motif : ${d.reason}`;
  },
  'work-started': () => 'Instruction commencée',
  'note-added': () => 'Note interne ajoutée',
  'citizen-message-received': (d) =>
    Number(d.attachments ?? 0) > 0
      ? `Message de l’usager, avec ${count(Number(d.attachments), 'pièce jointe', 'pièces jointes')}`
      : 'Message de l’usager',
  'citizen-message-queued': () => 'Message écrit à l’usager',
  'contact-joined': () => 'Document rattaché',
  'documents-requested': () => 'Pièces demandées à l’usager',
  'document-provided': () => 'Pièce reçue',
  'document-unticked': () => 'Pièce redemandée : ce n’était pas la bonne',
  'documents-completed': () => 'Pièces toutes reçues',
  'person-linked': () => 'Reliée à la fiche de la personne',
  'person-unlinked': () => 'Détachée de la fiche de la personne',
  'answer-decided': () => 'Réponse décidée',
  'message-sent': (d) =>
    d.channel === 'letter' ? 'Lettre préparée' : d.channel === 'sms' ? 'SMS envoyé' : 'Courriel envoyé',
  'message-delivery-failed': () => 'Envoi échoué',
  'letter-printed': () => 'Lettre imprimée et postée',
  ...followJournal,
  'personal-data-read': (d) =>
    d.reason === 'letter-code'
      ? 'Demande ouverte au portail par le code d’une lettre et la date de naissance'
      : d.reason
        ? `Dossier consulté (${d.reason})`
        : 'Dossier consulté',
};
export const journalUnknown = 'Évènement enregistré';
export const by = {
  ...{ auto: 'automatiquement', citizen: 'par l’usager' },
  agent: (name: string) => `par ${name}`,
  mandate: (name = '') => `par ${name || 'une personne mandatée'} pour l’usager`,
};
