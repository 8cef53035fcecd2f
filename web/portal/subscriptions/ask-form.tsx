import { useEffect, useState } from 'preact/hooks';
import { mobileOf } from '../../../functions/delivery/phone.ts';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { type Choice, subscriptionsApi, type Themes } from './subscriptions-api.ts';

export type Asked = { channel: 'mail' | 'sms'; address: string };
type Typed = Choice & { channel: 'mail' | 'sms'; email: string; phone: string; consent: boolean };
const nothing: Typed = { themes: [], communes: [], channel: 'mail', email: '', phone: '', consent: false };
const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

function problemsOf({ themes, channel, email, phone, consent }: Typed) {
  const isText = channel === 'sms';
  return [
    ...(themes.length > 0 ? [] : [{ field: 'sujets', message: t.missing.themes }]),
    ...(isText || looksLikeMail(email) ? [] : [{ field: 'courriel', message: t.missing.email }]),
    ...(!isText || mobileOf(phone) ? [] : [{ field: 'mobile', message: t.missing.phone }]),
    ...(!isText || consent ? [] : [{ field: 'accord', message: t.missing.consent }]),
  ];
}

/** Themes, communes, an address: no account. */
export function AskForm(props: {
  site: Site;
  offered: Themes;
  onAsked: (asked: Asked) => void;
  onErrors: (inError: boolean) => void;
}) {
  const { site, offered, onAsked, onErrors } = props;
  const [typed, setTyped] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ isBusy: boolean; problem?: string }>({ isBusy: false });
  const change = (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more }));
  const problems = attempt > 0 ? problemsOf(typed) : [];
  useEffect(() => onErrors(problems.length > 0), [problems.length]);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const submit = async (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(typed).length > 0 || state.isBusy) return;
    setState({ isBusy: true });
    const { channel, themes, communes } = typed;
    const address = (channel === 'sms' ? typed.phone : typed.email).trim();
    try {
      await subscriptionsApi.ask({ channel, address, themes, communes });
      onAsked({ channel, address });
    } catch (error) {
      setState({ isBusy: false, problem: error instanceof ApiProblem ? error.code : 'unexpected' });
    }
  };
  return (
    <form class="step-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <ChoiceFields
        site={site}
        offered={offered}
        choice={typed}
        onChange={change}
        error={errorOf('sujets')}
      />
      <RadioGroup
        id="moyen"
        label={t.channel}
        options={[
          { value: 'mail', label: t.mail },
          { value: 'sms', label: t.sms },
        ]}
        value={typed.channel}
        onChange={(channel) => change({ channel: channel === 'sms' ? 'sms' : 'mail' })}
      />
      {typed.channel === 'mail' ? (
        <TextField
          id="courriel"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          error={errorOf('courriel')}
          value={typed.email}
          onChange={(email) => change({ email })}
        />
      ) : (
        <>
          <TextField
            id="mobile"
            label={t.phone}
            hint={t.phoneHint}
            type="tel"
            autocomplete="tel"
            width="medium"
            error={errorOf('mobile')}
            value={typed.phone}
            onChange={(phone) => change({ phone })}
          />
          <Checkbox
            id="accord"
            label={t.consent(site.name)}
            error={errorOf('accord')}
            checked={typed.consent}
            onChange={(consent) => change({ consent })}
          />
        </>
      )}
      {state.problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(state.problem)} />
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit">{state.isBusy ? t.sending : t.submit}</Button>
      </div>
      <p class="hint">{t.kept}</p>
    </form>
  );
}
