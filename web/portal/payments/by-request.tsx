import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { pay } from '../../ui/messages/payments-fr.ts';
import { readReference, rememberedAccess } from '../track/reference.ts';
import type { PayAccess } from './access.ts';

const boxes = { reference: 'payer-numero', code: 'payer-code' };
const t = pay.request;

type Props = { site: Site; onOpen: (access: PayAccess) => void; onErrors: (inError: boolean) => void };
/** Reference and tracking code; those of the request followed in this tab are there already. */
export function ByRequest({ site, onOpen, onErrors }: Props) {
  const [reference, setReference] = useState('');
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const known = rememberedAccess();
    if (!known?.code) return;
    setReference(known.reference);
    setCode(known.code);
  }, []);
  const problems =
    attempt === 0
      ? []
      : [
          !reference.trim() && { field: boxes.reference, message: t.referenceMissing },
          !code.trim() && { field: boxes.code, message: t.codeMissing },
        ].filter((one) => one !== false);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    const isFilled = Boolean(reference.trim() && code.trim());
    onErrors(!isFilled);
    if (!isFilled) document.getElementById(reference.trim() ? boxes.code : boxes.reference)?.focus();
    if (isFilled) onOpen({ reference: readReference(reference), code: code.trim() });
  };
  const field = { autocomplete: 'off', spellcheck: false, width: 'medium' } as const;
  return (
    <section class="pay-way" aria-labelledby="pay-request">
      <h2 id="pay-request">{t.title}</h2>
      <p>{t.text}</p>
      <form noValidate onSubmit={submit}>
        <TextField
          {...field}
          id={boxes.reference}
          label={t.reference}
          hint={t.referenceHint(site.prefix)}
          error={errorOf(boxes.reference)}
          value={reference}
          onChange={setReference}
        />
        <TextField
          {...field}
          id={boxes.code}
          label={t.code}
          error={errorOf(boxes.code)}
          value={code}
          onChange={setCode}
        />
        <Button type="submit">{t.submit}</Button>
      </form>
    </section>
  );
}
