import type { ComponentChildren } from 'preact';
import { Checkbox, CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { agendaSettings as t } from '../../ui/messages/backoffice-agenda-fr.ts';
import type { Agenda } from './appointments-api.ts';
import { HoursEditor } from './hours-editor.tsx';

export type Parts = {
  places: Agenda['places'][number];
  reasons: Agenda['reasons'][number];
  desks: Agenda['desks'][number];
};
export type PartName = keyof Parts;

/** What a new one begins with. */
export const blank = (agenda: Agenda, departments: readonly string[]): Parts => ({
  places: { code: '', name: '', address: '', access: '', phone: '', hours: [] },
  reasons: {
    ...{ code: '', name: '', summary: '', department: departments[0] ?? '', minutes: 20, buffer: 0 },
    ...{ documents: [], leadHours: 2, horizonDays: 60, isInternal: false },
  },
  desks: { code: '', name: '', place: agenda.places[0]?.code ?? '', reasons: [], agents: [], hours: [] },
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const digits = (text: string): number => Number(text.replace(/\D/g, '') || 0);

type FormProps<T> = { value: T; onChange: (more: Partial<T>) => void; isNew: boolean };
type Lists = { agenda: Agenda; departments: { code: string; name: string }[] };

function NameAndCode(props: FormProps<{ name: string; code: string }> & { children?: ComponentChildren }) {
  const { value, onChange, isNew } = props;
  return (
    <>
      <TextField id="part-name" label={t.name} value={value.name} onChange={(name) => onChange({ name })} />
      {isNew && (
        <TextField
          id="part-code"
          label={t.code}
          hint={t.codeHint}
          width="medium"
          spellcheck={false}
          value={value.code}
          onChange={(code) => onChange({ code })}
        />
      )}
    </>
  );
}

export function PlaceForm({ value, onChange, isNew }: FormProps<Parts['places']>) {
  return (
    <>
      <NameAndCode value={value} onChange={onChange} isNew={isNew} />
      <TextField
        id="part-address"
        label={t.address}
        value={value.address}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        id="part-access"
        label={t.access}
        hint={t.accessHint}
        optional
        value={value.access ?? ''}
        onChange={(access) => onChange({ access })}
      />
      <TextField
        id="part-phone"
        label={t.phone}
        type="tel"
        width="medium"
        optional
        value={value.phone ?? ''}
        onChange={(phone) => onChange({ phone })}
      />
      <HoursEditor
        id="part-hours"
        label={t.hours}
        hours={value.hours}
        onChange={(hours) => onChange({ hours })}
      />
    </>
  );
}

export function ReasonForm({ value, onChange, isNew, departments }: FormProps<Parts['reasons']> & Lists) {
  const count = (name: 'minutes' | 'buffer' | 'leadHours' | 'horizonDays') => (
    <TextField
      id={`part-${name}`}
      label={t[name]}
      width="short"
      inputMode="numeric"
      value={String(value[name] ?? 0)}
      onChange={(text) => onChange({ [name]: digits(text) })}
    />
  );
  return (
    <>
      <NameAndCode value={value} onChange={onChange} isNew={isNew} />
      <TextField
        id="part-summary"
        label={t.summary}
        optional
        value={value.summary ?? ''}
        onChange={(summary) => onChange({ summary })}
      />
      <Select
        id="part-department"
        label={t.department}
        empty={null}
        value={value.department}
        options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(department) => onChange({ department })}
      />
      <div class="agenda-pair">
        {count('minutes')}
        {count('buffer')}
      </div>
      <div class="agenda-pair">
        {count('leadHours')}
        {count('horizonDays')}
      </div>
      <TextArea
        id="part-documents"
        label={t.documents}
        optional
        rows={4}
        value={(value.documents ?? []).join('\n')}
        onChange={(text) => onChange({ documents: text.split('\n') })}
      />
      <Checkbox
        id="part-internal"
        label={t.isInternal}
        checked={value.isInternal ?? false}
        onChange={(isInternal) => onChange({ isInternal })}
      />
    </>
  );
}

export function DeskForm({ value, onChange, isNew, agenda }: FormProps<Parts['desks']> & Lists) {
  return (
    <>
      <NameAndCode value={value} onChange={onChange} isNew={isNew} />
      <Select
        id="part-place"
        label={t.place}
        empty={null}
        value={value.place}
        options={agenda.places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(place) => onChange({ place })}
      />
      <CheckboxGroup
        id="part-reasons"
        label={t.reasons}
        options={agenda.reasons.map(({ code, name }) => ({ value: code, label: name }))}
        value={value.reasons}
        onChange={(reasons) => onChange({ reasons })}
      />
      <TextArea
        id="part-agents"
        label={t.agents}
        hint={t.agentsHint}
        optional
        rows={3}
        value={(value.agents ?? []).join('\n')}
        onChange={(text) => onChange({ agents: text.split('\n') })}
      />
      <HoursEditor
        id="part-hours"
        label={t.ownHours}
        hint={t.ownHoursHint}
        hours={value.hours ?? []}
        onChange={(hours) => onChange({ hours })}
      />
    </>
  );
}

/** Lines that were typed, without those left empty: only when it is saved, so that a new line may be begun. */
export const tidied = (agenda: Agenda): Agenda => ({
  ...agenda,
  reasons: agenda.reasons.map((one) => ({ ...one, documents: linesOf((one.documents ?? []).join('\n')) })),
  desks: agenda.desks.map((one) => ({ ...one, agents: linesOf((one.agents ?? []).join('\n')) })),
});
