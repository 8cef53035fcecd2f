import { Dialog } from '../../ui/dialog.tsx';
import { help } from '../../ui/messages/backoffice-help-fr.ts';
import { ShortcutList } from './shortcut-list.tsx';

export const ShortcutsDialog = ({ open, onClose }: { open: boolean; onClose(): void }) => (
  <Dialog id="shortcuts" open={open} title={help.dialogTitle} onClose={onClose}>
    <ShortcutList level={3} id="dialog-shortcuts" />
  </Dialog>
);
