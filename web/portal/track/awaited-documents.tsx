import { useRef, useState } from 'preact/hooks';
import type { provideDocuments } from '../../../functions/instruction/public-api.ts';
import type { startUpload } from '../../../functions/intake/public-api.ts';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { day } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Arrival } from './received-documents.tsx';
import type { Access } from './reference.ts';

type Awaited = NonNullable<TrackedRequest['instruction']['awaited']>;
type Wanted = Awaited['documents'][number];
type Chosen = { files: SentFile[]; as: string };
type Received = TrackedRequest['instruction']['received'];
type Props = { awaited: Awaited; received: Received; access: Access; onSent: () => void };
const nothing: Chosen = { files: [], as: '' };

/** What is asked for, what has come, and a place for each thing that is still missing; some of them is welcome too. */
export function AwaitedDocuments({ awaited, received, access, onSent }: Props) {
  const [chosen, setChosen] = useState<Record<string, Chosen>>({});
  const [pending, setPending] = useState<Record<string, number>>({});
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const missing = awaited.documents.filter(({ isProvided }) => !isProvided);
  const change = (code: string, part: (before: Chosen) => Partial<Chosen>) =>
    setChosen((all) => {
      const before = all[code] ?? nothing;
      return { ...all, [code]: { ...before, ...part(before) } };
    });
  const ready = missing.flatMap(({ code }) => {
    const { files, as } = chosen[code] ?? nothing;
    const uploads = files.map(({ uploadId, name }) => ({ uploadId, name }));
    return uploads.length > 0 ? [{ code, as: as || null, uploads }] : [];
  });
  const send = async () => {
    setBusy(true);
    try {
      await call<typeof provideDocuments>('POST /api/public/requests/{reference}/documents', {
        params: { reference: access.reference },
        headers: { 'x-tracking-code': access.code, 'idempotency-key': key.current },
        body: { askId: awaited.askId, documents: ready },
      });
      key.current = crypto.randomUUID();
      setChosen({});
      onSent();
    } catch (reason) {
      setError(kit.problem(reason instanceof ApiProblem ? reason.code : 'unexpected'));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const isPending = Object.values(pending).some((count) => count > 0);
    const wrong = isPending ? form.uploadsPending : ready.length === 0 ? t.nothing : undefined;
    setError(wrong);
    if (!wrong && !busy) void send();
  };
  return (
    <section class="awaited" aria-labelledby="documents-demandes">
      <h2 id="documents-demandes" tabIndex={-1}>
        {t.awaitedTitle}
      </h2>
      <p>
        <strong>
          {awaited.isOverdue ? t.overdue(day(awaited.until)) : t.awaitedUntil(day(awaited.until))}
        </strong>
      </p>
      {awaited.clock && !awaited.isOverdue && <p>{t.clock[awaited.clock]}</p>}
      {awaited.text && <p class="lines">{awaited.text}</p>}
      <form noValidate onSubmit={submit}>
        <ul class="awaited-list">
          {awaited.documents.map((document) => (
            <li key={document.code}>
              <p class="awaited-name">
                <strong>{document.label}</strong>{' '}
                <Tag kind={document.isProvided ? 'success' : 'warning'}>
                  {document.isProvided ? t.received : t.awaited}
                </Tag>
              </p>
              <Arrival received={received} code={document.code} />
              {!document.isProvided && (
                <Place
                  document={document}
                  chosen={chosen[document.code] ?? nothing}
                  onChange={(part) => change(document.code, part)}
                  onPending={(count) => setPending((all) => ({ ...all, [document.code]: count }))}
                />
              )}
            </li>
          ))}
        </ul>
        {error && (
          <Alert>
            <p class="field-error">{error}</p>
          </Alert>
        )}
        {missing.length > 0 && (
          <Button type="submit" busy={busy}>
            <SendIcon />
            {busy ? t.sending : t.send}
          </Button>
        )}
        <p class="soft">{t.byPost}</p>
      </form>
    </section>
  );
}

/** Where one document is put; when others are accepted in its place, the person says which it is. */
function Place(props: {
  document: Wanted;
  chosen: Chosen;
  onChange: (part: (before: Chosen) => Partial<Chosen>) => void;
  onPending: (count: number) => void;
}) {
  const { document, chosen, onChange, onPending } = props;
  const { code, label, accepts, validMonths } = document;
  const hint = [document.hint, validMonths && t.validity(validMonths)].filter(Boolean).join(' ');
  return (
    <>
      {accepts.length > 0 && (
        <Select
          id={`piece-${code}-nature`}
          label={t.which}
          empty={label}
          options={accepts.map((one) => ({ value: one.code, label: one.label }))}
          value={chosen.as}
          onChange={(as) => onChange(() => ({ as }))}
        />
      )}
      <FileUpload
        id={`piece-${code}`}
        label={label}
        hint={hint || undefined}
        files={chosen.files}
        onChange={(next) => onChange((before) => ({ files: next(before.files) }))}
        onPending={onPending}
        start={(body) => call<typeof startUpload>('POST /api/public/uploads', { body })}
        max={5}
        accept={['pdf', 'image', 'office']}
      />
    </>
  );
}
