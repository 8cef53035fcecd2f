import { useState } from 'preact/hooks';
import { CheckboxGroup, RadioGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { ActForm } from './act-form.tsx';
import { type Correction, citizensApi, type Person } from './citizens-api.ts';
import { spoken } from './identity-panel.tsx';
import { useAct } from './use-act.ts';

type Field = 'givenName' | 'familyName' | 'organisationName' | 'birth' | 'address';
const kinds = ['email', 'phone', 'siret', 'rna'] as const;
type Kind = (typeof kinds)[number];

/** What is known, to be corrected; opened again, it starts from what is known then. */
export function CorrectDialog(props: { person: Person; open: boolean; onClose(): void }) {
  return (
    <Dialog id="correct" open={props.open} title={t.correctTitle} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ person, onClose }: { person: Person; onClose(): void }) {
  const known = (field: Field) => person.identity.find((line) => line.field === field && !line.isSuperseded);
  const fields: Field[] =
    person.kind === 'organisation'
      ? ['organisationName', 'address']
      : ['givenName', 'familyName', 'birth', 'address'];
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [added, setAdded] = useState<Partial<Record<Kind, string>>>({});
  const [removed, setRemoved] = useState<string[]>([]);
  const [source, setSource] = useState<string>('declared');
  const act = useAct(
    (body: Correction, key) => citizensApi.correct(person.personId, body, key),
    t.saved,
    onClose,
  );
  const removable = person.identity.filter(
    (line): line is typeof line & { field: Kind } =>
      (kinds as readonly string[]).includes(line.field) && line.source !== 'certified',
  );
  const save = () => {
    const add = kinds.flatMap((kind) => (added[kind]?.trim() ? [{ kind, value: added[kind] }] : []));
    const remove = removable.flatMap(({ field, value }) =>
      removed.includes(`${field} ${value}`) ? [{ kind: field, value }] : [],
    );
    const changes = fields.flatMap((field) => {
      const value = typed[field];
      return value === undefined ? [] : [[field, value.trim() || null] as const];
    });
    act.run({ source: source as Correction['source'], add, remove, ...Object.fromEntries(changes) });
  };
  const names: readonly Kind[] = person.kind === 'organisation' ? kinds : ['phone', 'email'];
  const addLabels = { phone: t.addPhone, email: t.addEmail, siret: t.addSiret, rna: t.addRna };
  return (
    <ActForm act={act} go={t.save} class="correct-form" onSubmit={save}>
      <p>{t.correctHint}</p>
      {fields.map((field) => {
        const line = known(field);
        const certified = line?.source === 'certified';
        const shared = {
          id: `correct-${field}`,
          label: t.fields[field] ?? field,
          value: typed[field] ?? line?.value ?? '',
          onChange: (value: string) => setTyped({ ...typed, [field]: value }),
        };
        if (certified)
          return (
            <p key={field}>
              <strong>{t.fields[field]}</strong> {line.value} <span class="soft">{t.certifiedHint}</span>
            </p>
          );
        return field === 'address' ? (
          <TextArea key={field} {...shared} rows={3} />
        ) : (
          <TextField key={field} {...shared} hint={field === 'birth' ? t.birthHint : undefined} />
        );
      })}
      {names.map((kind) => (
        <TextField
          key={kind}
          id={`correct-add-${kind}`}
          label={addLabels[kind]}
          optional
          value={added[kind] ?? ''}
          onChange={(value) => setAdded({ ...added, [kind]: value })}
        />
      ))}
      {removable.length > 0 && (
        <CheckboxGroup
          id="correct-remove"
          label={t.removeLegend}
          options={removable.map(({ field, value }) => ({
            value: `${field} ${value}`,
            label: field === 'phone' ? spoken(value) : value,
          }))}
          value={removed}
          onChange={setRemoved}
        />
      )}
      <RadioGroup
        id="correct-source"
        label={t.sourceQuestion}
        options={Object.entries(t.sourceChoices).map(([value, label]) => ({ value, label }))}
        value={source}
        onChange={setSource}
      />
    </ActForm>
  );
}
