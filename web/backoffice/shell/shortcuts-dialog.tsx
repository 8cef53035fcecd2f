import { Dialog } from '../../ui/dialog.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { help } from '../../ui/messages/backoffice-help-fr.ts';

const ShortcutList = lazily(async () => (await import('./shortcut-list.tsx')).ShortcutList);

export const ShortcutsDialog = ({ open, onClose }: { open: boolean; onClose(): void }) => (
  <Dialog id="shortcuts" open={open} title={help.dialogTitle} onClose={onClose}>
    <ShortcutList level={3} id="dialog-shortcuts" />
  </Dialog>
);
