import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { GroupFrame, TextArea, TextField } from '../../ui/field.tsx';
import { alerts as t } from '../../ui/messages/backoffice-alerts-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { useErrorTitle } from '../shell/error-title.ts';
import { type Alert, alertsApi, type Draft, type Listed } from './alerts-api.ts';

const nothing: Draft = { theme: '', communes: [], title: '', text: '', sms: '', isUrgent: false };
const problemsOf = ({ theme, title, text }: Draft) => [
  ...(theme ? [] : [{ field: 'sujet', message: t.wrong.theme }]),
  ...(title.trim().length >= 3 ? [] : [{ field: 'titre', message: t.wrong.title }]),
  ...(text.trim().length >= 3 ? [] : [{ field: 'message', message: t.wrong.text }]),
];

/** The words of an alert and whom they are for; written once whatever the network does. */
export function AlertForm(props: {
  listed: Listed;
  alert?: Alert | undefined;
  onSaved: (alert: Alert) => void;
}) {
  const { listed, alert, onSaved } = props;
  const [draft, setDraft] = useState<Draft>(alert ? draftOf(alert) : nothing);
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(() => crypto.randomUUID());
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const problems = attempt > 0 ? problemsOf(draft) : [];
  useErrorTitle(problems.length > 0);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const save = useMutation({
    mutationFn: () =>
      alert ? alertsApi.rewrite(alert.id, draft, alert.revision) : alertsApi.write(draft, key),
    onSuccess: (reply) => {
      toast(t.saved);
      onSaved(reply.alert);
    },
    onError: (error) => toast(sentenceOf(error)),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(draft).length === 0) save.mutate();
  };
  return (
    <form class="step-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <RadioGroup
        id="sujet"
        label={t.theme}
        error={errorOf('sujet')}
        options={listed.themes.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.theme}
        onChange={(theme) => change({ theme })}
      />
      <GroupFrame id="communes" label={t.communes} hint={t.communesHint}>
        {listed.communes.map(({ code, name }) => (
          <Checkbox
            key={code}
            id={`commune-${code}`}
            label={name}
            checked={draft.communes.includes(code)}
            onChange={(checked) =>
              change({
                communes: checked ? [...draft.communes, code] : draft.communes.filter((one) => one !== code),
              })
            }
          />
        ))}
      </GroupFrame>
      <TextField
        id="titre"
        label={t.name}
        hint={t.nameHint}
        error={errorOf('titre')}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextArea
        id="message"
        label={t.text}
        hint={t.textHint}
        maxLength={4000}
        error={errorOf('message')}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <TextArea
        id="sms"
        label={t.sms}
        hint={t.smsHint}
        optional
        rows={3}
        maxLength={300}
        value={draft.sms}
        onChange={(sms) => change({ sms })}
      />
      {listed.mayBeUrgent ? (
        <Checkbox
          id="urgente"
          label={t.urgent}
          checked={draft.isUrgent}
          onChange={(isUrgent) => change({ isUrgent })}
        />
      ) : (
        <p class="hint">{t.notUrgent}</p>
      )}
      <div class="buttons">
        <Button type="submit" busy={save.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

const draftOf = ({ theme, communes, title, text, sms, isUrgent }: Alert): Draft => ({
  ...{ theme, communes, title, text, sms, isUrgent },
});
