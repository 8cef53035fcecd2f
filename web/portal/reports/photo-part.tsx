import { useEffect, useState } from 'preact/hooks';
import { placeOfPhoto } from '../../../functions/reports/photo-place.ts';
import { Button } from '../../ui/button.tsx';
import { CameraIcon, UploadIcon } from '../../ui/icons.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Status } from '../../ui/status.tsx';
import { lighten } from '../../ui/upload.ts';
import { refused, types } from '../../ui/upload-rules.ts';
import type { Photo } from './draft.ts';
import type { Point } from './reports-api.ts';

const most = 3;
type PhotoProps = {
  photos: readonly Photo[];
  error: string | undefined;
  onChange: (photos: Photo[]) => void;
  onPlace: (point: Point) => void;
};

/** The photo comes first. Where it was taken is offered before it is taken out of the file; nothing leaves yet. */
export function PhotoPart({ photos, error, onChange, onPlace }: PhotoProps) {
  const [said, say] = useState('');
  const [wrong, setWrong] = useState('');
  const [found, setFound] = useState<Point | null>(null);
  const add = async (file: File | undefined) => {
    if (!file) return;
    setWrong('');
    if (refused(file, ['image'])) return setWrong(t.photo.wrong);
    setFound(placeOfPhoto(new Uint8Array(await file.slice(0, 262_144).arrayBuffer())));
    const light = await lighten(file);
    onChange([...photos, { name: light.name, file: light }]);
    say(t.photo.added);
  };
  const problem = wrong || error;
  const picker = (id: string, capture: boolean) => (
    <input
      type="file"
      id={id}
      accept={types.image.join(',')}
      {...(capture && { capture: 'environment' as const })}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={problem ? 'photo-error' : 'photo-hint'}
      onChange={(event) => {
        void add(event.currentTarget.files?.[0]);
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <fieldset class={problem ? 'field in-error' : 'field'}>
      <legend>{t.photo.title}</legend>
      <p class="hint" id="photo-hint">
        {t.photo.hint}
      </p>
      {problem && (
        <p class="field-error" id="photo-error">
          {problem}
        </p>
      )}
      <Status hidden>{said}</Status>
      {photos.length > 0 && (
        <ul class="report-photos">
          {photos.map((photo, at) => (
            <li key={photo.name + at}>
              <Preview file={photo.file} alt={t.photo.alt(at + 1)} />
              <button
                type="button"
                class="link"
                onClick={() => {
                  onChange(photos.filter((one) => one !== photo));
                  setFound(null);
                  say(t.photo.removed);
                  document.getElementById('photo')?.focus();
                }}
              >
                {t.photo.remove(String(at + 1))}
              </button>
            </li>
          ))}
        </ul>
      )}
      {photos.length < most ? (
        <div class="file-choice">
          {picker('photo', true)}
          <label class="button primary" for="photo">
            <CameraIcon />
            {t.photo.take}
          </label>
          {picker('photo-file', false)}
          <label class="button secondary" for="photo-file">
            <UploadIcon />
            {t.photo.choose}
          </label>
        </div>
      ) : (
        <p class="soft">{t.photo.most}</p>
      )}
      {found && (
        <div class="photo-place">
          <p>{t.photo.hasPlace}</p>
          <Button
            look="secondary"
            onClick={() => {
              onPlace(found);
              setFound(null);
            }}
          >
            {t.photo.usePlace}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Preview({ file, alt }: { file: File; alt: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url ? <img src={url} alt={alt} width={120} height={120} /> : null;
}
