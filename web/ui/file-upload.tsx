import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { describedBy, type FieldProps, GroupFrame } from './field.tsx';
import { CameraIcon, UploadIcon } from './icons.tsx';
import { kit } from './messages/fr.ts';
import { parts } from './messages/parts-fr.ts';
import { types } from './upload-rules.ts';
import { type Pending, type Uploading, useUploads } from './use-uploads.ts';

/** A file that is where it must be. */
export type SentFile = { uploadId: string; name: string; size: number };
type FileUploadProps = FieldProps &
  Uploading & {
    /** Other ways to bring a file: from the safe, from the phone. */
    offers?: ComponentChildren;
  };

/** Files sent as soon as they are chosen, each with its progress, its retry and its removal. */
export function FileUpload({ offers, ...given }: FileUploadProps) {
  const { files, onChange, start: _start, max, accept, onPending: _count, keep: _keep, ...field } = given;
  const [spoken, say] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { pending, add, retry, mayRetry, giveUp } = useUploads(given, (name) =>
    say(parts.upload.spokenDone(name)),
  );
  const isTouch = useTouch();
  const hasCamera = isTouch && accept.includes('image');
  const remove = (name: string, act: () => void) => {
    act();
    say(parts.upload.removed(name));
    input.current?.focus();
  };
  const total = files.length + pending.length;
  const limits = parts.upload.limits(
    max,
    accept.map((kind) => parts.upload.kinds[kind]),
  );

  return (
    <GroupFrame {...field} hint={[field.hint, limits].filter(Boolean).join(' ')}>
      <p role="status" class="visually-hidden">
        {spoken}
      </p>
      {total > 0 && (
        <ul class="files" aria-label={parts.upload.files}>
          {files.map((file) => (
            <FileLine
              key={file.uploadId}
              name={file.name}
              state={parts.upload.done(file.size)}
              onRemove={() =>
                remove(file.name, () =>
                  onChange((sent) => sent.filter((each) => each.uploadId !== file.uploadId)),
                )
              }
            />
          ))}
          {pending.map((each) => (
            <FileLine
              key={each.key}
              name={each.file.name}
              state={each.failure ? failureSentence(each) : parts.upload.progress(each.percent)}
              percent={each.failure ? undefined : each.percent}
              failed={Boolean(each.failure)}
              onRetry={mayRetry(each) ? () => retry(each) : undefined}
              onRemove={() => remove(each.file.name, () => giveUp(each))}
            />
          ))}
        </ul>
      )}
      <div class="file-choice">
        <input
          ref={input}
          type="file"
          id={field.id}
          multiple={max > 1}
          accept={accept.flatMap((kind) => types[kind]).join(',')}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy({ ...field, hint: limits })}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <label class="button secondary" for={field.id}>
          <UploadIcon />
          {total > 0 ? parts.upload.chooseMore : parts.upload.choose}
          <span class="visually-hidden"> ({field.label})</span>
        </label>
        {hasCamera && total < max && (
          <>
            <input
              type="file"
              id={`${field.id}-photo`}
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
            <label class="button secondary" for={`${field.id}-photo`}>
              <CameraIcon />
              {parts.upload.photo}
              <span class="visually-hidden"> ({field.label})</span>
            </label>
          </>
        )}
      </div>
      {offers}
    </GroupFrame>
  );
}

function FileLine(props: {
  name: string;
  state: string;
  percent?: number;
  failed?: boolean;
  onRetry?: () => void;
  onRemove: () => void;
}) {
  const { name, state, percent, failed, onRetry, onRemove } = props;
  return (
    <li class={failed ? 'file failed' : 'file'}>
      <span class="file-name">{name}</span>
      <span class="file-state" role={failed ? 'alert' : undefined}>
        {state}
      </span>
      {percent !== undefined && (
        <progress max={100} value={percent} aria-label={parts.upload.sending(name, percent)} />
      )}
      <span class="file-actions">
        {onRetry && (
          <button type="button" class="link" onClick={onRetry}>
            {parts.upload.retry}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
        <button type="button" class="link" onClick={onRemove}>
          {parts.upload.remove}
          <span class="visually-hidden"> {name}</span>
        </button>
      </span>
    </li>
  );
}

/** A finger for a pointer: a phone or a tablet, which has a camera. Known once the page stands. */
function useTouch(): boolean {
  const [isTouch, setTouch] = useState(false);
  useEffect(() => setTouch(matchMedia('(pointer: coarse)').matches), []);
  return isTouch;
}

function failureSentence({ failure: code = '', file, again }: Pending): string {
  const { failures } = parts.upload;
  if (code === 'too-large') return failures['too-large'](file.size);
  if (again) return failures.again;
  if (code === 'empty' || code === 'unsupported-type' || code === 'too-many' || code === 'network')
    return failures[code];
  return code === 'timeout' ? failures.network : kit.problem(code);
}
