import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { withheld as t } from '../../ui/messages/backoffice-threading-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { deliveryApi } from './delivery-api.ts';

/** The acknowledgement that was kept back, and the button that lets it go. */
export function WithheldNotice({ reference, onSent }: { reference: string; onSent(): void }) {
  const key = useRef(newKey());
  const send = useMutation({
    mutationFn: () => deliveryApi.acknowledge(reference, key.current),
    onSuccess: () => {
      toast(t.sent);
      onSent();
    },
  });
  return (
    <Notice kind="warning" title={t.title}>
      <p>{t.text}</p>
      <Button look="secondary" busy={send.isPending} onClick={() => send.mutate()}>
        {t.send}
      </Button>
      <p role="alert" class="field-error">
        {send.error ? sentenceOf(send.error) : ''}
      </p>
    </Notice>
  );
}
