import { holds, isFilled } from '../procedures/conditions.ts';
import { isLetterFact, isLetterField, type LetterValues } from './letter-fields.ts';
import { gapWords } from './messages/gaps-fr.ts';
import type { LetterTemplate } from './template.ts';
import { type Part, readBody, type Test } from './template-body.ts';

export type Filled = {
  subject: string | null;
  text: string;
  /** Marks left for the agent: fields nobody knows and gaps to write. */
  missing: string[];
};
type Conditions = LetterTemplate['conditions'];
/** A block inside a block inside a block is plenty; a circle stops here. */
const deepest = 5;

/**
 * The letter with what is known filled in, its conditions decided and its blocks taken in. What is not known stays visible,
 * as `{{field}}` or as the words of its gap, so that the agent completes it and the checker finds it.
 * @param blocks the templates of kind `block`, by id
 */
export const fillTemplate = (
  template: Pick<LetterTemplate, 'body' | 'conditions' | 'subject'>,
  values: LetterValues,
  blocks: ReadonlyMap<string, LetterTemplate> = new Map(),
): Filled => {
  const missing = new Set<string>();
  const left = (mark: string) => {
    missing.add(mark);
    return mark;
  };
  const one = (part: Part, conditions: Conditions, depth: number): string => {
    switch (part.part) {
      case 'text':
        return part.text;
      case 'gap':
        return left(gapWords(part.what));
      case 'field':
        return (isLetterField(part.name) && values.fields[part.name]) || left(`{{${part.name}}}`);
      case 'answer':
        return values.shown?.[part.name] || left(`{{answers.${part.name}}}`);
      case 'block': {
        const block = blocks.get(part.id);
        if (!block || depth >= deepest) return left(`{{> ${part.id}}}`);
        return all(readBody(block.body).parts, block.conditions, depth + 1);
      }
      default:
        return all(passes(part.test, conditions, values) ? part.yes : part.no, conditions, depth);
    }
  };
  const all = (parts: Part[], conditions: Conditions, depth: number): string =>
    parts.map((part) => one(part, conditions, depth)).join('');
  const text = tidy(all(readBody(template.body).parts, template.conditions, 0));
  const subject = template.subject
    ? all(readBody(template.subject).parts, template.conditions, 0).trim()
    : null;
  return { subject, text, missing: [...missing] };
};

const passes = (test: Test, conditions: Conditions, values: LetterValues): boolean =>
  isTrue(test, conditions, values) !== test.isNegated;

const isTrue = ({ name, isAnswer, value }: Test, conditions: Conditions, values: LetterValues): boolean => {
  const { facts = {}, answers = {}, fields } = values;
  const named = isAnswer ? undefined : conditions[name];
  if (named) return holds(named, { ...facts, ...answers });
  const known = isAnswer
    ? answers[name]
    : isLetterFact(name)
      ? facts[name]
      : isLetterField(name)
        ? fields[name]
        : undefined;
  if (value === null) return isFilled(known);
  return Array.isArray(known) ? known.some((one) => one === value) : String(known ?? '') === value;
};

/** A condition that fell leaves neither empty lines nor spaces behind. */
const tidy = (text: string): string =>
  text
    .replaceAll('\r', '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
