import { ApiProblem } from './api.ts';
import { typeOf } from './upload-rules.ts';

/** A place without address takes nothing: in a preview, no file leaves. */
export type Place = { uploadId: string; url: string; fields: Record<string, string> };
type Progress = { onProgress?: (percent: number) => void; signal?: AbortSignal };

/** POSTs one file straight to the place S3 signed for it, `file` last; XMLHttpRequest because fetch tells no progress. */
export function sendFile(place: Place, file: Blob, { onProgress, signal }: Progress = {}): Promise<void> {
  if (!place.url) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(place.fields)) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', place.url);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.floor((loaded / total) * 100));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new ApiProblem(s3Code(request), request.status));
    request.onerror = request.ontimeout = () => reject(new ApiProblem('network'));
    request.onabort = () => reject(new ApiProblem('aborted'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

const s3Code = (request: XMLHttpRequest): string =>
  request.responseText.includes('EntityTooLarge') ? 'too-large' : 'network';

const heaviest = 2_000_000;
const widest = 2_000;
/**
 * A picture as it leaves: without the place and the device that the camera wrote in it; one too heavy for a phone's
 * connection is redrawn at 2,000 pixels at most. Anything the browser cannot draw, or read, is sent as it is.
 */
export async function lighten(file: File): Promise<File> {
  if (!/^image\//.test(typeOf(file))) return file;
  try {
    const isHeavy = /^image\/(jpeg|png|webp|heic)$/.test(typeOf(file)) && file.size >= heaviest;
    const drawn = isHeavy ? await redrawn(file).catch(() => null) : null;
    if (drawn && drawn.size < file.size)
      return new File([drawn], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
    // Fetched with the first picture; without the network the server takes the metadata out instead.
    const { withoutMetadata } = await import('../../functions/intake/picture-metadata.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const clean = withoutMetadata(bytes);
    return clean === bytes ? file : new File([new Uint8Array(clean)], file.name, { type: file.type });
  } catch {
    return file;
  }
}

async function redrawn(file: File): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, widest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
}
