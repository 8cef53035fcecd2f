import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scope } from '../../../functions/agents/caller.ts';
import type { offerMandate } from '../../../functions/mandates/citizen-api.ts';
import { readDate } from '../../../functions/procedures/formats.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { mandates } from '../../ui/messages/mandates-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { codeOf, type Mandates } from './use-mandates.ts';

const t = mandates.form;
const kinds = ['family', 'association', 'social-worker', 'other'] as const;
type Kind = (typeof kinds)[number];
type Draft = {
  kind: Kind | '';
  name: string;
  organisation: string;
  email: string;
  scope: Scope[];
  until: string;
};
type Problem = { field: string; message: string };
const empty: Draft = { kind: '', name: '', organisation: '', email: '', scope: [], until: '' };
const hasOffice = (kind: string): boolean => kind === 'association' || kind === 'social-worker';

/** What the page itself can see is wrong, each with its sentence. */
export const problemsOf = (
  draft: Draft,
  { today, latest }: Pick<Mandates, 'today' | 'latest'>,
): Problem[] => {
  const day = readDate(draft.until);
  const wrong: [string, boolean, string][] = [
    ['kind', !draft.kind, mandates.problems.kind],
    ['name', draft.name.trim().length < 2, mandates.problems.name],
    ['organisation', hasOffice(draft.kind) && !draft.organisation.trim(), mandates.problems.organisation],
    ['email', !/^\S+@\S+\.\S+$/.test(draft.email.trim()), mandates.problems.email],
    ['scope', draft.scope.length === 0, mandates.problems.scope],
    ['until', !day || day < today || day > latest, mandates.problems.until(latest)],
  ];
  return wrong.flatMap(([field, isWrong, message]) => (isWrong ? [{ field, message }] : []));
};
const sentences: Record<string, string> = {
  'not-allowed-in-state': mandates.problems.incomplete,
  'too-many-requests': mandates.problems.tooMany,
  'no-own-channel': mandates.problems.noOwnChannel,
};

/** Whom one trusts, with what, until when. */
export function MandateForm(props: {
  bounds: Pick<Mandates, 'today' | 'latest'>;
  onErrors: (inError: boolean) => void;
  onSent: (name: string) => void;
  onCancel: () => void;
}) {
  const { bounds, onErrors, onSent, onCancel } = props;
  const [draft, setDraft] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const own = attempt > 0 ? problemsOf(draft, bounds) : [];
  const problems = own.length > 0 ? own : refused;
  useEffect(() => {
    onErrors(problems.length > 0);
    return () => onErrors(false);
  }, [problems.length > 0]);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const set =
    <Name extends keyof Draft>(name: Name) =>
    (value: Draft[Name] | string | string[]) => {
      setRefused([]);
      setDraft((now) => ({ ...now, [name]: value }));
    };
  const text = (name: 'name' | 'organisation' | 'email') => ({
    ...{ id: name, label: t[name], value: draft[name], onChange: set(name), error: errorOf(name) },
    autocomplete: 'off',
  });

  const send = async () => {
    if (busy || problemsOf(draft, bounds).length > 0 || !draft.kind) return;
    setBusy(true);
    setFailure(undefined);
    const { kind, scope } = draft;
    const organisation = hasOffice(kind) ? draft.organisation.trim() : null;
    const helper = { kind, organisation, name: draft.name.trim(), email: draft.email.trim() };
    try {
      await call<typeof offerMandate>('POST /api/citizen/mandates', {
        body: { helper, scope, until: readDate(draft.until) ?? '' },
      });
      return onSent(helper.name);
    } catch (error) {
      const isOwn = error instanceof ApiProblem && error.fields.some(({ code }) => code === 'own-address');
      const isEmail =
        error instanceof ApiProblem && error.fields.some(({ field }) => field.endsWith('email'));
      if (isOwn || isEmail) {
        setRefused([{ field: 'email', message: isOwn ? mandates.problems.own : mandates.problems.email }]);
        setAttempt((count) => count + 1);
      } else setFailure(sentences[codeOf(error)] ?? kit.problem(codeOf(error)));
    }
    setBusy(false);
  };
  return (
    <form
      class="mandate-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        void send();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      <RadioGroup
        {...{ id: 'kind', label: t.kind, value: draft.kind, onChange: set('kind'), error: errorOf('kind') }}
        options={kinds.map((value) => ({ value, label: mandates.kinds[value] }))}
      />
      {hasOffice(draft.kind) && <TextField {...text('organisation')} />}
      <TextField {...text('name')} hint={t.nameHint} />
      <TextField {...text('email')} type="email" hint={t.emailHint} />
      <CheckboxGroup
        {...{ id: 'scope', label: t.scope, hint: t.scopeHint, value: draft.scope, error: errorOf('scope') }}
        options={(Object.keys(mandates.scopes) as Scope[]).map((value) => ({
          value,
          ...mandates.scopes[value],
        }))}
        onChange={set('scope')}
      />
      <DateField
        {...{ id: 'until', label: t.until, value: draft.until, error: errorOf('until') }}
        hint={t.untilHint(bounds.latest)}
        onChange={set('until')}
      />
      {failure && (
        <Alert>
          <Notice kind="danger">
            <p>{failure}</p>
          </Notice>
        </Alert>
      )}
      <div class="mandate-actions">
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
