import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FieldFrame, type FieldProps } from '../../ui/field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { insert, joined, listAt } from './document.ts';
import { useDesk } from './editing.tsx';
import { allNames, askedIn, unused } from './names.ts';
import { changedKind, questionFamilies, simpleKinds } from './question-shapes.ts';

/** Chooses a kind, then adds a question of it at the end. */
export function AddQuestion({ path }: { path: string }) {
  const { doc, change, open, readOnly } = useDesk();
  const [kind, setKind] = useState('text');
  if (readOnly) return null;
  const add = () => {
    const at = listAt(doc, path).length;
    const taken = [...allNames(doc), ...askedIn(doc, path).map(({ name }) => name)];
    const name = unused('question', [...taken, 'question']);
    change((before) => insert(before, path, at, { ...changedKind({}, kind), name, label: '' }));
    open(joined(path, at), joined(path, at, 'label'));
  };
  return (
    <div class="add-question">
      <KindSelect
        id={`add-${path}`}
        label={t.newQuestionKind}
        value={kind}
        onChange={setKind}
        inBlock={isInBlock(path)}
      />
      <Button look="secondary" onClick={add}>
        <PlusIcon />
        {t.addQuestion}
      </Button>
    </div>
  );
}

/** Whether a list of questions is that of a block. */
export const isInBlock = (list: string): boolean => list.split('fields').length > 2;

type KindProps = FieldProps & { value: string; onChange: (kind: string) => void; inBlock: boolean };
/** Kinds of question by family. */
export function KindSelect({ value, onChange, inBlock, ...field }: KindProps) {
  const families = Object.entries(questionFamilies).map(([family, kinds]) => ({
    family,
    kinds: kinds.filter((kind) => !inBlock || simpleKinds.includes(kind) || kind === 'address'),
  }));
  const isKnown = families.some(({ kinds }) => kinds.some((kind) => kind === value));
  return (
    <FieldFrame {...field}>
      <select
        id={field.id}
        class="input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {!isKnown && <option value={value}>{choices.kind?.[value] ?? value}</option>}
        {families.map(
          ({ family, kinds }) =>
            kinds.length > 0 && (
              <optgroup key={family} label={choices.family?.[family] ?? family}>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {choices.kind?.[kind] ?? kind}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </FieldFrame>
  );
}
