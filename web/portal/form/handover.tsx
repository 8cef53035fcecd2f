import { useEffect, useRef, useState } from 'preact/hooks';
import type { endHandover, lookAtHandover, startHandover } from '../../../functions/drafts/handover-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { SentFile } from '../../ui/file-upload.tsx';
import { time } from '../../ui/messages/dates.ts';
import { kit } from '../../ui/messages/fr.ts';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { moreStyles } from './more-styles.ts';

moreStyles();

type Started = AnswerOf<typeof startHandover>;
type Props = {
  title: string;
  text: string;
  start: () => Promise<Started>;
  /** Of a photo: each one as it arrives. */
  onFile?: (file: SentFile) => void;
  onClose: () => void;
};
const every = 2_000;

/** A code to be read by the phone, or typed there; what the phone does with it is shown here. */
export function Handover({ title, text, start, onFile, onClose }: Props) {
  const [started, setStarted] = useState<Started>();
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState(false);
  const [count, setCount] = useState(0);
  const seen = useRef(new Set<string>());
  const begin = () => {
    setProblem(undefined);
    setStarted(undefined);
    setTaken(false);
    start().then(setStarted, (error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
  };
  useEffect(begin, []);
  useEffect(() => {
    if (!started) return;
    const headers = { 'x-handover-code': started.code };
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const look = async () => {
      try {
        const now = await call<typeof lookAtHandover>('GET /api/public/handovers', { headers });
        if (isGone) return;
        setTaken(now.taken);
        for (const file of now.files) {
          if (seen.current.has(file.uploadId)) continue;
          seen.current.add(file.uploadId);
          onFile?.(file);
        }
        setCount(now.files.length);
      } catch (error) {
        // Over: whoever is still there asks for another code.
        if (!isGone && error instanceof ApiProblem && error.code === 'not-found') return setProblem('over');
      }
      if (!isGone) timer = setTimeout(() => void look(), every);
    };
    timer = setTimeout(() => void look(), every);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [started]);
  const close = () => {
    // A form that the phone has opened is there: the code goes. Photos may still be on their way for a moment.
    if (started && (!taken || onFile))
      void call<typeof endHandover>('DELETE /api/public/handovers', {
        headers: { 'x-handover-code': started.code },
      }).catch(() => undefined);
    onClose();
  };
  const said = !started ? '' : count > 0 ? t.received(count) : taken ? t.opened : '';
  return (
    <Dialog id="sur-telephone" open title={title} onClose={close}>
      <p>{text}</p>
      {problem && (
        <Alert>
          <p class="field-error">{problem === 'over' ? t.over : kit.problem(problem)}</p>
          <Button look="secondary" onClick={begin}>
            {t.again}
          </Button>
        </Alert>
      )}
      {!started && !problem && <Skeleton lines={4} />}
      {started && !problem && !taken && (
        <div class="handover">
          <Code qr={started.qr} />
          <div>
            <p>{t.or}</p>
            <p class="handover-address">{new URL(started.url).host}/telephone</p>
            <p class="reference">{started.code}</p>
            <p class="hint">{t.until(time(started.endsAt))}</p>
          </div>
        </div>
      )}
      <Status>{said}</Status>
      <div class="buttons">
        <Button look={count > 0 || taken ? 'primary' : 'quiet'} onClick={close}>
          {count > 0 || taken ? t.done : t.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

const quiet = 4;
const Code = ({ qr: { size, path } }: Pick<Started, 'qr'>) => (
  <svg
    class="qr"
    viewBox={`${-quiet * 2} ${-quiet * 2} ${size + quiet * 4} ${size + quiet * 4}`}
    role="img"
    aria-label={t.code}
  >
    <rect x={-quiet * 2} y={-quiet * 2} width={size + quiet * 4} height={size + quiet * 4} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
