import { useState } from 'preact/hooks';
import { letterFacts, letterFields } from '../../../functions/letters/letter-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { Draft } from './draft.ts';
import type { Managed } from './templates-api.ts';

type What = keyof typeof t.insertKinds;
const marks: Record<What, (which: string, value: string) => (selected: string) => string> = {
  field: (which) => () => `{{${which}}}`,
  answer: (which) => () => `{{answers.${which}}}`,
  block: (which) => () => `{{> ${which}}}`,
  gap: (which) => () => `{{write: ${which}}}`,
  condition: (which, value) => (selected) =>
    `{{#if ${which}${value ? ` is ${value}` : ''}}}${selected || t.passage}{{/if}}`,
};

/** Puts what a letter is filled with at the cursor; a condition goes around what is selected. */
export function Inserter(props: {
  draft: Draft;
  all: Managed;
  onInsert(mark: (selected: string) => string): void;
}) {
  const { draft, all } = props;
  const [what, setWhat] = useState<What>('field');
  const [which, setWhich] = useState('');
  const [value, setValue] = useState('');
  const [said, setSaid] = useState('');
  const choose = (next: What) => {
    setWhat(next);
    setWhich('');
    setValue('');
    setSaid('');
  };
  const insert = () => {
    const wanted = which.trim();
    if (!wanted) return document.getElementById('insert-which')?.focus();
    props.onInsert(marks[what](wanted, value.trim()));
    setSaid(t.inserted);
  };
  const blocks = all.templates.filter(({ kind, id }) => kind === 'block' && id !== draft.id);
  const options = {
    field: letterFields.map((name) => ({ value: name, label: t.fields[name] })),
    block: blocks.map(({ id, title }) => ({ value: id, label: title })),
    condition: [
      ...Object.keys(draft.conditions).map((name) => ({
        value: name,
        label: `${t.namedConditions} : ${name}`,
      })),
      ...letterFacts.map((name) => ({ value: name, label: t.facts[name] })),
      ...letterFields.map((name) => ({ value: name, label: t.fields[name] })),
    ],
  };
  const labels = { field: t.whichField, block: t.whichBlock, condition: t.whichCondition };
  return (
    <fieldset class="inserter">
      <legend>{t.insert}</legend>
      <Select
        id="insert-what"
        label={t.insertWhat}
        empty={null}
        value={what}
        options={Object.entries(t.insertKinds).map(([kind, label]) => ({ value: kind, label }))}
        onChange={(next) => choose(next as What)}
      />
      {what === 'answer' || what === 'gap' ? (
        <TextField
          id="insert-which"
          label={what === 'gap' ? t.whatToWrite : t.whichAnswer}
          hint={what === 'gap' ? undefined : t.whichAnswerHint}
          value={which}
          onChange={setWhich}
        />
      ) : (
        <Select
          id="insert-which"
          label={labels[what]}
          value={which}
          options={options[what]}
          onChange={setWhich}
        />
      )}
      {what === 'condition' && (
        <TextField
          id="insert-value"
          label={t.whichValue}
          hint={t.whichValueHint}
          value={value}
          onChange={setValue}
        />
      )}
      <div class="inserter-go">
        <Button look="secondary" onClick={insert}>
          {t.insertNow}
        </Button>
        <Status>{said}</Status>
      </div>
    </fieldset>
  );
}
