import type { Day } from '../day.ts';
import type { Happened } from '../happened.ts';
import type { DeadlineState, LegalCase } from '../legal-case.ts';
import type { SilenceClock } from '../silence.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
/** `2026-05-01` as `1er mai 2026`. */
export const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date} ${months[(month ?? 1) - 1]} ${year}`;
};

export const notReceived = 'Aucune demande n’est encore reçue.';

type Term = { from: Day; due: Day; doneOn: Day | null; isTransferred: boolean };
const done = (what: string, { due, doneOn }: Term): string => {
  if (!doneOn) return '';
  return doneOn <= due ? ` ${what} le ${inWords(doneOn)}.` : ` ${what} en retard, le ${inWords(doneOn)}.`;
};
/** Why an acknowledgement is due, for who has never read a code of law. */
export const acknowledgementWhy = {
  aee: (term: Term) =>
    `Envoi électronique reçu le ${inWords(term.from)} : son enregistrement est confirmé au plus tard le jour ouvré suivant, le ${inWords(term.due)}.${done('Confirmé', term)}`,
  are: (term: Term) =>
    `${term.isTransferred ? 'Demande parvenue à l’administration compétente' : 'Envoi électronique reçu'} le ${inWords(term.from)} : l’accusé de réception complet est envoyé dans les dix jours ouvrés, au plus tard le ${inWords(term.due)}.${done('Envoyé', term)}`,
  notElectronic:
    'La demande n’est pas venue par voie électronique : elle reçoit un accusé de réception ordinaire.',
  electronic: 'La demande est venue par voie électronique : elle reçoit un accusé de réception électronique.',
  arSent: (on: Day) => `L’accusé de réception complet est parti le ${inWords(on)}.`,
  arNotOwed: 'Le silence vaut acceptation en quinze jours au plus : aucun accusé de réception n’est dû.',
  arMissing: (on: Day) =>
    `Demande reçue le ${inWords(on)} : aucun accusé de réception complet n’est parti. La loi ne fixe pas de date, mais sans lui les délais de recours ne courent pas.`,
  over: ({ on, isAnswer }: { on: Day; isAnswer: boolean }) =>
    isAnswer
      ? `Une décision expresse a été notifiée le ${inWords(on)}, avant que le silence ne décide : l’accusé de réception n’a plus d’effet.`
      : `La demande n’est plus instruite ici depuis le ${inWords(on)}.`,
};

const effect = { sva: 'est acceptée', svr: 'est rejetée', none: '' } as const;
const delayed = ({ mode }: LegalCase, { asks, suspendedDays }: SilenceClock): string => {
  const ask = asks.at(-1);
  if (!ask) return '';
  if (mode === 'sva' && ask.answeredOn)
    return ` Des pièces manquaient : le délai est reparti de leur réception, le ${inWords(ask.answeredOn)}.`;
  if (mode === 'svr' && suspendedDays > 0)
    return ` Des pièces ont été demandées le ${inWords(ask.on)}, à produire jusqu’au ${inWords(ask.until ?? ask.on)} : le délai est suspendu ${suspendedDays} ${suspendedDays > 1 ? 'jours' : 'jour'} en tout.`;
  return '';
};
const outcome = (
  mode: 'sva' | 'svr',
  facts: Happened,
  { due }: SilenceClock,
  state: DeadlineState,
): string => {
  if (state === 'met' && facts.decidedOn) return ` Une décision a été prise le ${inWords(facts.decidedOn)}.`;
  if (state === 'missed' && due)
    return ` Aucune décision n’est intervenue à temps : elle ${effect[mode]} depuis la fin de ce jour.`;
  return '';
};
export const silenceWhy = {
  none: 'Pour cette demande, le silence de l’administration ne vaut pas décision.',
  of: (given: LegalCase, facts: Happened, clock: SilenceClock, state: DeadlineState): string => {
    const { mode } = given;
    if (mode === 'none') return silenceWhy.none;
    if (state === 'moot')
      return `La demande n’est plus instruite ici depuis le ${inWords(facts.leftOn ?? given.today)}.`;
    const who = !facts.isTransferred
      ? 'Demande reçue'
      : mode === 'sva'
        ? 'Demande reçue par l’administration compétente'
        : 'Demande reçue par la première administration saisie';
    if (!clock.due)
      return `Des pièces exigées sont attendues depuis le ${inWords(clock.asks.at(-1)?.on ?? clock.from)} : le délai d’acceptation ne courra qu’à partir de leur réception.${outcome(mode, facts, clock, state)}`;
    const from = mode === 'sva' ? facts.competentOn : clock.from;
    return `${who} le ${inWords(from)} : sans décision à la fin du ${inWords(clock.due)}, elle ${effect[mode]}.${delayed(given, clock)}${outcome(mode, facts, clock, state)}`;
  },
};

const clear = 'délai franc, reporté au jour ouvré suivant s’il finit un samedi, un dimanche ou un jour férié';
export const appealWhy = {
  nothing: 'Aucune décision ne peut encore être contestée.',
  granted: (on: Day) =>
    `Le silence a accepté la demande à la fin du ${inWords(on)} : il n’y a rien à contester.`,
  inopposable:
    'Aucun accusé de réception complet n’est parti, et aucune décision n’a été notifiée avant que le silence ne décide : le délai de deux mois n’est pas opposable.',
  express: (on: Day, due: Day) =>
    `Décision notifiée le ${inWords(on)} : deux mois pour la contester, jusqu’au ${inWords(due)} (${clear}).`,
  restarted: (born: Day, on: Day, due: Day) =>
    `Refus né du silence le ${inWords(born)}, puis décision expresse notifiée le ${inWords(on)} dans le délai de recours : les deux mois repartent, jusqu’au ${inWords(due)} (${clear}).`,
  implicit: (born: Day, due: Day) =>
    `Refus né du silence à la fin du ${inWords(born)} : deux mois pour le contester, jusqu’au ${inWords(due)} (${clear}).`,
  late: (told: Day) =>
    ` L’accusé de réception complet n’est parti que le ${inWords(told)} : le délai court à compter de ce jour.`,
  reasons: (asked: Day, given: Day | null, due: Day) =>
    given
      ? `Motifs demandés le ${inWords(asked)} et communiqués le ${inWords(given)} : deux mois de plus pour contester, jusqu’au ${inWords(due)}.`
      : `Motifs demandés le ${inWords(asked)} : le délai court jusqu’à deux mois après leur communication, au plus tard le ${inWords(due)}.`,
};

export const promiseWhy = {
  source: 'Engagement de la collectivité (Services Publics+)',
  commitment: (from: Day, due: Day) =>
    `Demande reçue le ${inWords(from)} : la collectivité s’engage à répondre au plus tard le ${inWords(due)}.`,
  left: 'La demande n’est plus instruite ici.',
  reasons: (asked: Day, due: Day) =>
    `Motifs du refus demandés le ${inWords(asked)} : ils sont communiqués dans le mois, au plus tard le ${inWords(due)}.`,
};

export const portalWhy = {
  read: (on: Day) => `Document consulté le ${inWords(on)} : il est notifié ce jour-là.`,
  unread: (available: Day, due: Day) =>
    `Document mis à disposition le ${inWords(available)} : s’il n’est pas consulté au plus tard le ${inWords(due)}, il est réputé notifié le ${inWords(available)}.`,
};
