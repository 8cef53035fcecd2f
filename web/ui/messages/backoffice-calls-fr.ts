import { plural } from './numbers.ts';

const seconds = (value: number): string => {
  const whole = Math.round(value);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return minutes ? `${minutes} min${rest ? ` ${String(rest).padStart(2, '0')} s` : ''}` : `${rest} s`;
};

export const calls = {
  nav: 'Téléphone',
  pages: { callBacks: 'À rappeler', statistics: 'Statistiques', notices: 'Message du jour' },
  unknownNumber: 'Numéro masqué',
  noTopic: 'Sans sujet',
  noGroup: 'Sans groupe',
  group: (code: string) => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('-', ' '),
  seconds,
};

export const callBacks = {
  title: 'Personnes à rappeler',
  intro:
    'Chaque appel resté sans réponse donne une seule tâche par numéro. Tout contact qui suit la termine.',
  columns: { number: 'Numéro', topic: 'Sujet', since: 'Depuis', tries: 'Essais', due: 'Rappeler avant' },
  missed: (count: number) => plural(count, { one: 'appel sans réponse', other: 'appels sans réponse' }),
  tries: (count: number) => (count ? plural(count, { one: 'essai', other: 'essais' }) : 'aucun'),
  late: 'En retard',
  emptyTitle: 'Personne à rappeler',
  emptyText: 'Tous ceux qui ont appelé ont eu quelqu’un, ou ont été rappelés.',
};

export const callBack = {
  title: 'Rappeler',
  back: 'Toutes les personnes à rappeler',
  call: (number: string) => `Appeler le ${number}`,
  due: (when: string) => `À rappeler avant : ${when}`,
  since: (when: string) => `Appel sans réponse du ${when}`,
  about: (topic: string) => `Sujet choisi : ${topic}`,
  people: 'À qui peut être ce numéro',
  shared: (count: number) =>
    `${count} personnes partagent ce numéro : demandez qui appelle avant de parler d’un dossier.`,
  nobody: 'Personne de connu n’a ce numéro.',
  unnamed: 'Nom inconnu',
  born: (birth: string) => `Naissance : ${birth}`,
  noRequest: 'Aucune demande en cours',
  open: 'Voir sa fiche',
  triesTitle: 'Essais',
  tried: (when: string, by: string) => `${when}, sans réponse, par ${by}`,
  outcomeTitle: 'Qu’a donné votre appel ?',
  reached: 'Je lui ai parlé',
  noAnswer: 'Pas de réponse',
  noAnswerHint: 'La tâche revient à la prochaine demi-journée d’ouverture.',
  drop: 'Ne plus rappeler',
  dropHint: 'Possible après trois essais.',
  dropTitle: 'Pourquoi ne plus rappeler ?',
  reasons: {
    'no-answer': 'Ne répond jamais',
    'wrong-number': 'Ce n’est pas le bon numéro',
    refused: 'Ne souhaite pas être rappelé',
    'settled-otherwise': 'Réglé autrement',
  },
  confirm: 'Terminer la tâche',
  settledTitle: 'Il n’y a plus à rappeler',
  settledText: 'Cette personne a eu un contact depuis, ou la tâche a été terminée.',
  saidReached: 'La tâche est terminée. Pensez à noter ce qui a été dit.',
  saidNoAnswer: (when: string) => `C’est noté. Prochain essai avant : ${when}.`,
  saidDropped: 'La tâche est terminée.',
  record: 'Noter cet appel',
};

export const statistics = {
  title: 'Statistiques des appels',
  spans: { day: 'Jour', week: 'Semaine' },
  spanLabel: 'Période',
  previous: { day: 'Jour précédent', week: 'Semaine précédente' },
  next: { day: 'Jour suivant', week: 'Semaine suivante' },
  today: 'Aujourd’hui',
  week: (from: string, to: string) => `Du ${from} au ${to}`,
  figures: {
    calls: 'Appels reçus',
    answeredRate: 'Taux de réponse',
    meanWait: 'Attente moyenne',
    meanTalk: 'Durée moyenne',
    abandoned: 'Abandonnés',
    missed: 'Sans réponse',
  },
  figureHints: {
    calls: (typed: number, hidden: number) =>
      [
        typed ? plural(typed, { one: 'saisi à la main', other: 'saisis à la main' }) : '',
        hidden ? plural(hidden, { one: 'numéro masqué', other: 'numéros masqués' }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    closed: (count: number) =>
      count ? `hors ${plural(count, { one: 'appel', other: 'appels' })} à la fermeture` : '',
    outbound: (count: number) =>
      `${plural(count, { one: 'appel passé', other: 'appels passés' })} par les agents`,
  },
  none: '–',
  byHour: 'Par heure d’arrivée',
  byDay: 'Par jour',
  byTopic: 'Par sujet',
  byGroup: 'Par groupe d’agents',
  columns: {
    hour: 'Heure',
    day: 'Jour',
    topic: 'Sujet',
    group: 'Groupe',
    calls: 'Appels',
    answered: 'Répondus',
    rate: 'Taux',
    abandoned: 'Abandonnés',
    missed: 'Sans réponse',
    wait: 'Attente',
    talk: 'Durée',
  },
  hour: (code: string) => `${Number(code)} h`,
  chart: (calls: number, answered: number) => `${calls} appels dont ${answered} avec réponse`,
  legend: { answered: 'Avec réponse', unanswered: 'Sans réponse' },
  emptyTitle: 'Aucun appel sur cette période',
  emptyText: 'Les appels du standard et ceux que les agents saisissent sont comptés ici, une fois terminés.',
  note: 'L’attente va de l’entrée dans la file à la réponse. Les appels reçus à la fermeture ne baissent pas le taux.',
};

export const notices = {
  title: 'Message du jour',
  intro:
    'Un seul interrupteur : le message est dit au téléphone, affiché sur le portail et dans cette application, avec une consigne pour les agents.',
  everybody: 'Tout le monde',
  topic: 'Sujet du message',
  text: 'Message aux usagers',
  textHint: 'Lu à voix haute : phrases courtes, sans abréviation. 400 caractères au plus.',
  note: 'Consigne aux agents',
  noteHint: 'Jamais dite ni affichée aux usagers.',
  until: 'Jusqu’au (inclus)',
  untilHint: 'Sans date, le message reste jusqu’à ce que vous l’arrêtiez.',
  turnOn: 'Publier',
  turnOff: 'Arrêter',
  on: 'En ligne',
  onTitle: 'Messages en ligne',
  offTitle: 'Publier un message',
  none: 'Aucun message en ligne.',
  forever: 'sans date de fin',
  untilDay: (when: string) => `jusqu’au ${when}`,
  by: (who: string, when: string) => `publié par ${who}, ${when}`,
  missing: 'Écrivez le message.',
  past: 'Choisissez un jour à venir.',
  published: 'Le message est en ligne partout.',
  stopped: 'Le message est arrêté partout.',
  onlyReaders:
    'Les responsables publient ces messages pour leur service ; la qualité et les administrateurs, pour tous.',
};
