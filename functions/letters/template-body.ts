import type { Condition } from '../procedures/condition.ts';
import { isLetterFact, isLetterField } from './letter-fields.ts';

/** A body read: text, fields, gaps, conditions and blocks. */
export type Part =
  | { part: 'text'; text: string }
  | { part: 'field'; name: string }
  | { part: 'answer'; name: string }
  | { part: 'gap'; what: string }
  | { part: 'block'; id: string }
  | { part: 'if'; test: Test; yes: Part[]; no: Part[] };
/** `name` alone: filled, or the condition of that name. */
export type Test = { name: string; isAnswer: boolean; value: string | null; isNegated: boolean };
export const bodyProblemCodes = [
  'unknown-field',
  'unknown-condition',
  'unclosed-if',
  'unopened-if',
  'unreadable-mark',
] as const;
/** `at`: the mark as it is written. */
export type BodyProblem = { code: (typeof bodyProblemCodes)[number]; at: string };

const marks = /\{\{([^{}]*)\}\}/g;
const condition = /^#if\s+(not\s+)?(answers\.)?([a-z][a-zA-Z0-9]*)(?:\s+is\s+(.+))?$/;
const answer = /^answers\.([a-z][a-zA-Z0-9]*)$/;
const gap = /^write:\s*(.+)$/;
const block = /^>\s*([a-z][a-z0-9-]*)$/;
const plain = /^[a-zA-Z]\w*$/;

type Open = { test: Test; yes: Part[]; no: Part[]; isInElse: boolean; at: string };

/** Reads a body once into its parts, with what is wrong in it. Marks that cannot be read stay as text. */
export const readBody = (body: string): { parts: Part[]; problems: BodyProblem[] } => {
  const problems: BodyProblem[] = [];
  const root: Part[] = [];
  const open: Open[] = [];
  const into = () => {
    const inner = open.at(-1);
    return inner ? (inner.isInElse ? inner.no : inner.yes) : root;
  };
  const close = () => {
    const inner = open.pop();
    if (!inner) return false;
    into().push({ part: 'if', test: inner.test, yes: inner.yes, no: inner.no });
    return true;
  };
  let from = 0;
  for (const found of body.matchAll(marks)) {
    const [at, inside = ''] = found;
    if (found.index > from) into().push({ part: 'text', text: body.slice(from, found.index) });
    from = found.index + at.length;
    const mark = inside.trim();
    const test = testOf(mark);
    if (test) open.push({ test, yes: [], no: [], isInElse: false, at });
    else if (mark === 'else' || mark === '/if') {
      const inner = open.at(-1);
      if (mark === 'else' && inner && !inner.isInElse) inner.isInElse = true;
      else if (mark === 'else' || !close()) problems.push({ code: 'unopened-if', at });
    } else {
      const part = partOf(mark);
      if (!part) problems.push({ code: 'unreadable-mark', at });
      into().push(part ?? { part: 'text', text: at });
    }
  }
  if (from < body.length) into().push({ part: 'text', text: body.slice(from) });
  for (const { at } of open) problems.push({ code: 'unclosed-if', at });
  while (close());
  return { parts: root, problems };
};

const testOf = (mark: string): Test | null => {
  const found = condition.exec(mark);
  if (!found) return null;
  const [, not, ofAnswers, name = '', value] = found;
  return {
    name,
    isAnswer: ofAnswers !== undefined,
    value: value?.trim() ?? null,
    isNegated: not !== undefined,
  };
};

const partOf = (mark: string): Part | null => {
  const [, ofAnswer] = answer.exec(mark) ?? [];
  if (ofAnswer) return { part: 'answer', name: ofAnswer };
  const [, what] = gap.exec(mark) ?? [];
  if (what) return { part: 'gap', what: what.trim() };
  const [, id] = block.exec(mark) ?? [];
  if (id) return { part: 'block', id };
  return plain.test(mark) ? { part: 'field', name: mark } : null;
};

/** Everything wrong in a body by itself; blocks it names are looked for where all templates are known. */
export const bodyProblems = (template: {
  body: string;
  subject?: string;
  conditions: Record<string, Condition>;
}): BodyProblem[] => {
  const unknown = (parts: Part[]): BodyProblem[] =>
    parts.flatMap((part): BodyProblem[] => {
      if (part.part === 'field' && !isLetterField(part.name))
        return [{ code: 'unknown-field', at: `{{${part.name}}}` }];
      if (part.part !== 'if') return [];
      const { name, isAnswer } = part.test;
      const isKnown = isAnswer || isLetterField(name) || isLetterFact(name) || name in template.conditions;
      return [
        ...(isKnown ? [] : [{ code: 'unknown-condition' as const, at: `{{#if ${name}}}` }]),
        ...unknown(part.yes),
        ...unknown(part.no),
      ];
    });
  return [template.body, template.subject ?? ''].flatMap((text) => {
    const { parts, problems } = readBody(text);
    return [...problems, ...unknown(parts)];
  });
};

/** Ids of the blocks a body takes in. */
export const blocksIn = (body: string): string[] => {
  const named = (parts: Part[]): string[] =>
    parts.flatMap((part) =>
      part.part === 'block' ? [part.id] : part.part === 'if' ? [...named(part.yes), ...named(part.no)] : [],
    );
  return [...new Set(named(readBody(body).parts))];
};
