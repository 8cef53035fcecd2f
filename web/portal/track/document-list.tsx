import { useState } from 'preact/hooks';
import type { readDocument, TrackedRequest } from '../../../functions/requests/public-api.ts';
import { call } from '../../ui/api.ts';
import { DownloadIcon, FileIcon } from '../../ui/icons.tsx';
import { size } from '../../ui/messages/numbers.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { saveFrom } from '../save-blob.ts';
import { type Access, headersOf } from './reference.ts';

type Attached = TrackedRequest['documents'][number];

export function DocumentList({ request, access }: { request: TrackedRequest; access: Access }) {
  return (
    <section>
      <h2>{track.documents}</h2>
      {request.documents.length === 0 ? (
        <p class="soft">{track.noDocument}</p>
      ) : (
        <Attachments files={request.documents} access={access} label={track.documents} />
      )}
    </section>
  );
}

/** Files to download; each address is asked for when it is wanted, since it lives a short time. */
export function Attachments(props: { files: readonly Attached[]; access: Access; label: string }) {
  const [failed, setFailed] = useState<string>();
  const { files, access, label } = props;
  const download = async ({ id, name }: Attached) => {
    setFailed(undefined);
    try {
      const { url } = await call<typeof readDocument>(
        'GET /api/public/requests/{reference}/documents/{documentId}',
        {
          params: { reference: access.reference, documentId: id },
          headers: headersOf(access),
        },
      );
      saveFrom(url, name);
    } catch {
      setFailed(id);
    }
  };
  return (
    <ul class="attachments" aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          <button type="button" class="attachment" onClick={() => void download(file)}>
            <FileIcon />
            <span>
              <span class="visually-hidden">{track.download} </span>
              <span class="attachment-name">{file.name}</span>
              <span class="soft">{size(file.size)}</span>
            </span>
            <DownloadIcon />
          </button>
          {failed === file.id && (
            <Alert>
              <p class="field-error">{track.downloadFailed}</p>
            </Alert>
          )}
        </li>
      ))}
    </ul>
  );
}
