import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { deed as words } from '../../ui/messages/backoffice-deeds-fr.ts';
import { instructionApi } from '../data/instruction-api.ts';
import type { DeedDialogProps } from './deeds.tsx';
import { FormFoot } from './form-foot.tsx';
import { useDeed } from './use-deed.ts';

type Body = Parameters<typeof instructionApi.transfer>[1];
const other = '-';

/** Hands the request to who is competent; the citizen is told at once (CRPA L114-2). */
export function TransferDialog({ onClose, ...props }: DeedDialogProps) {
  const choices = useQuery({
    queryKey: ['instruction-choices'],
    queryFn: instructionApi.choices,
    staleTime: 600_000,
  });
  const bodies = choices.data?.bodies ?? [];
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const [postalAddress, setPostalAddress] = useState('');
  const [email, setEmail] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const transfer = useDeed(
    props,
    (body: Body, key) => instructionApi.transfer(props.request, body, key),
    words.done.transfer ?? '',
    onClose,
  );
  const isOther = to === other || (choices.isSuccess && bodies.length === 0);
  const isMissing = isOther ? name.trim().length < 3 || !postalAddress.trim() : to === '';
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return document.getElementById(isOther ? 'transfer-name' : 'transfer-to')?.focus();
    const free = { name: name.trim(), postalAddress: postalAddress.trim(), email: email.trim() || null };
    transfer.run({ to: isOther ? free : { code: to }, text: text.trim() || null });
  };
  const missing = tried && isMissing ? words.transferMissing : undefined;
  return (
    <Dialog id="transfer" open title={words.transferTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{words.transferText}</p>
        {transfer.failed && (
          <p class="field-error" role="alert">
            {transfer.failed}
          </p>
        )}
        {bodies.length > 0 && (
          <RadioGroup
            id="transfer-to"
            label={words.transferTo}
            error={isOther ? undefined : missing}
            options={[
              ...bodies.map((body) => ({ value: body.code, label: body.name, hint: body.postalAddress })),
              { value: other, label: words.transferOther },
            ]}
            value={to}
            onChange={setTo}
          />
        )}
        {isOther && (
          <>
            <TextField
              id="transfer-name"
              label={words.transferName}
              error={missing}
              value={name}
              onChange={setName}
            />
            <TextArea
              id="transfer-address"
              label={words.transferAddress}
              rows={3}
              maxLength={300}
              value={postalAddress}
              onChange={setPostalAddress}
            />
            <TextField
              id="transfer-email"
              label={words.transferEmail}
              type="email"
              optional
              value={email}
              onChange={setEmail}
            />
          </>
        )}
        <TextArea
          id="transfer-words"
          label={words.transferWords}
          optional
          rows={4}
          maxLength={5_000}
          value={text}
          onChange={setText}
        />
        <FormFoot go={words.transferGo} busy={transfer.busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
