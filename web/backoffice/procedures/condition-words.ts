import { answerWords } from '../../../functions/procedures/messages/fr.ts';
import type { Option } from '../../ui/choice-fields.tsx';
import { conditions as t } from '../../ui/messages/backoffice-procedure-conditions-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import type { Group, Line, Part } from './condition.ts';

/** What a condition may ask about: a question, with the values it can take. */
export type Subject = { name: string; label: string; type: string; options: readonly Option[] };

/** A condition as one would say it; `undefined` when there is none. */
export function sentenceOf(group: Group, subjects: readonly Subject[]): string | undefined {
  const said = partsOf(group, subjects, true);
  return said === undefined ? undefined : said.charAt(0).toUpperCase() + said.slice(1);
}

function partsOf(group: Group, subjects: readonly Subject[], isWhole: boolean): string | undefined {
  const said = group.parts.flatMap((part) => partOf(part, subjects) ?? []);
  if (said.length === 0) return undefined;
  const joined = said.join(group.mode === 'all' ? t.and : t.or);
  if (group.not) return t.notGroup(joined);
  return isWhole || said.length === 1 ? joined : `(${joined})`;
}
const partOf = (part: Part, subjects: readonly Subject[]): string | undefined =>
  part.kind === 'group' ? partsOf(part, subjects, false) : lineOf(part, subjects);

function lineOf({ not, field, operator, value }: Line, subjects: readonly Subject[]): string {
  const subject = subjects.find(({ name }) => name === field);
  const about = t.about(subject?.label || field || t.noQuestion);
  return t.says[operator](about, saidValue(value, subject), not);
}

function saidValue(value: unknown, subject: Subject | undefined): string {
  if (Array.isArray(value)) return value.map((one) => saidValue(one, subject)).join(t.orValue);
  if (typeof value === 'boolean') return t.quoted(value ? answerWords.yes : answerWords.no);
  if (typeof value === 'number')
    return subject?.type === 'amount' ? answerWords.amount(value) : String(value);
  const text = String(value ?? '');
  if (text === 'today') return t.today;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  return t.quoted(subject?.options.find((option) => option.value === text)?.label || text);
}
