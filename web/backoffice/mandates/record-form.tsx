import { useState } from 'preact/hooks';
import type { Scope } from '../../../functions/agents/caller.ts';
import { CheckboxGroup, RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { mandates } from '../../ui/messages/backoffice-mandates-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { ActForm } from '../citizens/act-form.tsx';
import type { PersonMandates, Recorded } from './mandates-api.ts';

const t = mandates.form;
type Kind = keyof typeof t.kinds;
type Props = {
  person: string;
  /** The agent helps, or somebody else will. */
  isHelp: boolean;
  known: PersonMandates;
  act: { busy: boolean; failed: string | undefined };
  onSend(body: Recorded): void;
};

/** What the person said or signed, with what was agreed; nothing is ticked beforehand. */
export function RecordForm({ person, isHelp, known, act, onSend }: Props) {
  const [scope, setScope] = useState<string[]>([]);
  const [how, setHow] = useState('');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [helper, setHelper] = useState({ kind: 'family' as Kind, name: '', email: '', organisation: '' });
  const [missing, setMissing] = useState(false);
  const set = (name: keyof typeof helper) => (value: string) => setHelper({ ...helper, [name]: value });
  const isWhole =
    scope.length > 0 &&
    how !== '' &&
    (isHelp || (helper.name.trim().length > 1 && helper.email.includes('@') && until !== ''));
  const send = () => {
    setMissing(!isWhole);
    if (!isWhole) return;
    onSend({
      person,
      helper: isHelp ? null : { ...helper, organisation: helper.organisation.trim() || null },
      scope: scope as Scope[],
      until: until || null,
      consent: { how: how as 'spoken' | 'signed', note: note.trim() || null },
    });
  };
  const hasOffice = helper.kind === 'association' || helper.kind === 'social-worker';
  return (
    <ActForm act={act} go={isHelp ? t.start : t.save} onSubmit={send}>
      <p>{isHelp ? t.helpText : t.recordText}</p>
      {!isHelp && (
        <>
          <Select
            id="helper-kind"
            label={t.kind}
            value={helper.kind}
            options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
            onChange={set('kind')}
          />
          {hasOffice && (
            <TextField
              id="helper-organisation"
              label={t.organisation}
              value={helper.organisation}
              onChange={set('organisation')}
            />
          )}
          <TextField id="helper-name" label={t.name} value={helper.name} onChange={set('name')} />
          <TextField
            id="helper-email"
            type="email"
            label={t.email}
            value={helper.email}
            onChange={set('email')}
          />
        </>
      )}
      <CheckboxGroup
        id="mandate-scope"
        label={t.scope}
        value={scope}
        options={Object.entries(mandates.scopes).map(([value, label]) => ({ value, label }))}
        onChange={setScope}
      />
      <RadioGroup
        id="mandate-consent"
        label={t.consent}
        value={how}
        options={(['spoken', 'signed'] as const).map((value) => ({ value, label: mandates.consents[value] }))}
        onChange={setHow}
      />
      <TextArea
        id="mandate-note"
        label={t.note}
        hint={t.noteHint}
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <div class="field">
        <label for="mandate-until">{isHelp ? t.until : t.untilGiven}</label>
        <input
          id="mandate-until"
          class="input medium"
          type="date"
          min={known.today}
          max={known.latest}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <p class="soft">{known.told ? mandates.willTell[known.told] : mandates.cannotTell}</p>
      {missing && !isWhole && (
        <Alert>
          <p class="field-error">{t.missing}</p>
        </Alert>
      )}
    </ActForm>
  );
}
