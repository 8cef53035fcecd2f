import { relativeDay } from './dates.ts';
import { plural } from './numbers.ts';

const about = (words: readonly string[]) => (words.length > 0 ? ` : ${words.join(', ')}` : '');
type Wave = { requests: number; words: readonly string[]; firstAt: string };
const requests = (n: number) => plural(n, { one: 'demande semblable', other: 'demandes semblables' });

/** What many people write about at one time, and letters like one of before. */
export const waves = {
  title: 'Demandes semblables',
  intro:
    'Quand plusieurs personnes écrivent pour la même chose, leurs demandes sont rapprochées ici. Chacune garde son numéro, son échéance et sa réponse.',
  emptyTitle: 'Rien de groupé pour le moment',
  emptyText:
    'Dès que cinq personnes écriront pour la même chose en deux jours, ce sera dit ici et sur le tableau.',
  line: ({ requests: n, words, firstAt }: Wave, now: string) =>
    `${requests(n)} ${since(firstAt, now)}${about(words)}`,
  people: (n: number) => plural(n, { one: 'personne', other: 'personnes' }),
  named: (words: readonly string[]) => {
    const name = words.join(', ') || 'même objet';
    return name.charAt(0).toUpperCase() + name.slice(1);
  },
  back: 'Toutes les vagues',
  lastOne: (when: string) => `dernière reçue ${when}`,
  board: 'Vagues de demandes semblables',
  seeAll: 'Voir toutes les vagues',
  ofRequest: 'Cette demande en fait partie.',
  ofContact: 'Ce document semble en faire partie.',
  againOf: (when: string) => `Même courrier déjà reçu de la même personne, le ${when} :`,
  outOfIt: 'Un agent l’en a écartée.',
  open: 'Voir et grouper',
  see: 'Voir la vague',

  lead: (reference: string) =>
    `La réponse donnée à ${reference} ira à toutes celles qui sont groupées avec elle.`,
  noLead: 'Aucune demande ouverte ne peut mener le groupe.',
  choose: 'Demandes à grouper',
  all: 'Tout cocher',
  group: (n: number) => (n < 2 ? 'Grouper la demande cochée' : `Grouper les ${n} demandes cochées`),
  groupNone: 'Cochez au moins une demande.',
  groupText: 'Décochez ce qui demande autre chose : cette personne aura une réponse à elle.',
  grouped: (n: number) =>
    n < 2 ? 'Une demande groupée.' : `${n} demandes groupées : une seule réponse ira à chacune.`,
  refusedTitle: 'Certaines n’ont pas pu être groupées',
  refused: {
    'needs-its-own': 'doit avoir sa propre lettre',
    'not-leading': 'la demande choisie ne peut pas mener de groupe',
    'not-allowed-in-state': 'déjà groupée, décidée ou au parapheur',
    forbidden: 'n’est pas à vous',
    'not-found': 'n’est plus de cette vague',
  } as Record<string, string>,
  leads: 'Mène le groupe',
  isGrouped: 'Groupée',
  answered: 'Répondue',
  late: 'Arrivée après la réponse',
  again: (reference: string) => `Même personne que ${reference}`,
  hidden: 'Contenu réservé',
  leave: 'Autre chose',
  comeBack: 'En fait partie',
  left: 'Écartée',

  pastTitle: 'Courrier le plus proche',
  pastMore: (n: number) => (n < 2 ? 'Un autre courrier semblable' : `${n} autres courriers semblables`),
  kinds: {
    same: 'Même courrier déjà reçu',
    nearly: 'Courrier presque identique',
    subject: 'Même sujet',
  } as Record<string, string>,
  pastWent: (department: string) => `traité par ${department}`,
  pastBy: (who: string | null) => (who ? `décidé par ${who}` : 'orienté sans intervention'),
  pastSee: (when: string) => `voir le document du ${when}`,
  pastWaits: 'attend aussi une décision',
  pastAside: 'mis en quarantaine',
  samePerson: 'même personne',
  joinIt: (reference: string) => `Rattacher à ${reference}`,
};

function since(firstAt: string, now: string): string {
  const when = relativeDay(firstAt, now);
  if (when.startsWith('aujourd')) return when;
  return `depuis ${when.startsWith('il y a ') ? when.slice('il y a '.length) : when}`;
}
