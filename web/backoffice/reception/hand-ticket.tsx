import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlusIcon, PrintIcon } from '../../ui/icons.tsx';
import { queue as t } from '../../ui/messages/backoffice-queue-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Alert } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { site } from '../site.ts';
import { receptionApi, type Ticket } from './reception-api.ts';

type Handed = { ticket: Ticket; before: number };

/** A ticket for a service: its number is shown large, and printed if wanted. */
export function HandTicket({ onHanded }: { onHanded(): void }) {
  const [isOpen, open] = useState(false);
  const close = () => open(false);
  return (
    <>
      <Button look="quiet" onClick={() => open(true)}>
        <PlusIcon />
        {t.hand}
      </Button>
      <Dialog id="hand-ticket" open={isOpen} title={t.hand} onClose={close}>
        <Handing onHanded={onHanded} onClose={close} />
      </Dialog>
    </>
  );
}

function Handing({ onHanded, onClose }: { onHanded(): void; onClose(): void }) {
  const { departments, departmentName } = useSignedIn();
  const [topic, setTopic] = useState(departments[0]?.code ?? '');
  const [isPriority, setPriority] = useState(false);
  const [handed, setHanded] = useState<Handed>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const hand = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      setHanded(await receptionApi.hand(topic, isPriority, key.current));
      onHanded();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  if (handed)
    return (
      <div class="handed">
        <div class="paper-ticket" role="status">
          <p>{site().name}</p>
          <p class="soft">{t.handed}</p>
          <p class="ticket-number">{handed.ticket.id}</p>
          <p>{departmentName(handed.ticket.topic)}</p>
          <p>{t.before(handed.before)}</p>
          <p class="soft">{dayAndTime(handed.ticket.handedAt)}</p>
        </div>
        <div class="buttons">
          <Button onClick={() => window.print()}>
            <PrintIcon />
            {t.print}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </div>
    );
  return (
    <form onSubmit={(event) => void hand(event)}>
      {failure !== undefined && (
        <Alert>
          <p class="field-error">{sentenceOf(failure)}</p>
        </Alert>
      )}
      <Select
        id="ticket-topic"
        label={t.topic}
        empty={null}
        options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        value={topic}
        onChange={setTopic}
      />
      <Checkbox id="ticket-priority" label={t.isPriority} checked={isPriority} onChange={setPriority} />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.handIt}
        </Button>
      </div>
    </form>
  );
}
