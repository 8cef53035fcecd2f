import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { conditions as t } from '../../ui/messages/backoffice-procedure-conditions-fr.ts';
import { firstValue, type Group, operatorsFor, type Part, parsed, written } from './condition.ts';
import { ConditionLine } from './condition-line.tsx';
import { type Subject, sentenceOf } from './condition-words.ts';
import { useDesk } from './editing.tsx';
import { subjectsAt } from './subjects.ts';

type ConditionProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  optional?: boolean;
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** A condition built line by line, and said in plain words as it stands. */
export function ConditionEditor({ id, label, error, optional, path, value, onChange }: ConditionProps) {
  const { doc, communes, readOnly } = useDesk();
  const subjects = subjectsAt(doc, path, communes);
  const group = parsed(value);
  const said = sentenceOf(group, subjects);
  return (
    <fieldset class="condition" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {error && <p class="field-error">{error}</p>}
      <p class="condition-words" role="status">
        {said ?? (optional ? t.always : t.noneYet)}
      </p>
      <details class="condition-builder" open={(!optional && !said) || Boolean(error) || undefined}>
        <summary>{readOnly ? t.show : said ? t.change : t.begin}</summary>
        <GroupEditor
          id={id}
          group={group}
          subjects={subjects}
          onChange={(next) => onChange(written(next))}
          depth={0}
        />
      </details>
    </fieldset>
  );
}

type GroupProps = {
  id: string;
  group: Group;
  subjects: readonly Subject[];
  onChange: (group: Group) => void;
  depth: number;
};
const deepest = 2;

function GroupEditor({ id, group, subjects, onChange, depth }: GroupProps) {
  const [goTo, setGoTo] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const { parts } = group;
  useLayoutEffect(() => {
    if (!goTo) return;
    const target =
      document.getElementById(goTo) ?? box.current?.querySelector<HTMLElement>('.condition-add button');
    target?.focus();
    setGoTo(undefined);
  }, [goTo]);
  const replace = (at: number, part: Part) => onChange({ ...group, parts: parts.with(at, part) });
  const drop = (at: number) => {
    onChange({ ...group, parts: parts.toSpliced(at, 1) });
    setGoTo('add');
  };
  const add = (part: Part) => {
    onChange({ ...group, parts: [...parts, part] });
    setGoTo(`${id}-${parts.length}`);
  };
  return (
    <div class="condition-group" ref={box}>
      {(parts.length > 1 || group.not) && (
        <Select
          id={`${id}-mode`}
          label={t.mode}
          empty={null}
          options={t.modes}
          value={`${group.not ? 'not-' : ''}${group.mode}`}
          onChange={(mode) =>
            onChange({ ...group, not: mode.startsWith('not-'), mode: mode.endsWith('any') ? 'any' : 'all' })
          }
        />
      )}
      {parts.map((part, at) =>
        part.kind === 'group' ? (
          <fieldset key={at} class="condition-inner">
            <legend>{t.group(at + 1)}</legend>
            <GroupEditor
              id={`${id}-${at}`}
              group={part}
              subjects={subjects}
              onChange={(next) => (next.parts.length > 0 ? replace(at, next) : drop(at))}
              depth={depth + 1}
            />
          </fieldset>
        ) : (
          <ConditionLine
            key={at}
            id={`${id}-${at}`}
            count={at + 1}
            line={part}
            subjects={subjects}
            onChange={(next) => replace(at, next)}
            onRemove={() => drop(at)}
          />
        ),
      )}
      <div class="condition-add">
        {subjects.length === 0 ? (
          <p class="hint">{t.noSubject}</p>
        ) : (
          <Button look="secondary" onClick={() => add(firstLine(subjects))}>
            <PlusIcon />
            {parts.length === 0 ? t.addFirst : t.add}
          </Button>
        )}
        {depth < deepest && parts.length > 0 && (
          <Button
            look="quiet"
            onClick={() => add({ kind: 'group', not: false, mode: 'any', parts: [firstLine(subjects)] })}
          >
            {t.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A line to start from: the first question that has answers to choose from. */
function firstLine(subjects: readonly Subject[]): Part {
  const subject =
    subjects.find(({ type, options }) => options.length > 0 || type === 'yes-no') ?? subjects[0];
  const type = subject?.type ?? 'text';
  const [operator = 'filled'] = operatorsFor(type);
  const values = subject?.options.map(({ value }) => value) ?? [];
  return {
    kind: 'line',
    not: false,
    field: subject?.name ?? '',
    operator,
    value: firstValue(operator, type, values),
  };
}
