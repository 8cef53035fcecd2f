import type { startHandover } from '../../../functions/drafts/handover-api.ts';
import { call } from '../../ui/api.ts';
import type { SentFile } from '../../ui/file-upload.tsx';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import { Handover } from './handover.tsx';

export type PhonePhotoProps = {
  procedure: string;
  field: { label: string; max: number; accept: ('pdf' | 'image' | 'office')[] };
  onFile: (file: SentFile) => void;
  onClose: () => void;
};

/** The photo of one question is taken by the phone, and appears here. */
export const PhonePhoto = ({ procedure, field, onFile, onClose }: PhonePhotoProps) => (
  <Handover
    title={t.photoTitle}
    text={t.photoText(field.label)}
    start={() =>
      call<typeof startHandover>('POST /api/public/handovers', {
        body: { kind: 'photo', procedure, title: field.label.slice(0, 200), field },
      })
    }
    onFile={onFile}
    onClose={onClose}
  />
);
