import { useRef, useState } from 'preact/hooks';
import type { contestDecision } from '../../../functions/follow/public-api.ts';
import type { startUpload } from '../../../functions/intake/public-api.ts';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { day } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { decision as t } from '../../ui/messages/track-decision-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { type Access, headersOf } from './reference.ts';
import { requestAddress } from './request-address.ts';

type Kind = 'gracious' | 'hierarchical';
type Lodged = AnswerOf<typeof contestDecision>;
type Props = {
  request: TrackedRequest;
  answer: NonNullable<TrackedRequest['answer']>;
  access: Access;
  onContested: () => void;
  onClose: () => void;
};
const textId = 'contestation-raisons';

/** Before the authority, in a few words; what the court is for is said beside. */
export function ContestForm({ request, answer, access, onContested, onClose }: Props) {
  const [kind, setKind] = useState<Kind>('gracious');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<SentFile[]>([]);
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [lodged, setLodged] = useState<Lodged>();
  const key = useRef(crypto.randomUUID());
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await call<typeof contestDecision>('POST /api/public/requests/{reference}/contest', {
        params: { reference: request.reference },
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: {
          kind,
          text: text.trim(),
          uploads: files.map(({ uploadId, name }) => ({ uploadId, name })),
        },
      });
      setLodged(done);
    } catch (reason) {
      setProblem(reason instanceof ApiProblem ? reason.code : 'unexpected');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = text.trim() === '' ? t.reasonsMissing : pending > 0 ? form.uploadsPending : undefined;
    setError(wrong);
    if (wrong) document.getElementById(textId)?.focus();
    else if (!busy) void send();
  };
  if (lodged) return <Done lodged={lodged} access={access} onClose={onContested} />;
  return (
    <form noValidate onSubmit={submit} class="step-form">
      <p>{t.effect}</p>
      {answer.remedies.state === 'over' && answer.remedies.until && (
        <Notice kind="warning">
          <p>{t.late(day(answer.remedies.until))}</p>
        </Notice>
      )}
      <RadioGroup
        id="contestation-recours"
        label={t.which}
        options={(['gracious', 'hierarchical'] as const).map((value) => ({
          value,
          label: t.kinds[value],
          hint: t.kindHints[value],
        }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
      <TextArea
        id={textId}
        label={t.reasons}
        hint={t.reasonsHint}
        error={error}
        value={text}
        onChange={setText}
        maxLength={10_000}
      />
      <FileUpload
        id="contestation-documents"
        label={t.files}
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
          {busy ? t.sending : t.send}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function Done({ lodged, access, onClose }: { lodged: Lodged; access: Access; onClose: () => void }) {
  const { reference, trackingCode, silenceOn } = lodged;
  const address = access.code
    ? `${addresses.track}#${reference}:${trackingCode}`
    : requestAddress(reference, access);
  return (
    <div role="status">
      <Notice kind="success" title={t.done}>
        <p>{t.doneText(reference, day(silenceOn))}</p>
        {access.code && <p>{t.code(trackingCode)}</p>}
        <div class="buttons">
          <LinkButton href={address}>{t.openAppeal}</LinkButton>
          <Button look="quiet" onClick={onClose}>
            {t.back}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
