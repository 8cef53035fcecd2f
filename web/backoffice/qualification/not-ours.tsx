import { Button } from '../../ui/button.tsx';
import { reasons as t } from '../../ui/messages/backoffice-reasons-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Contact } from '../data/agent-api.ts';

type NotOurs = NonNullable<NonNullable<Contact['proposal']>['notOurs']>;

/** A message for nobody here: handed on to who is competent (CRPA L114-2), or set aside; never by itself. */
export function NotOursNotice(props: {
  notOurs: NotOurs;
  busy: boolean;
  onOpen(): void;
  onSetAside(): void;
}) {
  return (
    <Notice kind="warning" title={t.notOursTitle}>
      <p>{t.notOursText(props.notOurs.reasons)}</p>
      <div class="buttons">
        <Button look="secondary" busy={props.busy} onClick={props.onOpen}>
          {t.notOursTransfer}
        </Button>
        <Button look="quiet" busy={props.busy} onClick={props.onSetAside}>
          {t.notOursAside}
        </Button>
      </div>
      <p class="soft">{t.notOursTransferText}</p>
    </Notice>
  );
}
