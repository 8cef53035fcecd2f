import { verify as t } from '../../ui/messages/verify-fr.ts';

/** A file chosen, or dropped on the control, which browsers accept by themselves: it stays on the device. */
export function FileDrop({ busy, onFile }: { busy: boolean; onFile(file: File): void }) {
  return (
    <div class="verify-drop">
      <label for="file">{t.file}</label>
      <p class="hint" id="file-hint">
        {t.fileHint} {t.fileDrop}
      </p>
      <input
        type="file"
        id="file"
        accept="application/pdf,.pdf"
        aria-describedby="file-hint"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file && !busy) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
