import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from './api.ts';
import { describedBy, type FieldProps, GroupFrame } from './field.tsx';
import { UploadIcon } from './icons.tsx';
import { kit } from './messages/fr.ts';
import { parts } from './messages/parts-fr.ts';
import { lighten, type Place, sendFile } from './upload.ts';
import { type Kind, refused, typeOf, types } from './upload-rules.ts';

/** A file that is where it must be. */
export type SentFile = { uploadId: string; name: string; size: number };
type Pending = { key: number; file: File; percent: number; failure?: string; abort: AbortController };
type FileUploadProps = FieldProps & {
  files: readonly SentFile[];
  onChange: (change: (files: readonly SentFile[]) => SentFile[]) => void;
  /** Asks the API for a place: `startUpload` or `startAgentUpload`. */
  start: (file: { name: string; contentType: string; size: number }) => Promise<Place>;
  max: number;
  accept: readonly Kind[];
  /** How many files are neither sent nor given up: the form waits for them. */
  onPending?: (count: number) => void;
};

let lastKey = 0;

/** Files sent as soon as they are chosen, each with its progress, its retry and its removal. */
export function FileUpload({ files, onChange, start, max, accept, onPending, ...field }: FileUploadProps) {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [spoken, say] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const current = useRef(pending);
  const update = (change: (list: readonly Pending[]) => readonly Pending[]) => {
    current.current = change(current.current);
    setPending(current.current);
    onPending?.(current.current.length);
  };
  const patch = (key: number, part: Partial<Pending>) =>
    update((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: number) => update((list) => list.filter((each) => each.key !== key));

  const send = async ({ key, file, abort }: Pending) => {
    patch(key, { failure: undefined, percent: 0 });
    try {
      const light = await lighten(file);
      const place = await start({ name: light.name, contentType: typeOf(light), size: light.size });
      await sendFile(place, light, {
        signal: abort.signal,
        onProgress: (percent) => patch(key, { percent }),
      });
      drop(key);
      onChange((sent) => [...sent, { uploadId: place.uploadId, name: light.name, size: light.size }]);
      say(parts.upload.spokenDone(light.name));
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : 'network';
      if (code !== 'aborted') patch(key, { failure: failureSentence(code, file) });
    }
  };
  const add = (chosen: readonly File[]) => {
    const room = max - files.length - current.current.length;
    const added = chosen.map((file, index): Pending => {
      const refusal = index < room ? refused(file, accept) : 'too-many';
      const failure = refusal && failureSentence(refusal, file);
      return { key: ++lastKey, file, percent: 0, failure, abort: new AbortController() };
    });
    update((list) => [...list, ...added]);
    for (const each of added) if (!each.failure) void send(each);
  };
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
              state={each.failure ?? parts.upload.progress(each.percent)}
              percent={each.failure ? undefined : each.percent}
              failed={Boolean(each.failure)}
              onRetry={
                each.failure && !refused(each.file, accept) && total <= max
                  ? () => void send(each)
                  : undefined
              }
              onRemove={() =>
                remove(each.file.name, () => {
                  each.abort.abort();
                  drop(each.key);
                })
              }
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
      </div>
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

function failureSentence(code: string, file: File): string {
  const { failures } = parts.upload;
  if (code === 'too-large') return failures['too-large'](file.size);
  if (code === 'empty' || code === 'unsupported-type' || code === 'too-many' || code === 'network')
    return failures[code];
  return code === 'timeout' ? failures.network : kit.problem(code);
}
