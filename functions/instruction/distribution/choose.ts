import type { WorkProfile } from '../../agents/agent.ts';
import type { Facts } from './facts.ts';
import { plainWords } from './language.ts';
import type { Rule, Rules } from './rules.ts';

/** An agent as the choice sees one. */
export type Worker = {
  login: string;
  isPresent: boolean;
  /** Has the right to work on this very request. */
  mayWork: boolean;
  /** Instructs here: is given work even when no rule names them, as heads are not. */
  instructs: boolean;
  /** Requests that stand with them now. */
  open: number;
  /** Whose turn it is: the lowest first (see roster.ts). */
  turn: number;
  work: WorkProfile;
};
/**
 * `why` in codes, for the journal: `rule:<id>`, what was wanted (`named`, `team:…`, `skill:…`, `language:…`, `commune:…`), who could
 * not (`away:n`, `full:n`), and how one was taken among the others (`only-one`, `least-loaded:n`, `in-turn:n`, `most-qualified:n`);
 * without anybody `nobody:away`, `nobody:full`, `nobody:fits` or `basket`.
 */
export type Choice = { agent: string | null; why: string[] };

const says = (list: readonly string[], one: string | null): boolean =>
  list.length === 0 || (one !== null && list.includes(one));

/** Whether a rule speaks of this request. */
export const holds = ({ when, wants }: Pick<Rule, 'when' | 'wants'>, facts: Facts): boolean =>
  says(when.procedures, facts.procedure) &&
  says(when.communes, facts.commune) &&
  says(when.languages, facts.language ?? 'fr') &&
  says(when.channels, facts.channel) &&
  (!when.urgent || facts.urgency === 'high') &&
  facts.complexity >= when.complexity &&
  // A language that is French, or a commune that nobody named, is not what such a rule is about.
  (!wants.speaksIt || facts.language !== null) &&
  (!wants.coversIt || facts.commune !== null) &&
  (when.words.length === 0 ||
    when.words.some((word) => ` ${facts.words} `.includes(` ${plainWords(word)} `)));

/** Part-time work takes a part of what a full one may hold. */
export const capOf = ({ cap, share }: WorkProfile, { cap: ordinary }: Pick<Rules, 'cap'>): number =>
  cap ?? Math.max(1, Math.round((ordinary * share) / 100));

const same = (one: string, other: string): boolean => plainWords(one) === plainWords(other);
const skillsFor = ({ work }: Worker, { wants }: Pick<Rule, 'wants'>): string[] =>
  wants.skills.filter((skill) => work.skills.some((own) => same(own, skill)));

type Wanted = { wanted: Worker[]; why: string[] };
/** Who fits what a rule wants, present or not, and what was wanted in codes. */
const wantedBy = (rule: Rule, facts: Facts, workers: readonly Worker[], teams: Rules['teams']): Wanted => {
  const { wants } = rule;
  const ours = teams.filter(({ code }) => wants.teams.includes(code));
  const named = [...wants.agents, ...ours.flatMap(({ agents }) => agents)];
  const language = wants.speaksIt ? facts.language : null;
  const commune = wants.coversIt ? facts.commune : null;
  const wanted = workers.filter(
    (one) =>
      (named.length > 0 ? named.includes(one.login) : one.instructs && wants.teams.length === 0) &&
      (wants.skills.length === 0 || skillsFor(one, rule).length > 0) &&
      (!language || one.work.languages.includes(language)) &&
      (!commune || one.work.communes.length === 0 || one.work.communes.includes(commune)),
  );
  return {
    wanted,
    why: [
      ...(wants.agents.length > 0 ? ['named'] : []),
      ...ours.map(({ code }) => `team:${code}`),
      ...wants.skills.map((skill) => `skill:${skill.replaceAll(',', ' ')}`),
      ...(language ? [`language:${language}`] : []),
      ...(commune ? [`commune:${commune}`] : []),
    ],
  };
};

const loadOf = ({ open, work }: Worker): number => open / work.share;
const byLogin = (a: Worker, b: Worker): number => (a.login < b.login ? -1 : 1);
type Order = (a: Worker, b: Worker) => number;
const leastLoaded: Order = (a, b) => loadOf(a) - loadOf(b) || a.turn - b.turn || byLogin(a, b);
const inTurn: Order = (a, b) => a.turn - b.turn || loadOf(a) - loadOf(b) || byLogin(a, b);
const mostQualified =
  (rule: Rule | null): Order =>
  (a, b) => {
    const skills = (one: Worker) => (rule ? skillsFor(one, rule).length : 0);
    return skills(b) - skills(a) || b.work.level - a.work.level || leastLoaded(a, b);
  };
const orderOf = (choice: Rule['choice'], rule: Rule | null): Order =>
  choice === 'in-turn' ? inTurn : choice === 'least-loaded' ? leastLoaded : mostQualified(rule);

const pick = ({ wanted, why }: Wanted, choice: Rule['choice'], rules: Rules, rule: Rule | null): Choice => {
  const ours = wanted.filter(({ mayWork }) => mayWork);
  const present = ours.filter(({ isPresent }) => isPresent);
  const free = present.filter((one) => one.open < capOf(one.work, rules));
  const [away, full] = [ours.length - present.length, present.length - free.length];
  const others = [...(away > 0 ? [`away:${away}`] : []), ...(full > 0 ? [`full:${full}`] : [])];
  const [first] = [...free].sort(orderOf(choice, rule));
  if (first) {
    const how = free.length === 1 ? 'only-one' : `${choice}:${free.length}`;
    return { agent: first.login, why: [...why, ...others, how] };
  }
  const reason = present.length > 0 ? 'full' : ours.length > 0 ? 'away' : 'fits';
  return { agent: null, why: [...why, `nobody:${reason}`] };
};

/**
 * Who of a department is given a request: the first rule that holds and finds somebody who is there, under their cap, with the
 * right to work on it. The same facts always give the same answer; nobody at all is an answer, with its reason.
 */
export const choose = (facts: Facts, workers: readonly Worker[], rules: Rules): Choice => {
  const missed: string[] = [];
  for (const rule of rules.rules) {
    if (!holds(rule, facts)) continue;
    const found = pick(wantedBy(rule, facts, workers, rules.teams), rule.choice, rules, rule);
    const why = [...missed, `rule:${rule.id}`, ...found.why];
    if (found.agent || rule.ifNobody === 'basket') return { agent: found.agent, why };
    missed.push(`after:${rule.id}`);
  }
  if (rules.rest === 'basket') return { agent: null, why: [...missed, 'basket'] };
  const all = { wanted: workers.filter(({ instructs }) => instructs), why: missed };
  return pick(all, rules.rest, rules, null);
};
