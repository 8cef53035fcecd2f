import type { LetterKind } from '../../../functions/letters/template.ts';
import { CheckboxGroup, RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { CircuitField } from './circuit-field.tsx';
import { type Draft, inserted, ofKind } from './draft.ts';
import { Inserter } from './inserter.tsx';
import type { Managed } from './templates-api.ts';

const optionsOf = <T extends string>(words: Record<T, string>, hints?: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value], hint: hints?.[value] }));
const bodyId = 'template-body';

/** What a template is, who uses it and what it says. */
export function TemplateForm(props: {
  draft: Draft;
  isNew: boolean;
  all: Managed;
  errors: Record<string, string | undefined>;
  onChange(part: Partial<Draft>): void;
}) {
  const { draft, all, errors, onChange } = props;
  const isBlock = draft.kind === 'block';
  const insert = (mark: (selected: string) => string) => {
    const area = document.getElementById(bodyId) as HTMLTextAreaElement | null;
    const at = {
      start: area?.selectionStart ?? draft.body.length,
      end: area?.selectionEnd ?? draft.body.length,
    };
    const { body, cursor } = inserted(draft.body, at, mark);
    onChange({ body });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(cursor, cursor);
    });
  };
  return (
    <>
      {props.isNew && (
        <TextField
          id="template-id"
          label={t.id}
          hint={t.idHint}
          width="medium"
          value={draft.id}
          spellcheck={false}
          error={errors['template-id']}
          onChange={(id) => onChange({ id })}
        />
      )}
      <TextField
        id="template-title"
        label={t.name}
        value={draft.title}
        error={errors['template-title']}
        onChange={(title) => onChange({ title })}
      />
      <div class="pair">
        <Select
          id="template-kind"
          label={t.kind}
          empty={null}
          value={draft.kind}
          error={errors['template-kind']}
          options={optionsOf(t.kinds)}
          onChange={(kind) => onChange(ofKind(kind as LetterKind, draft))}
        />
        {draft.kind === 'decision' && (
          <Select
            id="template-outcome"
            label={t.outcome}
            empty={null}
            value={draft.outcome}
            options={optionsOf(t.outcomes)}
            onChange={(outcome) => onChange({ outcome: outcome as Draft['outcome'] })}
          />
        )}
      </div>
      {!isBlock && (
        <TextField
          id="template-subject"
          label={t.subject}
          hint={t.subjectHint}
          optional
          value={draft.subject ?? ''}
          error={errors['template-subject']}
          onChange={(subject) => onChange({ subject })}
        />
      )}
      <TextArea
        id={bodyId}
        label={t.body}
        hint={t.bodyHint}
        rows={16}
        maxLength={20_000}
        value={draft.body}
        error={errors[bodyId]}
        onChange={(body) => onChange({ body })}
      />
      <Inserter draft={draft} all={all} onInsert={insert} />
      {draft.kind === 'decision' && draft.outcome === 'refused' && (
        <TextArea
          id="template-remedies"
          label={t.remedies}
          hint={t.remediesHint}
          optional
          rows={3}
          value={draft.remedies ?? ''}
          error={errors['template-remedies']}
          onChange={(remedies) => onChange({ remedies })}
        />
      )}
      {!isBlock && (
        <RadioGroup
          id="template-mode"
          label={t.mode}
          value={draft.mode}
          options={optionsOf(t.modes, t.modeHints)}
          onChange={(mode) => onChange({ mode: mode as Draft['mode'] })}
        />
      )}
      {!isBlock && (
        <CircuitField
          circuit={draft.circuit ?? []}
          departments={all.departments}
          error={errors['template-circuit']}
          onChange={(circuit) => onChange({ circuit })}
        />
      )}
      {!isBlock && draft.kind !== 'decision' && (
        <TextArea
          id="template-decidesNothing"
          label={t.decidesNothing}
          hint={t.decidesNothingHint}
          optional
          rows={2}
          maxLength={300}
          value={draft.decidesNothing ?? ''}
          error={errors['template-decidesNothing']}
          onChange={(decidesNothing) => onChange({ decidesNothing })}
        />
      )}
      <details class="template-departments" open={draft.departments.length > 0}>
        <summary>{t.departments}</summary>
        <CheckboxGroup
          id="template-departments"
          label={t.departments}
          hint={t.departmentsHint}
          value={draft.departments}
          error={errors['template-departments']}
          options={all.departments.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(departments) => onChange({ departments })}
        />
      </details>
    </>
  );
}
