import { useRef, useState } from 'preact/hooks';
import type { provideDocuments } from '../../../functions/instruction/public-api.ts';
import type { startUpload } from '../../../functions/intake/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { day } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { FromSafe } from './from-safe.tsx';
import { type Access, headersOf } from './reference.ts';
import { leavePieces, type Piece } from './use-piece.ts';

type Props = { piece: Piece; access: Access; onSent: (missing: readonly string[]) => void };
const itself = 'itself';

/** One awaited document: what it is, what does as well, where it comes from. Sent at once, so that one may stop at any of them. */
export function PiecePage({ piece: { document, awaited }, access, onSent }: Props) {
  const [files, setFiles] = useState<SentFile[]>([]);
  const [as, setAs] = useState(itself);
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const { code, label, accepts, hint, validMonths } = document;
  const send = async () => {
    setBusy(true);
    try {
      const { missing } = await call<typeof provideDocuments>(
        'POST /api/public/requests/{reference}/documents',
        {
          params: { reference: access.reference },
          headers: { ...headersOf(access), 'idempotency-key': key.current },
          body: {
            askId: awaited.askId,
            documents: [
              {
                code,
                as: as === itself ? null : as,
                uploads: files.map(({ uploadId, name }) => ({ uploadId, name })),
              },
            ],
          },
        },
      );
      onSent(missing);
    } catch (reason) {
      key.current = crypto.randomUUID();
      setError(kit.problem(reason instanceof ApiProblem ? reason.code : 'unexpected'));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = pending > 0 ? form.uploadsPending : files.length === 0 ? t.nothing : undefined;
    setError(wrong);
    if (!wrong && !busy) void send();
  };
  return (
    <form noValidate onSubmit={submit} class="step-form piece-form">
      <p>{awaited.isOverdue ? t.overdue(day(awaited.until)) : t.pieceUntil(day(awaited.until))}</p>
      {awaited.clock && !awaited.isOverdue && <p>{t.clock[awaited.clock]}</p>}
      {accepts.length > 0 && (
        <RadioGroup
          id={`piece-${code}-nature`}
          label={t.which}
          optionsLang={language.content}
          options={[
            { value: itself, label },
            ...accepts.map((one) => ({ value: one.code, label: one.label })),
          ]}
          value={as}
          onChange={setAs}
        />
      )}
      <FromSafe
        code={as === itself ? code : as}
        access={access}
        onUse={(file) => setFiles((before) => [...before, file])}
        used={files}
      />
      <FileUpload
        id={`piece-${code}`}
        label={t.file}
        hint={[hint, validMonths && t.validity(validMonths)].filter(Boolean).join(' ') || undefined}
        files={files}
        onChange={(change) => setFiles((before) => change(before))}
        onPending={setPending}
        start={(body) => call<typeof startUpload>('POST /api/public/uploads', { body })}
        max={5}
        accept={['pdf', 'image', 'office']}
      />
      {error && (
        <Alert>
          <p class="field-error">{error}</p>
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          <SendIcon />
          {busy ? t.sending : t.sendOne}
        </Button>
        <Button look="quiet" onClick={leavePieces}>
          {t.later}
        </Button>
      </div>
      <p class="soft">{t.byPost}</p>
    </form>
  );
}
