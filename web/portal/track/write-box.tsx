import { useRef, useState } from 'preact/hooks';
import type { startUpload } from '../../../functions/intake/public-api.ts';
import type { writeMessage } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { type Access, headersOf } from './reference.ts';

export type WriteBoxProps = { access: Access; onSent: () => void };
const longest = 5_000;
const textId = 'message-texte';

/** A message to the department, with documents. What was typed stays until it is known to have arrived. */
export function WriteBox({ access, onSent }: WriteBoxProps) {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<SentFile[]>([]);
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await call<typeof writeMessage>('POST /api/public/requests/{reference}/messages', {
        params: { reference: access.reference },
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: { text: text.trim(), uploads: files.map(({ uploadId, name }) => ({ uploadId, name })) },
      });
      key.current = crypto.randomUUID();
      setText('');
      setFiles([]);
      onSent();
    } catch (reason) {
      setProblem(reason instanceof ApiProblem ? reason.code : 'unexpected');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong =
      text.trim() === '' ? track.textMissing : text.length > longest ? track.textTooLong : undefined;
    setError(wrong ?? (pending > 0 ? form.uploadsPending : undefined));
    if (wrong) document.getElementById(textId)?.focus();
    else if (pending === 0 && !busy) void send();
  };
  return (
    <form noValidate onSubmit={submit}>
      <TextArea
        id={textId}
        label={track.text}
        hint={track.textHint}
        error={error}
        value={text}
        onChange={setText}
        maxLength={longest}
      />
      <FileUpload
        id="message-documents"
        label={track.files}
        optional
        files={files}
        onChange={(change) => setFiles((before) => change(before))}
        onPending={setPending}
        start={(body) => call<typeof startUpload>('POST /api/public/uploads', { body })}
        max={5}
        accept={['pdf', 'image', 'office']}
      />
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          <SendIcon />
          {busy ? track.sending : track.send}
        </Button>
      </div>
    </form>
  );
}
