import type { JournalEvent } from '../../requests/event.ts';

const received = (event: JournalEvent): string =>
  event.type === 'request-opened' ? (channels[event.channel] ?? 'Demande reçue') : '';
const channels: Record<string, string> = {
  mail: 'Demande reçue par courriel',
  scan: 'Demande reçue par courrier postal',
  form: 'Demande reçue par formulaire',
  phone: 'Demande reçue par téléphone',
  counter: 'Demande reçue à l’accueil',
  sms: 'Demande reçue par SMS',
  hubee: 'Demande reçue d’une autre administration',
};

/** The journal of a request as its person reads it: what was done and when, never which agent did it. */
export const journalWords: Partial<Record<JournalEvent['type'], string | ((event: JournalEvent) => string)>> =
  {
    'request-opened': received,
    'request-qualified': 'Demande orientée vers un service',
    'acknowledgement-queued': 'Accusé de réception préparé',
    'request-assigned': 'Demande confiée au service',
    'work-started': 'Étude commencée',
    'citizen-message-received': 'Message de votre part',
    'citizen-message-queued': 'Message du service',
    'contact-joined': 'Nouvel échange ajouté à la demande',
    'documents-requested': 'Pièces demandées',
    'document-provided': 'Pièce reçue',
    'documents-completed': 'Toutes les pièces demandées sont reçues',
    'documents-overdue': 'Délai pour envoyer les pièces passé',
    'reminder-queued': 'Rappel envoyé',
    'opinion-requested': 'Avis demandé à un autre service',
    'opinion-given': 'Avis rendu',
    'request-suspended': 'Étude suspendue',
    'request-resumed': 'Étude reprise',
    'request-transferred': 'Demande transmise à l’administration compétente',
    'letter-submitted': 'Projet de réponse soumis à validation',
    'letter-approved': 'Projet de réponse validé',
    'letter-sealed': 'Réponse signée et scellée',
    'answer-decided': 'Décision prise',
    'implicit-decision-born': 'Décision née du silence de l’administration',
    'message-sent': 'Message envoyé',
    'letter-printed': 'Lettre postée',
    'message-made-available': 'Décision mise à disposition en ligne',
    'message-consulted': 'Décision consultée en ligne',
    'message-deemed-notified': 'Décision réputée notifiée',
    'request-closed': 'Demande terminée',
    'request-withdrawn': 'Demande retirée',
    'request-reopened': 'Demande reprise',
    'personal-data-read': 'Dossier consulté par un agent habilité',
    'delivery-preference-changed': 'Mode de réception choisi',
    'follower-joined': 'Demande ajoutée à un espace personnel',
    'follower-left': 'Demande retirée d’un espace personnel',
    'answer-rated': 'Avis donné sur la réponse',
    'appeal-lodged': 'Décision contestée',
    'personal-content-erased': 'Contenu personnel effacé',
  };

/** Words of the archive that holds a whole file. */
export const fileWords = {
  name: (reference: string) => `dossier-${reference}.zip`,
  receipt: 'recapitulatif.pdf',
  messages: 'echanges.txt',
  journal: 'historique.txt',
  documents: 'documents/',
  missing: 'documents-manquants.txt',
  you: 'Vous',
  title: (reference: string, subject: string) => `Demande ${reference} : ${subject}`,
  messagesTitle: 'Échanges',
  journalTitle: 'Historique',
  noMessage: 'Aucun message.',
  attached: (names: readonly string[]) => `Joint : ${names.join(', ')}`,
  missingText:
    'Ces documents ne sont pas dans le dossier : ils ne sont pas encore vérifiés, ou un virus y a été trouvé.',
};
