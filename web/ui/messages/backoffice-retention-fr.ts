import { day, dayAndTime } from './dates.ts';
import { number, plural } from './numbers.ts';

type Of = 'requests' | 'contacts';
const things = (count: number, of: Of) =>
  of === 'contacts'
    ? plural(count, { one: 'message', other: 'messages' })
    : plural(count, { one: 'demande', other: 'demandes' });
const fates = {
  destroy: 'élimination',
  archive: 'versement aux archives',
  sort: 'tri par les archives',
} as const;
const length = (months: number) =>
  months % 12 === 0
    ? plural(months / 12, { one: 'an', other: 'ans' })
    : plural(months, { one: 'mois', other: 'mois' });
const stays: Record<string, string> = {
  reopened: 'rouvert',
  appeal: 'un recours est en cours',
  'too-young': 'trop récent',
  kept: 'conservé sur demande',
  elsewhere: 'passé à un autre service',
  erased: 'déjà effacé',
  gone: 'introuvable',
};

/** How long things are kept, and what becomes of them. */
export const retention = {
  title: 'Conservation',
  intro:
    'Ce qui a été gardé assez longtemps est proposé ici. Rien n’est éliminé sans l’accord du chef de service, ni sans le visa du directeur des archives départementales (Code du patrimoine, articles L212-2 et R212-14).',
  links: { register: 'Registre des traitements', proofs: 'Preuves de chaque nuit' },
  none: 'Aucun bordereau en attente',
  noneText: 'Les bordereaux sont préparés la première nuit de chaque mois. Rien n’a atteint sa durée.',
  prepare: 'Préparer les bordereaux maintenant',
  made: (count: number) =>
    count === 0
      ? 'Rien n’a atteint sa durée de conservation'
      : plural(count, { one: 'bordereau préparé', other: 'bordereaux préparés' }),
  nameOf: ({ of, title }: { of: Of; title: string | null }) =>
    title ?? (of === 'contacts' ? 'Messages écartés' : 'Courriers sans démarche'),
  nobody: 'Sans service',
  states: {
    proposed: 'À décider',
    agreed: 'Accepté',
    refused: 'Refusé',
    running: 'En cours',
    done: 'Terminé',
  } as Record<string, string>,
  rule: (of: Of, months: number, disposal: keyof typeof fates, because: string | null) =>
    `${length(months)} après la ${of === 'contacts' ? 'mise à l’écart' : 'clôture'}, puis ${fates[disposal]}${because ? ` (${because})` : ''}`,
  span: (of: Of, count: number, oldest: string, newest: string) =>
    `${things(count, of)}, ${of === 'contacts' ? 'écartés' : 'closes'} du ${day(oldest)} au ${day(newest)}`,
  head: 'Accord du chef de service',
  archives: 'Visa des archives',
  awaited: 'attendu',
  given: (by: string, at: string) => `${by.replace('agent:', '')}, ${dayAndTime(at)}`,
  visaGiven: (visa: string, on: string) => `n° ${visa} du ${day(on)}`,
  refusedBy: (by: string, at: string, reason: string) =>
    `Refusé par ${by.replace('agent:', '')} le ${day(at)} : ${reason}`,
  tried: (of: Of, goes: number, rest: number) =>
    `À blanc : ${things(goes, of)} à effacer, ${number(rest)} à garder`,
  notTried: 'L’essai à blanc reste à faire : sans lui, rien ne part.',
  stays: (code: string) => stays[code] ?? code,
  done: (of: Of, erased: number, count: number) =>
    `${things(erased, of)} sur ${number(count)} : effacement fait`,
  file: 'Télécharger le bordereau',
  attempt: 'Essayer à blanc',
  agree: 'Donner mon accord',
  agreeHelp:
    'L’effacement a lieu la nuit qui suit l’accord, le visa et l’essai à blanc. Il ne se reprend pas.',
  keep: 'À conserver',
  keepHint: 'Une référence par ligne, suivie du motif. Par exemple : VC-2019-000123-W contentieux en cours',
  keepWrong: (line: string) =>
    `« ${line} » : écrivez une référence ou un identifiant de ce bordereau, puis un motif.`,
  visa: 'Numéro du visa',
  visaOn: 'Date du visa (AAAA-MM-JJ)',
  noteVisa: 'Enregistrer le visa',
  visaWrong: 'Écrivez le numéro et la date qui figurent sur le bordereau signé.',
  reason: 'Motif du refus',
  reasonWrong: 'Écrivez un motif d’au moins cinq caractères.',
  refuse: 'Refuser',
  saved: 'C’est enregistré',
  decide: 'Décider',
  preview: 'Durées par démarche',
  previewIntro:
    'La durée s’écrit dans chaque démarche, sous « Conservation » ; celle des messages écartés, dans la configuration.',
  columns: ['Démarche', 'Règle', 'À proposer'] as const,
  due: (count: number, isMore: boolean) => (isMore ? `plus de ${number(count)}` : number(count)),
} as const;

/** Register of processing (RGPD 30). */
export const register = {
  title: 'Registre des traitements',
  intro:
    'Ce registre (RGPD, article 30) est fait des démarches et de la configuration telles qu’elles sont aujourd’hui : publier une démarche le met à jour.',
  download: 'Télécharger le registre (CSV)',
  transfers: (text: string) => `Transferts hors de l’Union européenne : ${text}.`,
  security: (text: string) => `Sécurité : ${text}.`,
  terms: {
    purpose: 'Finalité',
    basis: 'Base juridique',
    people: 'Personnes',
    data: 'Données',
    recipients: 'Destinataires',
    retention: 'Conservation',
  },
  count: (count: number) => plural(count, { one: 'traitement', other: 'traitements' }),
} as const;

const lost: Record<string, { what: string; remedy: string }> = {
  'no-entry': {
    what: 'Arrivé, mais rien n’en a été fait',
    remedy:
      'Rejouez les files « Réception » sous Opérations en échec ; l’original est dans les preuves sous ce nom.',
  },
  'stands-still': {
    what: 'Pris en compte, puis resté en chemin',
    remedy:
      'L’informatique relance l’exécution qui porte cet identifiant (guide d’exploitation, machine-failures).',
  },
  'no-request': {
    what: 'Dit devenu une demande qui n’existe pas',
    remedy: 'L’informatique restaure la demande, ou rejoue son ouverture.',
  },
  'not-in-request': {
    what: 'La demande ne connaît pas cette pièce',
    remedy: 'Ouvrez la demande et rattachez-y le contact.',
  },
  'not-taken': {
    what: 'Une numérisation attend encore dans le dépôt',
    remedy: 'Vérifiez le nom et la taille du fichier, puis déposez-le de nouveau.',
  },
  'not-read': {
    what: 'Une numérisation dont la lecture n’a pas commencé',
    remedy: 'Regardez les lots numérisés ; l’informatique relance la lecture de ce fichier.',
  },
};
const broken: Record<string, string> = {
  altered: 'le contenu de cette ligne n’est pas celui qui a été écrit',
  missing: 'cette ligne a disparu',
  moved: 'une autre ligne est à sa place',
  rewritten: 'l’historique a été refait à partir d’ici ou d’avant',
  unheaded: 'l’état de la demande ne repose pas sur sa dernière ligne',
};
export const proofs = {
  title: 'Preuves de chaque nuit',
  intro:
    'Chaque nuit, deux contrôles : tout ce qui est arrivé est devenu quelque chose, et aucun historique n’a été modifié.',
  entries: 'Ce qui est arrivé égale ce qui existe',
  journal: 'Les historiques sont ceux qui ont été écrits',
  last: (at: string, checked: number, count: number) =>
    `${dayAndTime(at)} : ${number(checked)} contrôlés, ${count === 0 ? 'tout concorde' : `${number(count)} à regarder`}`,
  partial: 'La suite est contrôlée la nuit prochaine.',
  none: 'Le premier contrôle a lieu cette nuit.',
  earlier: 'Contrôles précédents',
  lost: (code: string) => lost[code] ?? { what: code, remedy: '' },
  broken: (index: number, why: string) => `ligne ${index} : ${broken[why] ?? why}`,
  brokenRemedy: 'Prévenez l’informatique et la sécurité : guide d’exploitation, journal-broken.',
  remedy: 'Remède :',
  of: 'arrivé le',
} as const;
