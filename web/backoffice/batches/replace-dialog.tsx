import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describedBy, FieldFrame } from '../../ui/field.tsx';
import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { Status } from '../../ui/status.tsx';
import { sendFile } from '../../ui/upload.ts';
import { clerkApi } from './clerk-api.ts';
import { problemWords } from './problem-words.ts';
import type { PageDeeds } from './use-page-deeds.ts';

const types: Record<string, 'application/pdf' | 'image/tiff' | 'image/jpeg' | 'image/png'> = {
  pdf: 'application/pdf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
const largest = 25 * 1024 * 1024;
const typeOf = ({ name }: File) => types[name.split('.').at(-1)?.toLowerCase() ?? ''];
const wrong = (file: File | undefined): string | undefined => {
  if (!file || file.size === 0) return t.replaceEmpty;
  if (!typeOf(file)) return t.replaceWrongType;
  return file.size > largest ? t.replaceTooLarge : undefined;
};

type ReplaceProps = {
  batchId: string;
  page: { fileId: string; page: number } | null;
  deeds: PageDeeds;
  onClose(): void;
};
/** A new scan in place of a page. It is sent as it is: a picture made lighter would be read less well. */
export function ReplaceDialog({ batchId, page, deeds, onClose }: ReplaceProps) {
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const [percent, setPercent] = useState<number>();
  const close = () => {
    setFile(undefined);
    setProblem(undefined);
    setPercent(undefined);
    onClose();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (percent !== undefined || !page) return;
    const found = wrong(file);
    setProblem(found);
    const contentType = file && typeOf(file);
    if (found || !file || !contentType) return document.getElementById('new-scan')?.focus();
    setPercent(0);
    try {
      const { name, size } = file;
      const place = await clerkApi.upload({ id: batchId, fileId: page.fileId }, { name, size, contentType });
      await sendFile(place, file, { onProgress: setPercent });
      const { uploadId } = place;
      await deeds.decide(page.fileId, { kind: 'replace', page: page.page, uploadId, name });
      close();
    } catch (error) {
      setPercent(undefined);
      const isLarge = error instanceof ApiProblem && error.code === 'too-large';
      setProblem(isLarge ? t.replaceTooLarge : problemWords(error));
    }
  };
  const field = { id: 'new-scan', label: t.replaceFile, hint: t.replaceHint, error: problem };
  return (
    <Dialog id="replace-page" open={page !== null} title={t.replaceTitle(page?.page ?? 0)} onClose={close}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p>{t.replaceText}</p>
        <FieldFrame {...field}>
          <input
            type="file"
            id="new-scan"
            class="input"
            accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png"
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={describedBy(field)}
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0]);
              setProblem(undefined);
            }}
          />
        </FieldFrame>
        <Status>{percent === undefined ? '' : t.replaceSending(percent)}</Status>
        <div class="buttons">
          <Button type="submit" busy={percent !== undefined}>
            {t.replaceSend}
          </Button>
          <Button look="quiet" onClick={close}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
