import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { delivery as t } from '../../ui/messages/backoffice-delivery-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { deliveryApi } from './delivery-api.ts';

type Props = { reference: string; messageId: string; onDone(): void; onCancel(): void };

/** Another address for the person, and the message leaves again. */
export function SendAgainForm({ reference, messageId, onDone, onCancel }: Props) {
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const key = useRef(newKey());
  const given = Object.fromEntries(
    Object.entries({ email, phone, address }).flatMap(([name, value]) =>
      value.trim() ? [[name, value.trim()]] : [],
    ),
  );
  const send = useMutation({
    mutationFn: () => deliveryApi.sendAgain(reference, messageId, given, key.current),
    onSuccess: () => {
      toast(t.sent, undefined, 6);
      onDone();
    },
    onError: (error) => {
      key.current = newKey();
      const fields = error instanceof ApiProblem ? error.fields.map(({ field }) => field) : [];
      setWrong(fields);
      setProblem(fields.length > 0 ? '' : sentenceOf(error));
      document.getElementById(`again-${fields[0] ?? 'email'}-${messageId}`)?.focus();
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong([]);
    setProblem('');
    send.mutate();
  };
  const about = (field: string) => ({
    id: `again-${field}-${messageId}`,
    optional: true,
    error: wrong.includes(field) ? t.wrong[field] : undefined,
  });
  return (
    <form onSubmit={submit} noValidate class="send-again">
      <p class="hint">{t.mendHint}</p>
      <TextField {...about('email')} type="email" label={t.email} value={email} onChange={setEmail} />
      <TextField {...about('phone')} type="tel" label={t.phone} value={phone} onChange={setPhone} />
      <TextArea {...about('address')} label={t.address} rows={3} value={address} onChange={setAddress} />
      <p role="alert" class="field-error">
        {problem}
      </p>
      <div class="buttons">
        <Button type="submit" busy={send.isPending}>
          {t.send}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
