import { useState } from 'preact/hooks';
import type { Field } from '../../../functions/procedures/field.ts';
import { Button } from '../../ui/button.tsx';
import { CameraIcon } from '../../ui/icons.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import type { FieldInputProps } from './field-input.tsx';
import type { SafeChoiceProps } from './home-parts.tsx';
import type { PhonePhotoProps } from './phone-photo.tsx';
import { quietly } from './quietly.tsx';

const SafeChoice = quietly<SafeChoiceProps>(async () => (await import('./home-parts.tsx')).SafeChoice);
const PhonePhoto = quietly<PhonePhotoProps>(async () => (await import('./phone-photo.tsx')).PhonePhoto);

type Props = FieldInputProps & { field: Extract<Field, { type: 'files' }> };

/** Other ways to bring the document asked: from the safe, or by a photo of the phone. */
export function FileOffers({ field, home, files = [], onFiles, onKind, procedure = '' }: Props) {
  const [onPhone, setOnPhone] = useState(false);
  // A phone takes its photos itself.
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const isFull = files.length >= field.max;
  const take = (file: { uploadId: string; name: string; size: number }) =>
    onFiles?.((before) =>
      before.some(({ uploadId }) => uploadId === file.uploadId)
        ? [...before]
        : [...before, { uploadId: file.uploadId, name: file.name, size: file.size }],
    );
  return (
    <>
      {home && (
        <SafeChoice
          {...{ home, document: field.document, files, max: field.max }}
          onTake={(file, kind) => {
            take(file);
            if (files.length === 0) onKind?.(kind);
          }}
        />
      )}
      {!isTouch && field.accept.includes('image') && !isFull && (
        <div class="phone-choice">
          <Button look="quiet" onClick={() => setOnPhone(true)}>
            <CameraIcon />
            {form.phonePhoto}
            <span class="visually-hidden"> ({field.label})</span>
          </Button>
        </div>
      )}
      {onPhone && (
        <PhonePhoto
          procedure={procedure}
          field={{ label: field.label, max: field.max - files.length, accept: field.accept }}
          onFile={take}
          onClose={() => setOnPhone(false)}
        />
      )}
    </>
  );
}
