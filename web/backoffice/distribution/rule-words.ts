import { channels, languages, rulesWords as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import { languageName } from '../../ui/messages/distribution-why-fr.ts';
import type { Rule, Rules } from './distribution-api.ts';

/** Words that somebody separates by commas, and back. */
export const wordsIn = (text: string): string[] =>
  [...new Set(text.split(/[,;\n]/).map((word) => word.trim()))]
    .filter((word) => word.length > 1)
    .slice(0, 20);
export const wordsOf = (words: readonly string[]): string => words.join(', ');

export const languageOptions = languages.map((code) => ({ value: code, label: languageName(code) }));

/** Names of what rules hold as codes. */
export type Names = {
  agent(login: string): string;
  procedure(id: string): string;
  commune(code: string): string;
};

const whenWords = ({ when, wants }: Rule, names: Names): string => {
  const parts = [
    ...(when.procedures.length > 0 ? [t.when.procedures(when.procedures.map(names.procedure))] : []),
    ...(when.languages.length > 0 ? [t.when.languages(when.languages)] : []),
    ...(wants.speaksIt && when.languages.length === 0 ? [t.when.otherLanguage] : []),
    ...(when.communes.length > 0 ? [t.when.communes(when.communes.map(names.commune))] : []),
    ...(wants.coversIt && when.communes.length === 0 ? [t.when.known] : []),
    ...(when.channels.length > 0 ? [t.when.channels(when.channels.map((one) => channels[one] ?? one))] : []),
    ...(when.urgent ? [t.when.urgent] : []),
    ...(when.complexity > 0 ? [t.when.complexity(when.complexity)] : []),
    ...(when.words.length > 0 ? [t.when.words(when.words)] : []),
  ];
  return [t.when.all, parts.join(', ')].filter(Boolean).join(' ');
};

/** A rule as a sentence. */
export const ruleSentence = (rule: Rule, teams: Rules['teams'], names: Names): string => {
  const { wants } = rule;
  const people = [
    ...wants.agents.map(names.agent),
    ...teams.filter(({ code }) => wants.teams.includes(code)).map(({ name }) => name),
  ];
  const traits = [
    ...(wants.skills.length > 0 ? [t.wants.skills(wants.skills)] : []),
    ...(wants.speaksIt ? [t.wants.speaksIt] : []),
    ...(wants.coversIt ? [t.wants.coversIt] : []),
  ];
  const start =
    people.length > 0 ? t.wants.people(people) : traits.length > 0 ? t.wants.somebody : t.wants.anybody;
  const sentence = t.sentence(
    whenWords(rule, names),
    [start, ...traits].join(' '),
    t.choice[rule.choice] ?? '',
  );
  return rule.ifNobody === 'basket' ? `${sentence} ${t.ifBasket}` : sentence;
};

/** A code made of a name: what the journal and other rules say of it, so it stays when the name changes. */
export const codeOf = (name: string, taken: readonly string[]): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const start = plain || 'r';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? start : `${start}-${number}`;
    if (!taken.includes(code)) return code;
  }
};

/** A rule that says nothing yet: every request, anybody who instructs. */
export const emptyRule = (id: string, name: string): Rule => ({
  ...{ id, name, choice: 'least-loaded', ifNobody: 'next' },
  when: {
    procedures: [],
    communes: [],
    languages: [],
    channels: [],
    urgent: false,
    complexity: 0,
    words: [],
  },
  wants: { agents: [], teams: [], skills: [], speaksIt: false, coversIt: false },
});
export const firstRules: Rules = { rules: [], teams: [], rest: 'in-turn', cap: 40 };
