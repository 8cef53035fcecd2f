import { Checkbox, RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { ask as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { type DeskDraft, isByForm, procedureOf } from './draft.ts';

const AskForm = lazily(async () => (await import('./ask-form.tsx')).AskForm);
const ways = Object.entries(t.ways).map(([value, label]) => ({ value, label }));
type Props = { draft: DeskDraft; errors: Record<string, string>; onChange(part: Partial<DeskDraft>): void };

/** What the person asks: by the form of the procedure, or in a few words. */
export function AskFor({ draft, errors, onChange }: Props) {
  const { departments } = useSignedIn();
  const { free } = draft;
  const say = (part: Partial<DeskDraft['free']>) => onChange({ free: { ...free, ...part } });
  const procedure = procedureOf(draft);
  return (
    <fieldset class="ask-for">
      <legend>{t.title}</legend>
      {procedure && (
        <RadioGroup
          id="ask-way"
          label={t.way}
          options={ways}
          value={draft.way}
          onChange={(way) => onChange({ way: way as DeskDraft['way'] })}
        />
      )}
      {isByForm(draft) && procedure ? (
        <AskForm
          key={procedure}
          procedure={procedure}
          error={errors['ask-form']}
          draft={draft}
          onChange={onChange}
        />
      ) : (
        <>
          <TextField
            id="subject"
            label={t.subject}
            value={free.subject}
            error={errors.subject}
            onChange={(subject) => say({ subject })}
          />
          <TextArea
            id="text"
            label={t.text}
            rows={5}
            maxLength={20_000}
            value={free.text}
            error={errors.text}
            onChange={(text) => say({ text })}
          />
          <Select
            id="department"
            label={t.department}
            empty={t.unknown}
            options={departments.map(({ code, name }) => ({ value: code, label: name }))}
            value={free.department}
            onChange={(department) => say({ department })}
          />
          <Checkbox
            id="urgent"
            label={t.urgency}
            checked={free.isUrgent}
            onChange={(isUrgent) => say({ isUrgent })}
          />
        </>
      )}
    </fieldset>
  );
}
