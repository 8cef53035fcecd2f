import { useEffect, useRef, useState } from 'preact/hooks';
import { AddressField } from '../../ui/address-field.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { household } from '../../ui/messages/household-fr.ts';
import { type Draft, type Problem, problemsOf } from './member-draft.ts';

type MemberFormProps = {
  title: string;
  start: Draft;
  today: string;
  /** What the service refused, after it was sent. */
  refused?: readonly Problem[];
  busy?: boolean;
  /** The page's title begins by saying so. */
  onErrors: (inError: boolean) => void;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
};
const t = household.form;
const relations = (['child', 'partner', 'parent', 'other'] as const).map((value) => ({
  value,
  label: household.relation[value],
}));
const yesNo = [
  { value: 'yes', label: t.yes },
  { value: 'no', label: t.no },
];

/** Somebody of the household, typed once. What is wrong is said above, each line leading to its question. */
export function MemberForm({ title, start, today, refused = [], busy, ...on }: MemberFormProps) {
  const { onErrors, onSave, onCancel } = on;
  const [draft, setDraft] = useState(start);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const own = attempt > 0 ? problemsOf(draft, today) : [];
  const problems = own.length > 0 ? own : refused;
  const inError = problems.length > 0;
  useEffect(() => {
    onErrors(inError);
    return () => onErrors(false);
  }, [inError]);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const set =
    <Name extends keyof Draft>(name: Name) =>
    (value: Draft[Name] | string) =>
      setDraft((now) => ({ ...now, [name]: value }));
  const text = (name: 'givenName' | 'familyName' | 'parentName' | 'parentEmail') => ({
    ...{ id: name, label: t[name], value: draft[name], onChange: set(name), error: errorOf(name) },
  });
  const isChild = draft.relation === 'child';
  const places = [
    { value: 'here', label: t.livesHere },
    { value: 'elsewhere', label: t.livesElsewhere },
    ...(isChild ? [{ value: 'both', label: t.livesBoth }] : []),
  ];

  return (
    <form
      class="member-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        if (!busy && problemsOf(draft, today).length === 0) onSave(draft);
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      <RadioGroup
        {...{ id: 'relation', label: t.relation, options: relations, value: draft.relation }}
        {...{ onChange: set('relation'), error: errorOf('relation') }}
      />
      <TextField {...text('givenName')} autocomplete="off" />
      <TextField {...text('familyName')} autocomplete="off" />
      <DateField
        {...{ id: 'birth', label: t.birth, hint: t.birthHint, value: draft.birth, error: errorOf('birth') }}
        optional={!isChild}
        onChange={set('birth')}
      />
      <RadioGroup
        {...{ id: 'gender', label: t.gender, hint: t.genderHint, optional: true, value: draft.gender }}
        options={(['female', 'male'] as const).map((value) => ({ value, label: t.genders[value] }))}
        onChange={set('gender')}
      />
      <RadioGroup
        {...{ id: 'lives', label: t.lives, options: places, value: draft.lives, onChange: set('lives') }}
      />
      {draft.lives !== 'here' && (
        <AddressField
          {...{ id: 'address', label: draft.lives === 'both' ? t.otherAddress : t.address }}
          value={draft.address}
          onChange={set('address')}
          errors={{
            lines: errorOf('address.lines'),
            postalCode: errorOf('address.postalCode'),
            city: errorOf('address.city'),
          }}
        />
      )}
      {isChild && (
        <RadioGroup
          {...{ id: 'apart', label: t.apart, hint: t.apartHint, options: yesNo, value: draft.apart }}
          onChange={set('apart')}
        />
      )}
      {isChild && draft.apart === 'yes' && (
        <>
          <TextField {...text('parentName')} autocomplete="off" />
          <TextField {...text('parentEmail')} type="email" optional autocomplete="off" />
        </>
      )}
      <div class="household-actions">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
