import { useEffect, useRef, useState } from 'preact/hooks';
import type { addHandoverFile } from '../../../functions/drafts/handover-api.ts';
import type { startUpload } from '../../../functions/intake/public-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import type { Taken } from './phone-app.tsx';

type Props = {
  site: Site;
  field: NonNullable<Taken['field']>;
  code: string;
  device: string;
  already: readonly SentFile[];
};

/** The photo, sent where it must be; then the other screen is told. */
export function PhoneTake({ site, field, code, device, already }: Props) {
  const [files, setFiles] = useState<readonly SentFile[]>(already);
  const [failed, setFailed] = useState(false);
  const [arrived, setArrived] = useState(already.length);
  const told = useRef(new Set(already.map(({ uploadId }) => uploadId)));
  const tell = async (file: SentFile) => {
    setFailed(false);
    await call<typeof addHandoverFile>('POST /api/public/handovers/files', {
      headers: { 'x-handover-code': code },
      body: { device, file },
    }).then(
      () => setArrived((count) => count + 1),
      () => {
        setFailed(true);
        setFiles((before) => before.filter(({ uploadId }) => uploadId !== file.uploadId));
      },
    );
  };
  useEffect(() => {
    for (const file of files) {
      if (told.current.has(file.uploadId)) continue;
      told.current.add(file.uploadId);
      void tell(file);
    }
  }, [files]);
  return (
    <Page title={t.takeTitle(field.label)} site={site.name} intro={<p>{t.takeText}</p>}>
      <FileUpload
        id="photo"
        label={field.label}
        files={files}
        onChange={(change) => setFiles(change)}
        max={field.max}
        accept={field.accept}
        start={(file) => call<typeof startUpload>('POST /api/public/uploads', { body: file })}
      />
      <Status>
        {arrived > 0 && !failed && (
          <Notice kind="success" title={t.sentTitle}>
            <p>{t.sentText}</p>
          </Notice>
        )}
      </Status>
      {failed && (
        <Alert>
          <p class="field-error">{t.wrong}</p>
        </Alert>
      )}
    </Page>
  );
}
