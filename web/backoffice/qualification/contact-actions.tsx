import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Contact } from '../data/agent-api.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import type { Decision } from './decision.ts';
import { JoinDialog } from './join-dialog.tsx';
import { QuarantineDialog } from './quarantine-dialog.tsx';

/** The buttons under the form, and what went wrong with the last one pressed. */
export function ContactActions(props: {
  contact: Contact;
  decision: Decision;
  onAccept(): void;
  onReload(): Promise<unknown>;
}) {
  const { contact, decision } = props;
  const [dialog, setDialog] = useState<'join' | 'quarantine' | null>(null);
  const close = () => setDialog(null);
  const reload = async () => {
    await props.onReload();
    decision.forget();
  };
  const conflict = isCode(decision.error, 'conflict') || isCode(decision.error, 'already-decided');
  return (
    <div class="desk-actions">
      {decision.error && (
        <div role="alert">
          <Notice kind="warning" title={conflict ? t.conflictTitle : undefined}>
            <p>{conflict ? t.conflictText : sentenceOf(decision.error)}</p>
            {conflict && (
              <Button look="secondary" onClick={reload}>
                {t.conflictReload}
              </Button>
            )}
          </Notice>
        </div>
      )}
      <div class="desk-buttons">
        <Button busy={decision.busy} onClick={props.onAccept}>
          {t.accept}
          <span aria-hidden="true" class="key">
            {t.acceptKey}
          </span>
        </Button>
        <Button look="secondary" onClick={() => setDialog('join')}>
          {t.joinShort}
        </Button>
        <Button look="secondary" onClick={() => setDialog('quarantine')}>
          {t.quarantineShort}
        </Button>
        <Button look="quiet" onClick={decision.skip}>
          {t.skip}
        </Button>
      </div>
      <JoinDialog
        open={dialog === 'join'}
        proposed={contact.proposal?.reference ?? null}
        busy={decision.busy}
        onClose={close}
        onJoin={(reference) => {
          close();
          decision.join(reference);
        }}
      />
      <QuarantineDialog
        open={dialog === 'quarantine'}
        onClose={close}
        onGo={(reason) => {
          close();
          decision.quarantine(reason);
        }}
      />
    </div>
  );
}
