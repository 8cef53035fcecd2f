import type { ComponentChildren } from 'preact';
import { RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import { useProcedures } from '../data/queries.ts';
import { useErrorTitle } from '../shell/error-title.ts';
import { DepartmentField } from './department-field.tsx';
import { type Draft, type DraftProblem, draftProblems } from './draft.ts';
import { FoundChips } from './found-chips.tsx';
import type { Passage } from './places.ts';
import { type SecondChoice, SecondTopic } from './second-topic.tsx';

const sentences: Record<DraftProblem['field'], string> = {
  department: t.departmentMissing,
  subject: t.subjectMissing,
  email: t.emailWrong,
};

const read = ['subject', 'name', 'phone', 'email', 'address'];
/** The field of the form that an element is, or belongs to, among those that are read in the document. */
const fieldAt = (target: EventTarget | null): string | null => {
  const own = target instanceof Element ? target.closest('.field')?.querySelector('[id^="contact-"]') : null;
  const name = own?.id.slice('contact-'.length) ?? '';
  return read.includes(name) ? name : null;
};

/** Everything that is proposed, ready to be changed. `tried` counts the acceptances that were refused here. */
export function ContactForm(props: {
  contact: Contact;
  draft: Draft;
  tried: number;
  onChange(part: Partial<Draft>): void;
  onShow(passage: Passage): void;
  /** The field at hand, by mouse or keyboard; null when it is left. */
  onHint(field: string | null): void;
  second: SecondChoice;
  onSecond(choice: SecondChoice): void;
  /** The buttons, when they stand under the form. */
  children?: ComponentChildren;
}) {
  const { contact, draft, tried, onChange } = props;
  const procedures = useProcedures();
  const problems = tried ? draftProblems(draft) : [];
  useErrorTitle(problems.length > 0);
  const errorOf = (field: DraftProblem['field']) =>
    problems.some((problem) => problem.field === field) ? sentences[field] : undefined;
  return (
    <form
      class="desk-form"
      aria-label={t.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onFocusCapture={({ target }) => props.onHint(fieldAt(target))}
      onBlurCapture={() => props.onHint(null)}
      onPointerOver={({ target }) => props.onHint(fieldAt(target) ?? fieldAt(document.activeElement))}
      onPointerLeave={() => props.onHint(fieldAt(document.activeElement))}
    >
      <ErrorSummary
        attempt={tried}
        problems={problems.map(({ field }) => ({ field: `contact-${field}`, message: sentences[field] }))}
      />
      <DepartmentField
        contact={contact}
        value={draft.department}
        error={errorOf('department')}
        onChange={(department) => onChange({ department })}
        onShow={props.onShow}
      />
      {contact.proposal?.second && contact.state === 'waiting' && (
        <SecondTopic second={contact.proposal.second} choice={props.second} onChoose={props.onSecond} />
      )}
      <TextField
        id="contact-subject"
        label={t.subject}
        value={draft.subject}
        error={errorOf('subject')}
        onChange={(subject) => onChange({ subject })}
      />
      <div class="pair">
        <Select
          id="contact-procedure"
          label={t.procedure}
          empty={t.noProcedure}
          value={draft.procedure}
          options={(procedures.data?.procedures ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(procedure) => onChange({ procedure })}
        />
        <RadioGroup
          id="contact-urgency"
          label={t.urgency}
          value={draft.urgency}
          options={(['normal', 'high'] as const).map((value) => ({
            value,
            label: shell.urgencies[value] ?? value,
          }))}
          onChange={(urgency) => onChange({ urgency: urgency === 'high' ? 'high' : 'normal' })}
        />
      </div>
      <fieldset class="sender-fields">
        <legend>{t.sender}</legend>
        <TextField
          id="contact-name"
          label={t.name}
          value={draft.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          id="contact-phone"
          type="tel"
          label={t.phone}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          id="contact-email"
          type="email"
          label={t.email}
          value={draft.email}
          error={errorOf('email')}
          spellcheck={false}
          onChange={(email) => onChange({ email })}
        />
        <TextArea
          id="contact-address"
          label={t.address}
          rows={2}
          value={draft.address}
          onChange={(address) => onChange({ address })}
        />
      </fieldset>
      <FoundChips contact={contact} onShow={props.onShow} />
      {props.children}
    </form>
  );
}
