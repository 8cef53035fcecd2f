import { dayAndTime } from './dates.ts';
import { list, number, plural } from './numbers.ts';

type Words = { name: string; held: string };
/** What each subject of the product does for people, and what is not done while its letters wait. */
const subjects: Record<string, Words> = {
  api: { name: 'Accès aux pages', held: 'Des pages n’ont pas répondu.' },
  outbox: { name: 'Circulation interne', held: 'Des demandes reçues n’ont pas commencé leur chemin.' },
  settings: { name: 'Réglages', held: 'Des réglages n’ont pas été repris.' },
  agents: { name: 'Connexion', held: 'Des connexions ont échoué.' },
  knowledge: { name: 'Fiches de réponse', held: 'Des fiches récentes ne se trouvent pas par leurs mots.' },
  intake: { name: 'Réception', held: 'Des courriels ou des courriers reçus n’ont pas été ouverts.' },
  requests: { name: 'Demandes', held: 'Des demandes ne sont pas ouvertes.' },
  qualification: { name: 'Qualification', held: 'Des contacts reçus ne sont dirigés vers aucun service.' },
  records: {
    name: 'Contrôle quotidien',
    held: 'Le contrôle « tout ce qui entre est compté » n’a pas eu lieu.',
  },
  documents: { name: 'Lecture des courriers', held: 'Des courriers numérisés ne sont pas lus.' },
  citizens: { name: 'Personnes', held: 'Des demandes ne sont pas rattachées à leur personne.' },
  search: { name: 'Recherche', held: 'Des noms récents ne se trouvent qu’écrits exactement.' },
  similar: { name: 'Demandes semblables', held: 'Des vagues de demandes ne sont pas signalées.' },
  reception: { name: 'Accueil', held: 'Des passages n’ont pas été notés.' },
  telephony: { name: 'Téléphone', held: 'Des appels n’ont laissé aucune trace : personne n’est rappelé.' },
  sms: { name: 'SMS', held: 'Des SMS reçus, dont des STOP, ne sont pas pris en compte.' },
  accounts: { name: 'Comptes des usagers', held: 'Des usagers n’ont pas reçu leur message de connexion.' },
  households: { name: 'Foyers', held: 'Un parent n’a pas été prévenu d’un changement.' },
  drafts: { name: 'Formulaires commencés', held: 'Des signataires n’ont pas été relancés.' },
  safe: { name: 'Coffres-forts', held: 'Des documents ne sont pas rangés ou pas lus.' },
  follow: { name: 'Espace personnel', held: 'Des usagers ne voient pas leur demande dans leur espace.' },
  appointments: { name: 'Rendez-vous', held: 'Des usagers n’ont pas été prévenus de leur rendez-vous.' },
  payments: { name: 'Paiements', held: 'Des droits ne sont pas demandés, ou des paiements pas confirmés.' },
  reports: { name: 'Signalements', held: 'La carte et les abonnés d’un signalement ne sont pas à jour.' },
  subscriptions: { name: 'Alertes', held: 'Des abonnés n’ont pas reçu une alerte.' },
  procedures: { name: 'Démarches', held: 'Des demandes restent sur l’ancienne version de leur démarche.' },
  delivery: { name: 'Envois', held: 'Des réponses ne sont pas parties.' },
  instruction: { name: 'Instruction', held: 'Des demandes n’avancent pas alors que leurs délais courent.' },
  distribution: { name: 'Répartition', held: 'Des demandes ne sont données à personne.' },
  letters: { name: 'Courriers', held: 'Des courriers ne sont pas composés.' },
  learning: { name: 'Apprentissage', held: 'Des corrections d’agents ne servent pas encore.' },
  signatures: { name: 'Parapheur', held: 'Des courriers validés ne sont pas scellés.' },
  mandates: { name: 'Mandats', held: 'Une personne aidée n’a pas été prévenue.' },
  privacy: { name: 'Données personnelles', held: 'Une demande sur des données personnelles attend.' },
  retention: { name: 'Conservation', held: 'Des contenus dont la durée est passée ne sont pas effacés.' },
  activity: { name: 'Activité', held: 'Les chiffres d’activité sont en retard.' },
  operations: { name: 'Exploitation', held: 'Une tâche d’entretien n’a pas eu lieu.' },
};
const kinds: Record<string, string> = {
  queue: 'Message essayé cinq fois',
  function: 'Traitement essayé trois fois',
  event: 'Annonce qui n’a pas pu être remise',
  stream: 'Annonces qui n’ont pas pu être portées',
  hand: 'À reprendre par l’informatique',
};
const causes: Record<string, string> = {
  'tries-used-up': 'Tous les essais ont échoué',
  RetriesExhausted: 'Tous les essais ont échoué',
  EventAgeExceeded: 'Trop de temps a passé',
  'Sandbox.Timedout': 'Le traitement a duré trop longtemps',
  TimeoutError: 'Un service n’a pas répondu à temps',
  ThrottlingException: 'Trop d’appels en même temps',
  ProvisionedThroughputExceededException: 'Trop d’appels en même temps',
  AccessDeniedException: 'Un droit manque',
  NO_PERMISSIONS: 'Un droit manque',
  ZodError: 'Forme inattendue',
};

/** What could not be done, for those who administer the platform. */
export const failures = {
  title: 'Opérations en échec',
  intro:
    'Ce que la plateforme a essayé plusieurs fois sans y arriver, et mis de côté quatorze jours. Corrigez d’abord la cause, puis rejouez : rejouer deux fois ne fait rien deux fois.',
  none: 'Rien n’est en échec',
  noneText: (watched: number) =>
    `${plural(watched, { one: 'file surveillée', other: 'files surveillées' })}, toutes vides.`,
  waiting: (count: number) => plural(count, { one: 'opération en attente', other: 'opérations en attente' }),
  more: (count: number) => `et ${number(count)} autres`,
  words: (subject: string): Words => subjects[subject] ?? { name: subject, held: '' },
  kind: (kind: string) => kinds[kind] ?? kind,
  cause: (code: string) => causes[code] ?? 'Erreur du traitement',
  technical: 'Code pour l’informatique :',
  since: (instant: string) => `depuis le ${dayAndTime(instant)}`,
  ages: {
    minutes: (count: number) => plural(count, { one: 'minute', other: 'minutes' }),
    hours: (count: number) => plural(count, { one: 'heure', other: 'heures' }),
    days: (count: number) => plural(count, { one: 'jour', other: 'jours' }),
  },
  about: 'Concerne',
  ids: (values: readonly string[]) => list(values),
  show: 'Voir le détail',
  hide: 'Masquer le détail',
  replay: 'Rejouer',
  replayAll: 'Tout rejouer',
  byHand: 'Ne se rejoue pas d’ici : voir le guide d’exploitation.',
  discard: 'Écarter',
  discardTitle: 'Écarter pour de bon',
  discardText: 'Cette opération ne sera plus essayée. Le motif reste écrit.',
  discardReason: 'Motif',
  discardHint: 'Par exemple : essai de recette, objet supprimé entre-temps',
  discardGo: 'Écarter',
  reasonMissing: 'Écrivez un motif d’au moins cinq caractères.',
  done: (count: number, left: number) =>
    `${plural(count, { one: 'opération rejouée', other: 'opérations rejouées' })}${left > 0 ? `, ${number(left)} encore en attente` : ''}`,
  discarded: 'Opération écartée',
  gone: 'Cette opération n’est plus là : quelqu’un l’a reprise.',
  deeds: 'Dernières reprises',
  deed: (deed: string, count: number) =>
    deed === 'replayed'
      ? plural(count, { one: 'rejouée', other: 'rejouées' })
      : plural(count, { one: 'écartée', other: 'écartées' }),
  watched: 'Ce qui est surveillé',
} as const;
export const subjectsWithWords = Object.keys(subjects);
