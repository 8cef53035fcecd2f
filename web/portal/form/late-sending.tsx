import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { lateSending as t } from '../../ui/messages/form-more-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';

type Props = { isBusy: boolean; onSend: () => void; onCancel: () => void };
const every = 10_000;

/** Sent without a network, a form waits on the device, says so, and leaves once when it is back. */
export function LateSending({ isBusy, onSend, onCancel }: Props) {
  useEffect(() => {
    if (isBusy) return;
    const send = () => navigator.onLine && onSend();
    send();
    const timer = setInterval(send, every);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [isBusy]);
  return (
    <Alert>
      <Notice kind="warning" title={t.title}>
        <p>{t.text}</p>
        <p>{t.textClosed}</p>
        <div class="buttons">
          <Button look="secondary" busy={isBusy} onClick={onSend}>
            {t.now}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t.cancel}
          </Button>
        </div>
      </Notice>
    </Alert>
  );
}
