import { euros } from './numbers.ts';
/** How each message travels to the person, for agents. */
export const delivery = {
  title: 'Acheminement',
  prefers: {
    email: 'Préfère le courriel.',
    sms: 'Préfère un SMS, puis la lecture en ligne.',
    letter: 'Préfère le courrier postal.',
    portal: 'A accepté de recevoir les décisions sur sa page de suivi.',
  } as Record<string, string>,
  frozen: {
    email: 'Adresse de courriel qui ne reçoit plus rien.',
    phone: 'Numéro qui ne reçoit pas de SMS.',
    address: 'Adresse postale d’où un courrier est revenu.',
  } as Record<string, string>,
  kinds: { acknowledgement: 'Accusé de réception', message: 'Message', answer: 'Décision' } as Record<
    string,
    string
  >,
  channels: { email: 'Courriel', sms: 'SMS', letter: 'Lettre', portal: 'Page de suivi' } as Record<
    string,
    string
  >,
  states: {
    sent: 'envoyé',
    delivered: 'remis',
    delayed: 'retardé, nouvelle tentative',
    failed: 'échec',
    complained: 'signalé comme indésirable',
    available: 'mis à disposition',
    consulted: 'consulté',
    deemed: 'réputé notifié à la mise à disposition',
    'to-print': 'à imprimer',
    posted: 'postée',
    'handed-over': 'confiée au prestataire',
    'came-back': 'revenue',
    resent: 'renvoi demandé',
  } as Record<string, string>,
  step: (channel: string, state: string, reason?: string) =>
    `${channel} : ${state}${reason ? ` (${reason})` : ''}`,
  parts: (count: number) => `${count} SMS`,
  reasonsOf: {
    suppressed: 'adresse en échec',
    complaint: 'plainte de son propriétaire',
    notice: 'simple avis',
    'opted-out': 'la personne ne veut plus de SMS',
    'daily-limit': 'trop de messages ce jour-là',
    'sms-lost': 'le téléphone n’a pas pu être joint',
    'sms-refused': 'numéro refusé par l’opérateur',
    'too-long': 'texte trop long',
    InvalidParameter: 'numéro refusé par l’opérateur',
    'Permanent-General': 'adresse qui n’existe pas',
    'Permanent-NoEmail': 'adresse qui n’existe pas',
    'Permanent-Report': 'refusé par le serveur du destinataire',
    'Transient-MailboxFull': 'boîte pleine',
  } as Record<string, string>,
  nothing: 'Rien n’est encore parti.',
  failed: 'Ce message n’est pas parvenu à la personne.',
  mend: 'Corriger l’adresse et renvoyer',
  mendAbout: (kind: string) => `: ${kind}`,
  mendHint: 'Laissez vide ce qui ne change pas.',
  email: 'Nouveau courriel',
  phone: 'Nouveau téléphone mobile',
  address: 'Nouvelle adresse postale',
  send: 'Renvoyer',
  cancel: 'Annuler',
  sent: 'Le message repart.',
  wrong: {
    email: 'Un courriel comme nom@exemple.fr.',
    phone: 'Un numéro de mobile français.',
    address: 'Aucune voie ne reste ouverte : donnez une nouvelle adresse.',
  } as Record<string, string>,
};

type Detail = Record<string, string | number | null>;
const channelOf = ({ channel }: Detail): string => (channel === 'sms' ? 'par SMS' : 'par courriel');
/** Sentences of the journal about messages on their way. */
export const deliveryJournal: Record<string, (detail: Detail) => string> = {
  'arbitration-asked': (d) => `Déplacée ${d.moves} fois : l’unité qualité doit dire qui la traite`,
  'arbitration-given': (d) => `Arbitrée par l’unité qualité${d.department ? ` : ${d.department}` : ''}`,
  'acknowledgement-withheld': () => 'Accusé de réception retenu : trop de réponses automatiques',
  'receipt-queued': () => 'Récépissé envoyé à la demande de la personne',
  'payment-received': (d) => `Paiement reçu : ${euros(Number(d.cents ?? 0))}`,
  'message-made-available': () => 'Décision mise à disposition sur la page de suivi',
  'notice-sent': (detail) => `Avis de mise à disposition envoyé ${channelOf(detail)}`,
  'message-consulted': () => 'Décision consultée : elle est notifiée',
  'message-deemed-notified': () => 'Décision réputée notifiée le jour de sa mise à disposition',
  'message-delivered': () => 'Courriel remis au serveur du destinataire',
  'message-delayed': () => 'Courriel retardé',
  'message-complained': () => 'Courriel signalé comme indésirable',
  'message-resent': () => 'Message renvoyé',
  'letter-handed-over': () => 'Lettre confiée au prestataire de mise sous pli',
  'letter-came-back': () => 'Lettre revenue',
  'delivery-preference-changed': () => 'Mode de réception choisi',
  'delivery-consent-changed': (d) =>
    d.portal ? 'Accord pour recevoir les décisions en ligne' : 'Accord pour les décisions en ligne retiré',
};
