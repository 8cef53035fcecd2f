import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import type { DeedProps } from './use-deed.ts';

export type DeedDialogProps = DeedProps & { onClose(): void };
export type OneDeedProps = DeedDialogProps & { deed: Deed };

/** What is done often stands as buttons; what changes the course of the request is one step further. */
const often = ['askDocuments', 'askOpinion', 'resume', 'reopen', 'close'] as const;
const seldom = [
  'suspend',
  'group',
  'ungroup',
  'escalate',
  'transfer',
  'noteFirstReceipt',
  'withdraw',
] as const;
export type Deed = (typeof often)[number] | (typeof seldom)[number];

/** Buttons of what this agent may do now with this request, each with its dialog. */
export function Deeds(props: DeedProps) {
  const [open, setOpen] = useState<Deed>();
  const [Dialog, setDialog] = useState<ComponentType<OneDeedProps>>();
  /** The dialogs come with the first that is wanted. */
  const show = async (deed: Deed) => {
    const loaded = await import('./deed-dialog.tsx');
    setDialog(() => loaded.DeedDialog);
    setOpen(deed);
  };
  const { may } = props.request.instruction;
  const allowed = <D extends Deed>(list: readonly D[]): D[] => list.filter((deed) => may.includes(deed));
  const more = allowed(seldom);
  const button = (deed: Deed) => (
    <Button key={deed} look="secondary" onClick={() => void show(deed)}>
      {t.deeds[deed]}
    </Button>
  );
  if (allowed(often).length === 0 && more.length === 0) return null;
  return (
    <div class="deeds">
      <div class="buttons">{allowed(often).map(button)}</div>
      {more.length > 0 && (
        <details>
          <summary>{t.more}</summary>
          <div class="buttons">{more.map(button)}</div>
        </details>
      )}
      {open && Dialog && <Dialog key={open} deed={open} {...props} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
