import { useEffect, useRef, useState } from 'preact/hooks';
import { readDate } from '../../../functions/procedures/formats.ts';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { safe } from '../../ui/messages/safe-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { codeOf, correct, readDocument } from './use-safe.ts';

type FormProps = {
  document: SafeView;
  members: readonly { id: string; name: string }[];
  /** The page's title begins by saying so. */
  onErrors: (inError: boolean) => void;
  onSaved: (document: SafeView) => void;
  onCancel: () => void;
};
const t = safe.form;
const types = Object.entries(safe.kinds)
  .filter(([value]) => value !== 'from-authority')
  .map(([value, label]) => ({ value, label }));
const isBlank = (typed: string) => typed.replace(/-/g, '').trim() === '';
/** A day as typed: null for none, undefined for one that does not exist. */
const dayOf = (typed: string): string | null | undefined => (isBlank(typed) ? null : readDate(typed));

/** What a document is, whose, and what was read from it, as its owner says. */
export function DocumentForm({ document, members, onErrors, onSaved, onCancel }: FormProps) {
  const [known, setKnown] = useState(document);
  const [name, setName] = useState(document.name);
  const [type, setType] = useState(document.type);
  const [member, setMember] = useState(document.member ?? '');
  const [issuedOn, setIssuedOn] = useState(document.issuedOn ?? '');
  const [validUntil, setValidUntil] = useState(document.validUntil ?? '');
  const [read, setRead] = useState(document.read);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const wrong = (['name', 'issuedOn', 'validUntil'] as const).filter((field) => {
    if (field === 'name') return name.trim() === '';
    return dayOf(field === 'issuedOn' ? issuedOn : validUntil) === undefined;
  });
  const problems = wrong.map((field) => ({ field, message: t.problems[field] }));
  const errorOf = (field: (typeof wrong)[number]) =>
    attempt > 0 && wrong.includes(field) ? t.problems[field] : undefined;
  const inError = attempt > 0 && wrong.length > 0;
  useEffect(() => {
    onErrors(inError);
    return () => onErrors(false);
  }, [inError]);
  const isOwn = known.from === 'citizen';

  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    const until = dayOf(validUntil) ?? null;
    try {
      const saved = await correct(known.id, {
        ...{ version: known.version, name, member: member || null, issuedOn: dayOf(issuedOn) ?? null, read },
        ...(isOwn && { type }),
        // Only what was changed is one's own word: the rest follows the rule of its kind.
        ...(until !== document.validUntil && { validUntil: until }),
      });
      onSaved(saved);
    } catch (error) {
      const code = codeOf(error);
      setProblem(code);
      if (code === 'conflict') setKnown(await readDocument(known.id).catch(() => known));
    }
    setBusy(false);
  };

  return (
    <form
      class="document-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        if (!busy && wrong.length === 0) void save();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t.title(document.name)}
      </h2>
      {attempt > 0 && <ErrorSummary problems={problems} attempt={attempt} />}
      {problem && (
        <Alert>
          <Notice kind="danger">
            <p>{problem === 'conflict' ? t.overtaken : kit.problem(problem)}</p>
          </Notice>
        </Alert>
      )}
      <TextField {...{ id: 'name', label: t.name, value: name, onChange: setName, error: errorOf('name') }} />
      {isOwn && (
        <Select
          {...{ id: 'type', label: t.type, options: types, value: type, onChange: setType }}
          empty={null}
        />
      )}
      {members.length > 0 && (
        <Select
          {...{ id: 'member', label: t.member, value: member, onChange: setMember, empty: safe.mine }}
          options={members.map(({ id, name: label }) => ({ value: id, label }))}
        />
      )}
      <DateField
        {...{ id: 'issuedOn', label: t.issuedOn, hint: t.issuedHint, optional: true }}
        {...{ value: issuedOn, onChange: setIssuedOn, error: errorOf('issuedOn') }}
      />
      <DateField
        {...{ id: 'validUntil', label: t.validUntil, hint: t.validHint, optional: true }}
        {...{ value: validUntil, onChange: setValidUntil, error: errorOf('validUntil') }}
      />
      {read.map(({ code, value }) => (
        <TextField
          key={code}
          {...{ id: `read-${code}`, label: safe.read.codes[code] ?? code, value }}
          onChange={(typed) =>
            setRead((lines) => lines.map((one) => (one.code === code ? { code, value: typed } : one)))
          }
        />
      ))}
      <div class="safe-actions">
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
