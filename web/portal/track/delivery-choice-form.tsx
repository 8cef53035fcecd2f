import { useEffect, useRef, useState } from 'preact/hooks';
import type { chooseDelivery, readDelivery } from '../../../functions/delivery/public-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { choice as t } from '../../ui/messages/track-delivery-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { type Access, headersOf } from './reference.ts';

type Choice = AnswerOf<typeof readDelivery>;
type Way = Choice['prefers'];
type Props = { access: Access; onSaved(): void; onClose(): void };

/** Reads what is chosen now, lets the person change it; the portal takes an express consent (CRPA R112-17). */
export function DeliveryChoiceForm({ access, onSaved, onClose }: Props) {
  const [known, setKnown] = useState<Choice>();
  const [way, setWay] = useState<Way>('email');
  const [given, setGiven] = useState({ email: '', phone: '', address: '' });
  const [consent, setConsent] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const params = { reference: access.reference };
  const explain = (error: unknown) => {
    const isKnown = error instanceof ApiProblem;
    const [field] = isKnown ? error.fields : [];
    setWrong(field?.field);
    setProblem(field ? '' : kit.problem(isKnown ? error.code : 'unexpected'));
    if (field) document.getElementById(`delivery-${field.field}`)?.focus();
  };
  useEffect(() => {
    call<typeof readDelivery>('GET /api/public/requests/{reference}/delivery', {
      params,
      headers: headersOf(access),
    }).then((found) => {
      setKnown(found);
      setWay(found.prefers);
      setConsent(found.portalConsent);
    }, explain);
  }, []);
  const save = async () => {
    setBusy(true);
    try {
      const filled = Object.entries(given).filter(([, value]) => value.trim());
      await call<typeof chooseDelivery>('POST /api/public/requests/{reference}/delivery', {
        params,
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: { prefers: way, consent: way === 'portal' && consent, ...Object.fromEntries(filled) },
      });
      onSaved();
    } catch (error) {
      key.current = crypto.randomUUID();
      explain(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setProblem('');
    setWrong(undefined);
    if (!busy) void save();
  };
  const needed = (way === 'portal' ? 'email' : way) as 'email' | 'sms' | 'letter';
  const field = { email: 'email', sms: 'phone', letter: 'address' }[needed] as keyof typeof given;
  const about = {
    id: `delivery-${field}`,
    label: { email: t.newEmail, phone: t.newPhone, address: t.newAddress }[field],
    error: wrong === field ? t.missing[field] : undefined,
    optional: Boolean(known?.[field]),
    value: given[field],
    onChange: (value: string) => setGiven({ ...given, [field]: value }),
  };
  if (!known && !problem) return <Skeleton lines={4} />;
  return (
    <form noValidate onSubmit={submit}>
      {known && (
        <>
          <RadioGroup
            id="delivery-way"
            label={t.legend}
            value={way}
            onChange={(value) => setWay(value as Way)}
            options={[
              { value: 'email', label: t.email(known.email) },
              { value: 'sms', label: t.sms(known.phone), hint: t.smsHint },
              { value: 'letter', label: t.letter(known.address) },
              { value: 'portal', label: t.portal, hint: t.portalHint },
            ]}
          />
          {field === 'address' ? (
            <TextArea {...about} rows={3} />
          ) : (
            <TextField {...about} type={field === 'phone' ? 'tel' : 'email'} />
          )}
          {way === 'portal' && (
            <Checkbox
              id="delivery-consent"
              label={t.consent}
              hint={t.consentHint}
              error={wrong === 'consent' ? t.missing.consent : undefined}
              checked={consent}
              onChange={setConsent}
            />
          )}
        </>
      )}
      <p role="alert" class="field-error">
        {problem}
      </p>
      <div class="buttons">
        {known && (
          <Button type="submit" busy={busy}>
            {t.save}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
