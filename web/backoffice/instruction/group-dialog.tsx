import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { deed as words } from '../../ui/messages/backoffice-deeds-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { list } from '../../ui/messages/numbers.ts';
import { Skeleton } from '../../ui/states.tsx';
import { instructionApi } from '../data/instruction-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import type { DeedDialogProps } from './deeds.tsx';
import { useDeed } from './use-deed.ts';

/** Puts the request under another that looks like it: one answer goes to both. */
export function GroupDialog({ onClose, ...props }: DeedDialogProps) {
  const { reference } = props.request;
  const similar = useQuery({
    queryKey: ['similar', reference],
    queryFn: () => instructionApi.similar(reference),
  });
  const [lead, setLead] = useState('');
  const [tried, setTried] = useState(false);
  const group = useDeed(
    props,
    (under: string, key) => instructionApi.group(props.request, under, key),
    words.done.group ?? '',
    onClose,
  );
  const found = similar.data?.requests ?? [];
  return (
    <Dialog id="group" open title={words.groupTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (lead) group.run(lead);
          else document.getElementById('group-lead')?.focus();
        }}
      >
        <p>{words.groupText}</p>
        {similar.isPending && <Skeleton lines={4} />}
        {similar.error && <ErrorBox error={similar.error} onRetry={() => void similar.refetch()} />}
        {similar.isSuccess && found.length === 0 && <p class="soft">{words.groupNone}</p>}
        {found.length > 0 && (
          <RadioGroup
            id="group-lead"
            label={words.groupWhich}
            error={tried && !lead ? words.groupMissing : group.failed}
            options={found.map((one) => ({
              value: one.lead ?? one.reference,
              label: `${one.reference}, ${one.subject}`,
              hint: [
                one.sender,
                day(one.receivedOn),
                one.words.length > 0 && words.groupShared(list(one.words)),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            value={lead}
            onChange={setLead}
          />
        )}
        <div class="buttons">
          {found.length > 0 && (
            <Button type="submit" busy={group.busy}>
              {words.groupGo}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
