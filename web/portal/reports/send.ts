import { sendFile } from '../../ui/upload.ts';
import { typeOf } from '../../ui/upload-rules.ts';
import { type Draft, type Photo, shelf } from './draft.ts';
import { reportsApi, type Sent } from './reports-api.ts';

/** Photos first, each remembered once it arrived, then the report under its own key: a cut anywhere repeats nothing. */
export async function sendDraft(draft: Draft): Promise<Sent> {
  const photos: Photo[] = [];
  for (const photo of draft.photos) {
    photos.push(photo.uploadId ? photo : await arrived(photo));
    await shelf.keep({ ...draft, photos: [...photos, ...draft.photos.slice(photos.length)] });
  }
  const { category, commune, place, point, details, danger, email, key } = draft;
  const sent = await reportsApi.send(
    {
      ...{ category, commune, place: place.trim(), point, details: details.trim(), danger },
      photos: photos.map(({ uploadId = '', name }) => ({ uploadId, name })),
      email: email.trim() || null,
    },
    key,
  );
  await shelf.drop();
  return sent;
}

async function arrived(photo: Photo): Promise<Photo> {
  const { file, name } = photo;
  const place = await reportsApi.upload({ name, contentType: typeOf(file), size: file.size });
  await sendFile(place, file);
  return { ...photo, uploadId: place.uploadId };
}
