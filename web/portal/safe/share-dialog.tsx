import { useState } from 'preact/hooks';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import type { Share, shareDocuments } from '../../../functions/safe/share-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { shares } from '../../ui/messages/safe-sharing-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { kindName } from './document-card.tsx';
import { codeOf } from './use-safe.ts';

type ShareDialogProps = {
  documents: readonly SafeView[];
  /** The document it began with; null while closed. */
  first: string | null;
  onMade: (share: Share) => void;
  onClose: () => void;
};
const dayOptions = Object.entries(shares.dayChoices).map(([value, label]) => ({ value, label }));
/** The secret stands after `#`: no server ever sees it, nor writes it in a log. */
export const linkOf = (secret: string): string => `${location.origin}${addresses.shared}#${secret}`;

export function ShareDialog({ documents, first, onMade, onClose }: ShareDialogProps) {
  const [made, setMade] = useState<{ secret: string; expiresAt: string }>();
  const close = () => {
    setMade(undefined);
    onClose();
  };
  return (
    <Dialog id="share" open={first !== null} title={made ? shares.made.title : shares.title} onClose={close}>
      {made ? (
        <Made {...made} onClose={close} />
      ) : (
        first !== null && (
          <Choice
            {...{ documents, first, onClose: close }}
            onMade={(secret, share) => {
              setMade({ secret, expiresAt: share.expiresAt });
              onMade(share);
            }}
          />
        )
      )}
    </Dialog>
  );
}

function Choice(props: {
  documents: readonly SafeView[];
  first: string;
  onMade: (secret: string, share: Share) => void;
  onClose: () => void;
}) {
  const { documents, first, onMade, onClose } = props;
  const [chosen, setChosen] = useState<string[]>([first].filter(Boolean));
  const [days, setDays] = useState('7');
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    if (chosen.length === 0) return setProblem(shares.missing);
    setBusy(true);
    try {
      const { secret, share } = await call<typeof shareDocuments>('POST /api/citizen/safe/shares', {
        body: { documents: chosen, days: Number(days), label },
      });
      onMade(secret, share);
    } catch (error) {
      setProblem(kit.problem(codeOf(error)));
    }
    setBusy(false);
  };
  const options = documents
    .filter(({ scan }) => scan === 'clean')
    .map(({ id, name, type }) => ({ value: id, label: name, hint: kindName(type) }));
  return (
    <>
      <p>{shares.intro}</p>
      {problem && <Alert>{problem}</Alert>}
      <CheckboxGroup
        {...{ id: 'share-documents', label: shares.documents, options, value: chosen, onChange: setChosen }}
      />
      <Select
        {...{ id: 'share-days', label: shares.days, options: dayOptions, value: days, onChange: setDays }}
        empty={null}
      />
      <TextField
        {...{ id: 'share-label', label: shares.label, hint: shares.labelHint, optional: true }}
        {...{ value: label, onChange: setLabel }}
      />
      <div class="safe-actions">
        <Button busy={busy} onClick={() => void make()}>
          {shares.make}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {shares.cancel}
        </Button>
      </div>
    </>
  );
}

function Made({ secret, expiresAt, onClose }: { secret: string; expiresAt: string; onClose: () => void }) {
  const t = shares.made;
  const [said, say] = useState('');
  const link = linkOf(secret);
  return (
    <>
      <p>{t.text(expiresAt)}</p>
      <TextField id="share-link" label={t.link} value={link} onChange={() => undefined} />
      <Status>{said}</Status>
      <div class="safe-actions">
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(link)
              .then(() => say(t.copied))
              .catch(() => document.querySelector<HTMLInputElement>('#share-link')?.select())
          }
        >
          <CopyIcon />
          {t.copy}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </>
  );
}
