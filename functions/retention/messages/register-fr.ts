import type { Processing } from '../processing.ts';
import type { Slip } from '../slip.ts';
import type { Rule } from '../usual.ts';

const data: Record<string, string> = {
  identity: 'nom, prénoms',
  contact: 'adresse électronique, téléphone',
  birth: 'date et lieu de naissance',
  home: 'adresse, commune',
  child: 'enfants (nom, naissance)',
  family: 'situation familiale',
  money: 'montants, ressources, quotient familial',
  bank: 'coordonnées bancaires',
  company: 'SIRET, RNA',
  vehicle: 'plaque d’immatriculation',
  documents: 'pièces jointes',
  health: 'données pouvant toucher à la santé ou au handicap (RGPD, article 9)',
  words: 'textes libres',
  choices: 'réponses du formulaire',
  appointment: 'rendez-vous',
  account: 'identifiants du compte (FranceConnect, clé d’accès)',
  traces: 'traces (dates, actes, adresse réseau)',
  voice: 'voix',
  place: 'lieu signalé, photos',
  work: 'fonction, service, habilitations',
};
const recipients: Record<string, string> = {
  department: 'service instructeur',
  asked: 'service consulté',
  treasury: 'DGFiP (PayFiP)',
  print: 'atelier d’impression et opérateur postal',
  subject: 'service concerné',
  quality: 'service qualité et administrateurs',
  host: 'Amazon Web Services EMEA, sous-traitant (hébergement dans l’Union européenne)',
};
const people: Record<string, string> = {
  person: 'usagers',
  company: 'entreprises',
  association: 'associations',
  agent: 'agents',
};
const bases: Record<Processing['basis'], string> = {
  'public-task': 'mission d’intérêt public (RGPD, article 6-1 e)',
  'legal-obligation': 'obligation légale (RGPD, article 6-1 c)',
  consent: 'consentement (RGPD, article 6-1 a), retirable à tout moment',
};
const kept: Record<string, string> = {
  'as-request': 'la même durée que la demande à laquelle cela se rattache',
  'as-asked': 'jusqu’à ce que la personne le retire',
  accounts: '10 ans après la fin de l’exercice (pièces comptables)',
  anonymous: 'sans limite : aucune donnée personnelle',
  journal: 'sans limite : identifiants, codes et empreintes ; le contenu part avec la demande',
  'in-office': 'tant que l’agent est en fonctions, puis son nom reste sur ses actes',
  logs: '1 an (délibération CNIL 2021-122)',
  lasting: 'sans limite : c’est ce qui permet d’effacer de nouveau après une restauration',
};
const fates = {
  destroy: 'puis élimination, après visa des archives départementales',
  archive: 'puis versement aux archives',
  sort: 'puis tri, selon le visa des archives départementales',
} as const;
const sources = {
  procedure: '',
  correspondence: 'correspondance générale, tableau DGP/SIAF/2014/006',
  accounts: 'pièces comptables',
  'set-aside': 'choix de la collectivité',
} as const;

const common: Record<string, { title: string; purpose: string }> = {
  letters: {
    title: 'Courriers, courriels et demandes générales',
    purpose: 'Recevoir, orienter et répondre à ce qui n’entre dans aucune démarche',
  },
  'set-aside': {
    title: 'Messages écartés',
    purpose: 'Écarter ce qui est indésirable ou automatique, et reprendre ce qui l’a été par erreur',
  },
  telephone: { title: 'Appels et rappels', purpose: 'Répondre au téléphone, rappeler qui n’a pas été joint' },
  accounts: { title: 'Espace usager', purpose: 'Retrouver ses demandes sans les ressaisir' },
  household: { title: 'Foyer', purpose: 'Dire une seule fois sa famille' },
  safe: { title: 'Coffre de documents', purpose: 'Garder ses justificatifs et les joindre d’un geste' },
  'register-of-people': { title: 'Fiche usager', purpose: 'Réunir les demandes d’une même personne' },
  appointments: { title: 'Rendez-vous', purpose: 'Prendre, rappeler et tenir les rendez-vous' },
  payments: { title: 'Paiements en ligne', purpose: 'Encaisser les redevances et en tenir les comptes' },
  reports: { title: 'Signalements', purpose: 'Réparer l’espace public et en informer qui l’a signalé' },
  subscriptions: { title: 'Alertes', purpose: 'Prévenir qui l’a demandé' },
  texts: { title: 'Textos', purpose: 'Prévenir qu’un message attend' },
  mandates: { title: 'Mandats', purpose: 'Agir pour un proche, dans les limites qu’il a fixées' },
  ratings: { title: 'Avis sur les réponses', purpose: 'Améliorer les réponses' },
  learning: {
    title: 'Aide au tri',
    purpose: 'Proposer un service d’après les décisions des agents ; jamais de décision automatique',
  },
  statistics: { title: 'Statistiques', purpose: 'Piloter les volumes et les délais, sans aucun identifiant' },
  journals: {
    title: 'Journal des demandes et des consultations',
    purpose: 'Prouver ce qui a été fait, et qui a lu quoi et pourquoi',
  },
  agents: { title: 'Comptes des agents', purpose: 'Habiliter les agents' },
  'access-logs': { title: 'Journaux techniques', purpose: 'Sécuriser le service' },
  erasures: { title: 'Registre des effacements', purpose: 'Effacer de nouveau après une restauration' },
};

const ruleText = ({ months, disposal, because, source }: Rule): string => {
  const length = months % 12 === 0 ? `${months / 12} an${months > 12 ? 's' : ''}` : `${months} mois`;
  const why = because ?? sources[source];
  const since = source === 'set-aside' ? 'la mise à l’écart' : 'la clôture';
  return `${length} après ${since}, ${fates[disposal]}${why ? ` (${why})` : ''}`;
};

/** A line of the register, in words. */
export const inWords = (one: Processing, departmentName: (code: string) => string) => ({
  id: one.id,
  title: one.title ?? common[one.id]?.title ?? one.id,
  purpose: one.purpose ?? common[one.id]?.purpose ?? '',
  basis: bases[one.basis],
  people: one.people.map((code) => people[code] ?? code).join(', ') || 'personne',
  data: one.data.map((code) => data[code] ?? code).join(', ') || 'aucune donnée personnelle',
  recipients: one.recipients
    .map(
      ({ code, department }) => `${recipients[code]}${department ? ` : ${departmentName(department)}` : ''}`,
    )
    .join(', '),
  retention: 'code' in one.retention ? (kept[one.retention.code] ?? '') : ruleText(one.retention),
});

export const register = {
  file: 'registre-des-traitements.csv',
  headings: [
    ...['Traitement', 'Finalité', 'Base juridique', 'Personnes', 'Données', 'Destinataires'],
    ...['Conservation', 'Transferts hors de l’Union', 'Sécurité'],
  ],
  controller: (name: string, address: string) => `Responsable du traitement : ${name}, ${address}`,
  officer: (email: string) => `Délégué à la protection des données, à joindre à : ${email}`,
  none: 'aucun',
  london: 'Royaume-Uni (décision d’adéquation) pour la téléphonie',
  security:
    'chiffrement au repos et en transit, accès par rôle et par service, journal inaltérable, sauvegardes continues de 35 jours',
};

export const slips = {
  file: (id: string) => `bordereau-${id}.csv`,
  letters: 'Courriers sans démarche',
  setAside: 'Messages écartés',
  headings: ['Référence', 'Démarche', 'Service', 'Close avant le', 'Sort', 'Décision'],
  goes: 'à éliminer',
  kept: (reason: string) => `conservée : ${reason}`,
  fate: { destroy: 'élimination', archive: 'versement', sort: 'tri' } as const,
  subject: (count: number, of: Slip['of']) => {
    const [one, many] = of === 'contacts' ? ['message écarté', 'messages écartés'] : ['demande', 'demandes'];
    return `${count} ${count > 1 ? `${many} ont` : `${one} a`} atteint la durée de conservation`;
  },
  text: (told: { count: number; title: string; of: Slip['of']; before: string; address: string }) =>
    [
      `Bonjour,`,
      told.of === 'contacts'
        ? `${told.count} message(s), écarté(s) avant le ${told.before}, sans suite depuis, ont été gardés aussi longtemps que prévu.`
        : `${told.count} demande(s) « ${told.title} », close(s) avant le ${told.before}, ont été gardées aussi longtemps que prévu.`,
      `Rien n’est éliminé sans votre accord, ni sans le visa du directeur des archives départementales (Code du patrimoine, articles L212-2 et R212-14).`,
      `Le bordereau est à relire et à télécharger ici : ${told.address}`,
    ].join('\n\n'),
};

/** What a slip is called: its procedure, or what has none. */
export const titleOf = ({ of, title }: Pick<Slip, 'of' | 'title'>): string =>
  title ?? (of === 'contacts' ? slips.setAside : slips.letters);
