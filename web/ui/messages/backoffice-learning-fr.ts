import { titles } from './backoffice-titles-fr.ts';
import { day, dayAndTime } from './dates.ts';
import { euros, number, percent } from './numbers.ts';

const count = (n: number, one: string, many: string) => `${number(n)} ${Math.abs(n) < 2 ? one : many}`;
type Judged = { right: number; messages: number };

/** What is learnt from the decisions of agents, and how well letters are sorted. */
export const learning = {
  title: titles.learning,
  intro:
    'Chaque décision d’un agent est un exemple pour votre collectivité seule. Chaque dimanche à 2 h 30, Parvis apprend, se juge sur des décisions qu’il n’a pas lues, et ne change que s’il fait mieux. Aucun texte n’est conservé avec les exemples.',
  emptyTitle: 'Rien à apprendre pour le moment',
  emptyText:
    'Dès qu’un agent accepte ou corrige une proposition, ou déplace une demande, sa décision compte ici. Les courriers sont proposés par le modèle livré avec Parvis.',

  figureTitle: 'Le chiffre de la semaine',
  figure: (right: number, of: number) =>
    `Parvis a proposé la bonne direction ${number(right)} fois sur ${number(of)}`,
  figureNone: 'Aucun courrier trié depuis lundi',
  figureSince: (monday: string) => `Courriers reçus depuis le ${day(monday)}.`,
  figureBefore: (share: number) => `Sur les huit semaines d’avant : ${percent(share)}.`,
  figures: {
    alone: 'Orientés sans agent',
    aloneHint: (part: string) => `${part} des courriers`,
    asked: 'Triés par un agent',
    askedHint: 'Parvis n’était pas assez sûr',
    corrected: 'Corrigés',
    correctedHint: 'un agent a choisi une autre direction',
    misrouted: 'Mal orientés',
    misroutedHint: 'orientés sans agent, déplacés ensuite',
  },
  none: '—',

  now: 'Apprendre maintenant',
  learning: 'Apprentissage lancé. Il dure une à trois minutes ; cette page se met à jour seule.',
  lastRun: (at: string, verdict: string) => `Dernier apprentissage le ${dayAndTime(at)} : ${verdict}`,
  neverRun: 'Aucun apprentissage n’a encore eu lieu.',
  verdicts: {
    published: 'une nouvelle version, meilleure, est en service.',
    'too-few': 'trop peu de décisions nouvelles (il en faut dix). Rien n’a changé.',
    'not-better': 'la nouvelle version ne suivait pas mieux les agents. Rien n’a changé.',
    guard: 'la nouvelle version oubliait ce qui allait bien ailleurs. Rien n’a changé.',
    errors: 'la nouvelle version aurait orienté sans agent plus de courriers à tort. Rien n’a changé.',
    'one-person':
      'des corrections d’une seule personne vont contre les décisions des autres. Rien n’a changé : si elle a raison, choisissez « Apprendre maintenant ».',
  } as Record<string, string>,
  notFollowed:
    'une nouvelle version, meilleure, est prête ; celle qui a été choisie depuis reste en service.',
  forgot:
    'La version d’avant avait lu une personne effacée depuis : elle ne sert plus, et l’on n’y revient pas.',
  onePersonTitle: 'Habitudes qui reposent sur une seule personne',
  onePerson: (from: string, to: string, corrections: number, against: number) =>
    `« ${from} » vers « ${to} » : ${number(corrections)} corrections d’une seule personne${
      against > 0 ? `, contre ${count(against, 'décision', 'décisions')} des autres` : ''
    }.`,
  onTrial: 'À l’essai : proposée, mais rien ne part sans qu’un agent l’ait vu.',
  calibrated: (decisions: number, before: number, after: number) =>
    `Confiance réglée sur ${count(decisions, 'décision', 'décisions')} de vos agents : écart moyen de ${percent(after)}, contre ${percent(before)} avec le réglage livré.`,
  onePersonRule:
    'Le dimanche, Parvis propose ce qu’une seule personne a corrigé, sans rien orienter seul pour autant, et ne l’apprend pas si cela défait au moins deux décisions d’autres agents. L’essai prend fin quand d’autres agents décident de même, ou quand vous choisissez « Apprendre maintenant », qui vaut accord. Pour l’écarter, revenez à la version d’avant.',

  waitingTitle: (n: number) =>
    n === 1 ? 'Une demande attend votre arbitrage' : `${number(n)} demandes attendent votre arbitrage`,
  waitingText: 'Elles ont changé de direction trois fois. Plus personne ne peut les déplacer avant vous.',
  reserved: 'Demande que vous ne pouvez pas lire',
  moved: (n: number, at: string) =>
    `${count(n, 'changement', 'changements')} de direction, en attente depuis le ${day(at)}`,
  heldBy: (name: string) => `Actuellement : ${name}`,
  arbitrate: 'Arbitrer',
  arbitrateTitle: (reference: string) => `À qui revient la demande ${reference} ?`,
  arbitrateTo: 'Direction qui garde la demande',
  arbitrateReason: 'Pourquoi (facultatif)',
  arbitrateReasonHint: 'Lu par les agents, dans les notes de la demande.',
  arbitrateGo: 'Confier la demande',
  arbitrated: (name: string) => `Demande confiée à : ${name}`,

  weeksTitle: 'Semaine après semaine',
  weeks: {
    week: 'Semaine du',
    proposed: 'Courriers',
    alone: 'Sans agent',
    right: 'Bien proposés',
    misrouted: 'Mal orientés',
  },
  driftMix: (share: number) =>
    `Le courrier de la semaine est réparti entre les directions autrement qu’auparavant : ${percent(share)} a changé de direction.`,
  driftSteady: (share: number) =>
    `Le courrier de la semaine est réparti comme d’habitude entre les directions (${percent(share)} d’écart).`,
  driftWords: (share: number, before: number) =>
    `Au dernier apprentissage, ${percent(share)} des mots de la semaine étaient inconnus de Parvis, contre ${percent(before)} les huit semaines d’avant.`,

  curveTitle: 'Quand Parvis se dit sûr, a-t-il raison ?',
  curveText:
    'Chaque point réunit les propositions d’une même confiance. Sur la ligne, la confiance annoncée est exacte ; au-dessus, Parvis est trop prudent ; au-dessous, trop sûr de lui.',
  curveSaid: 'Confiance annoncée',
  curveRight: 'Bonnes propositions',
  curveCaption: 'Confiance annoncée et part de bonnes propositions, neuf semaines',
  curve: { from: 'Confiance', proposed: 'Propositions', said: 'Annoncée', right: 'Bonnes' },
  between: (from: number) => `${percent(from)} à ${percent(Math.min(1, from + 0.1))}`,
  assumed: 'Un courrier orienté sans agent et jamais déplacé compte comme bien orienté.',

  departmentsTitle: 'Direction par direction',
  departmentsText:
    'Au-dessus du seuil, Parvis oriente sans agent. Un seuil plus bas laisse passer plus d’erreurs, un seuil plus haut donne plus de courriers à trier.',
  departments: {
    department: 'Direction',
    threshold: 'Seuil',
    proposed: 'Proposés',
    alone: 'Sans agent',
    misrouted: 'Mal orientés',
    asked: 'À trier',
    right: 'Bons',
    cost: 'Coût',
  },
  euros,
  costNote: (misrouted: string, sorted: string) =>
    `Coût : ${misrouted} par courrier mal orienté, ${sorted} par tri d’un agent (à régler dans la configuration de la collectivité, « routing »).`,

  correctionsTitle: 'Ce que les agents ont corrigé',
  correctionsCaption: 'Corrections, d’une direction à l’autre',
  corrections: { from: 'Proposé', to: 'Décidé', count: 'Fois', agents: 'Agents' },
  noCorrection: 'Aucune correction en neuf semaines.',
  rest: (n: number) => `et ${count(n, 'autre paire', 'autres paires')} de directions`,

  versionsTitle: 'Versions',
  versionsText: 'Une version remplacée est gardée : on y revient, ou on avance, en un geste.',
  shipped: 'Version livrée avec Parvis',
  version: (at: string) => `Version du ${dayAndTime(at)}`,
  inUse: 'En service',
  since: (at: string) => `depuis le ${dayAndTime(at)}`,
  byNight: 'publiée par l’apprentissage',
  byAgent: (login: string) => `choisie par ${login}`,
  lessons: (n: number) => `A lu ${count(n, 'décision', 'décisions')}.`,
  shippedText: 'N’a lu aucune décision de votre collectivité.',
  held: (next: Judged, present: Judged) =>
    `Sur ${count(next.messages, 'décision jamais lue', 'décisions jamais lues')} : ${number(next.right)} bonnes propositions, contre ${number(present.right)} pour la version d’avant.`,
  routed: (routed: number, right: number) =>
    `Aurait orienté ${count(routed, 'courrier', 'courriers')} sans agent, dont ${number(right)} bien.`,
  guard: (messages: number, present: number, next: number) =>
    `Témoins (textes livrés, non lus) : ${number(next)} bons sur ${number(messages)}, contre ${number(present)} avant.`,
  use: 'Revenir à cette version',
  withdrawn: 'Retirée : elle avait lu une personne effacée depuis.',
  missing: 'Introuvable',
  missingText: 'Son fichier manque : la version livrée avec Parvis sert à sa place.',
  used: 'Version en service. Les prochains courriers la suivent dans la minute.',
};
