import { Checkbox, CheckboxGroup, type Option, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { labels } from '../../ui/messages/backoffice-procedure-labels-fr.ts';
import { ActorControl } from './actor-control.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { isRecord, joined, listAt, parentOf, read, textAt, write } from './document.ts';
import { controlId, type Desk, saidAt, useDesk } from './editing.tsx';
import { ListEditor } from './list-editor.tsx';
import { questionsOf, renamed } from './names.ts';
import { ShapeForm } from './shape-form.tsx';
import type { Shape, Source } from './shapes.ts';
import {
  EurosControl,
  LinesControl,
  NameControl,
  NumberControl,
  NumbersControl,
  OpenDayControl,
  PeriodControl,
} from './typed-controls.tsx';

/** One property of the document, with what is wrong and what would be better beside it. */
export function Control({ shape, path }: { shape: Shape; path: string }) {
  const advice = saidAt(useDesk().problems, path, 'advice');
  return (
    <div class="control">
      <Drawn shape={shape} path={path} />
      {advice && (
        <p class="advice">
          <strong>{t.advice}</strong> {advice}
        </p>
      )}
    </div>
  );
}

function Drawn({ shape, path }: { shape: Shape; path: string }) {
  const desk = useDesk();
  const { doc } = desk;
  const words = labels[shape.as ?? shape.key] ?? { label: shape.key };
  const value = read(doc, path);
  const set = (next: unknown) => desk.change((before) => write(before, path, next), path);
  const orNothing = (next: string) => set(next === '' && shape.optional ? undefined : next);
  const own = {
    id: controlId(path),
    ...words,
    error: saidAt(desk.problems, path, 'error'),
    optional: shape.optional,
  };
  const typed = { ...own, value, onChange: set };
  switch (shape.control) {
    case 'text':
      return <TextField {...own} value={textAt(doc, path)} onChange={orNothing} />;
    case 'area':
      return <TextArea {...own} rows={3} value={textAt(doc, path)} onChange={orNothing} />;
    case 'number':
      return <NumberControl {...typed} />;
    case 'euros':
      return <EurosControl {...typed} />;
    case 'texts':
      return <LinesControl {...typed} />;
    case 'numbers':
      return <NumbersControl {...typed} />;
    case 'open-day':
      return <OpenDayControl {...typed} />;
    case 'period':
      return <PeriodControl {...typed} />;
    case 'name':
      return (
        <NameControl
          {...typed}
          onChange={(next) =>
            desk.change((before) =>
              isQuestionName(path)
                ? renamed(before, parentOf(path), String(next))
                : write(before, path, next),
            )
          }
        />
      );
    case 'flag':
      return (
        <Checkbox
          {...own}
          optional={false}
          checked={typeof value === 'boolean' ? value : shape.key === 'required'}
          onChange={set}
        />
      );
    case 'select':
      return (
        <Select
          {...own}
          options={wordsOf(shape.options, shape.words)}
          value={textAt(doc, path)}
          empty={shape.optional ? t.nothing : undefined}
          onChange={orNothing}
        />
      );
    case 'multi':
      return <Multi {...own} options={wordsOf(shape.options, shape.words)} path={path} set={set} />;
    case 'from':
      return (
        <Select
          {...own}
          options={withCurrent(optionsFrom(shape.source, desk), textAt(doc, path))}
          value={textAt(doc, path)}
          empty={shape.optional ? t.nothing : undefined}
          onChange={orNothing}
        />
      );
    case 'multi-from':
      return <Multi {...own} options={optionsFrom(shape.source, desk)} path={path} set={set} />;
    case 'condition':
      return <ConditionEditor {...own} path={path} value={value} onChange={set} />;
    case 'actor':
      return <ActorControl {...own} path={path} />;
    case 'communes':
      return <Communes path={path} {...own} />;
    case 'group':
      return (
        <fieldset class="group">
          <legend>{words.label}</legend>
          {words.hint && <p class="hint">{words.hint}</p>}
          {own.error && <p class="field-error">{own.error}</p>}
          <ShapeForm shapes={shape.shapes} path={path} />
        </fieldset>
      );
    case 'list':
      return <ListEditor shape={shape} path={path} label={words.label} hint={words.hint} error={own.error} />;
  }
}

const isQuestionName = (path: string): boolean => /(^|\.)fields\.\d+\.name$/.test(path);
const wordsOf = (values: readonly string[], words: string): Option[] =>
  values.map((value) => ({ value, label: choices[words]?.[value] ?? value }));
const withCurrent = (options: readonly Option[], value: string): readonly Option[] =>
  value === '' || options.some((one) => one.value === value)
    ? options
    : [...options, { value, label: t.unknown(value) }];

function optionsFrom(source: Source, { doc, departments, letters }: Desk): readonly Option[] {
  if (source === 'departments') return departments;
  if (source === 'letters') return letters;
  if (source === 'questions')
    return questionsOf(doc)
      .filter(({ type }) => type !== 'information')
      .map(({ name, label }) => ({ value: name, label: label || name }));
  return listAt(doc, source).flatMap((one) => {
    const code = isRecord(one) ? String(one.code ?? '') : '';
    return code ? [{ value: code, label: isRecord(one) && one.label ? String(one.label) : code }] : [];
  });
}

type MultiProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  options: readonly Option[];
  path: string;
  set: (value: unknown) => void;
};
function Multi({ path, set, ...own }: MultiProps) {
  const chosen = listAt(useDesk().doc, path).map(String);
  return <CheckboxGroup {...own} value={chosen} onChange={set} />;
}

/** One department for each commune where it is not the usual one. */
function Communes({ path, label, hint, id }: { path: string; label: string; hint?: string; id: string }) {
  const { doc, communes, departments, change } = useDesk();
  return (
    <fieldset class="group" id={id}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {communes.map(({ value, label: name }) => {
        const at = joined(path, value);
        return (
          <Select
            key={value}
            id={controlId(at)}
            label={name}
            options={departments}
            empty={t.usualDepartment}
            value={textAt(doc, at)}
            onChange={(next) => change((before) => write(before, at, next || undefined), at)}
          />
        );
      })}
    </fieldset>
  );
}
