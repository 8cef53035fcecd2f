import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { type Draft, isStarted, newDraft, shelf } from './draft.ts';
import { ReportForm } from './report-form.tsx';
import type { Sent } from './reports-api.ts';
import { sendDraft } from './send.ts';
import { SentPage } from './sent-page.tsx';
import { useSetting } from './use-setting.ts';

const passing = ['network', 'timeout'];

/** A report from the photo to its reference; without the network it waits on the device, with its photos. */
export function ReportApp({ site }: { site: Site }) {
  const { setting, failure, retry } = useSetting();
  const [draft, setDraft] = useState<Draft>();
  const [isKept, setKept] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const underWay = useRef(false);
  const change = (more: Partial<Draft>) => {
    if (!draft) return;
    const next = { ...draft, ...more };
    setDraft(next);
    void shelf.keep(next);
  };
  const send = async (ready: Draft) => {
    if (underWay.current) return;
    underWay.current = true;
    setSending(true);
    setProblem('');
    try {
      await shelf.keep(ready);
      setSent(await sendDraft(ready));
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : 'unexpected';
      const waits = { ...ready, isReady: passing.includes(code) || !navigator.onLine };
      setDraft(waits);
      await shelf.keep(waits);
      if (!waits.isReady) setProblem(kit.problem(code));
    } finally {
      underWay.current = false;
      setSending(false);
    }
  };
  useEffect(() => {
    void shelf.read().then((kept) => {
      setDraft(kept ?? newDraft());
      setKept(kept !== undefined && isStarted(kept));
      if (kept?.isReady && navigator.onLine) void send(kept);
    });
  }, []);
  const isWaiting = draft?.isReady && !sent;
  useEffect(() => {
    if (!isWaiting || !draft) return;
    const go = () => void send(draft);
    addEventListener('online', go);
    return () => removeEventListener('online', go);
  }, [isWaiting, draft]);

  if (sent)
    return (
      <SentPage
        site={site}
        sent={sent}
        onAnother={() => {
          setSent(undefined);
          setKept(false);
          setDraft(newDraft());
        }}
      />
    );
  if (isWaiting && draft)
    return (
      <Page title={t.waiting.title} site={site.name} intro={<p>{t.waiting.text}</p>}>
        <Button busy={isSending} onClick={() => void send(draft)}>
          {isSending ? t.sending : t.waiting.retry}
        </Button>
      </Page>
    );
  return (
    <Page
      title={t.title}
      site={site.name}
      inError={problem !== '' || isRefused}
      intro={
        <>
          <p>{t.intro}</p>
          <p>
            <a href={`${addresses.report}/carte`}>{t.seeMap}</a>
          </p>
        </>
      }
    >
      {problem && (
        <Alert>
          <p class="field-error">
            {t.failed} {problem}
          </p>
        </Alert>
      )}
      {failure ? (
        <Alert>
          <p class="field-error">{kit.problem(failure)}</p>
          <Button look="secondary" onClick={retry}>
            {kit.retry}
          </Button>
        </Alert>
      ) : setting && draft ? (
        <ReportForm
          {...{ site, setting, draft, isKept, isSending }}
          onChange={change}
          onRefused={setRefused}
          onDiscard={() => {
            void shelf.drop();
            setKept(false);
            setDraft(newDraft());
          }}
          onSend={() => void send(draft)}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}
