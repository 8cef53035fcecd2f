import { countries } from '../../../functions/procedures/countries.ts';
import type { Option } from '../../ui/choice-fields.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { conditions as t } from '../../ui/messages/backoffice-procedure-conditions-fr.ts';
import type { Subject } from './condition-words.ts';
import { type Doc, isRecord, listAt, read } from './document.ts';
import { type Asked, askedIn, questionsOf } from './names.ts';

/** Questions that a condition at this place may name: those of its block first, then those of the form. */
export function subjectsAt(doc: Doc, path: string, communes: readonly Option[]): Subject[] {
  const block = /^(steps\.\d+\.fields\.\d+\.fields)\.\d+/.exec(path)?.[1];
  const inside = block ? askedIn(doc, block) : [];
  const own = [...inside, ...questionsOf(doc)]
    .filter(({ name, type, path: at }) => name && type !== 'information' && !path.startsWith(`${at}.when`))
    .map((asked) => subjectOf(doc, asked, communes));
  return path.startsWith('workflow') ? [outcome(), ...own] : own;
}

const outcome = (): Subject => ({
  name: 'outcome',
  label: t.outcome,
  type: 'outcome',
  options: Object.entries(choices.outcome ?? {}).map(([value, label]) => ({ value, label })),
});

function subjectOf(doc: Doc, { name, label, type, path }: Asked, communes: readonly Option[]): Subject {
  const own = listAt(read(doc, path), 'options').flatMap((one) =>
    isRecord(one) ? [{ value: String(one.value ?? ''), label: String(one.label || one.value || '') }] : [],
  );
  const options = type === 'commune' ? communes : type === 'country' ? countries() : own;
  return { name, label: label || name, type, options };
}
