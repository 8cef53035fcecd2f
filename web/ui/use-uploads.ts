import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from './api.ts';
import type { SentFile } from './file-upload.tsx';
import { lighten, type Place, sendFile } from './upload.ts';
import { type Kind, refused, typeOf } from './upload-rules.ts';

/** `failure`: a code; `again`: it is tried again by itself. */
export type Pending = {
  key: string;
  file: File;
  percent: number;
  failure?: string | undefined;
  again?: boolean;
  abort: AbortController;
};
/** Where files wait to be sent, so that a reload or a cut loses none. */
export type FileShelf = {
  list(): Promise<{ key: string; file: File }[]>;
  put(key: string, file: File): Promise<void>;
  drop(key: string): Promise<void>;
};
export type Uploading = {
  files: readonly SentFile[];
  onChange: (change: (files: readonly SentFile[]) => SentFile[]) => void;
  /** Asks the API for a place: `startUpload` or `startAgentUpload`. */
  start: (file: { name: string; contentType: string; size: number }) => Promise<Place>;
  max: number;
  accept: readonly Kind[];
  /** How many files are neither sent nor given up: the form waits for them. */
  onPending?: ((count: number) => void) | undefined;
  keep?: FileShelf | undefined;
};

/** Before each new try by itself; then the return of the network, or the person, is waited for. */
const waits = [3_000, 10_000, 30_000];
const passing = ['network', 'timeout', 'unexpected', 'fault'];

/** Files sent as soon as they are chosen; a cut connection delays one and loses none. */
export function useUploads(props: Uploading, said: (name: string) => void) {
  const { files, onChange, start, max, accept, keep } = props;
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const current = useRef(pending);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const update = (change: (list: readonly Pending[]) => readonly Pending[]) => {
    current.current = change(current.current);
    setPending(current.current);
    props.onPending?.(current.current.length);
  };
  const patch = (key: string, part: Partial<Pending>) =>
    update((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: string) => {
    clearTimeout(timers.current.get(key));
    void keep?.drop(key).catch(() => undefined);
    update((list) => list.filter((each) => each.key !== key));
  };

  const send = async ({ key, file, abort }: Pending, tried = 0): Promise<void> => {
    clearTimeout(timers.current.get(key));
    patch(key, { failure: undefined, percent: 0, again: false });
    try {
      const light = await lighten(file);
      const place = await start({ name: light.name, contentType: typeOf(light), size: light.size });
      await sendFile(place, light, {
        signal: abort.signal,
        onProgress: (percent) => patch(key, { percent }),
      });
      drop(key);
      onChange((sent) => [...sent, { uploadId: place.uploadId, name: light.name, size: light.size }]);
      said(light.name);
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : 'network';
      if (code === 'aborted') return;
      const wait = passing.includes(code) ? waits[tried] : undefined;
      patch(key, { failure: code, again: wait !== undefined });
      const again = () => {
        const same = current.current.find((each) => each.key === key);
        if (same?.failure) void send(same, tried + 1);
      };
      if (wait !== undefined) timers.current.set(key, setTimeout(again, wait));
    }
  };
  const add = (chosen: readonly { key: string; file: File }[], isKept = false) => {
    const room = max - files.length - current.current.length;
    const added = chosen.map(({ key, file }, index): Pending => {
      const failure = index < room ? refused(file, accept) : 'too-many';
      return { key, file, percent: 0, ...(failure && { failure }), abort: new AbortController() };
    });
    update((list) => [...list, ...added]);
    for (const each of added) {
      if (each.failure) continue;
      if (!isKept) void keep?.put(each.key, each.file).catch(() => undefined);
      void send(each);
    }
  };

  useEffect(() => {
    let isGone = false;
    keep?.list().then(
      (left) => !isGone && left.length > 0 && add(left, true),
      () => undefined,
    );
    const back = () => {
      for (const each of current.current) if (passing.includes(each.failure ?? '')) void send(each);
    };
    addEventListener('online', back);
    return () => {
      isGone = true;
      removeEventListener('online', back);
      for (const timer of timers.current.values()) clearTimeout(timer);
    };
  }, []);

  return {
    pending,
    add: (chosen: readonly File[]) => add(chosen.map((file) => ({ key: crypto.randomUUID(), file }))),
    retry: (each: Pending) => void send(each),
    /** Whether trying again may change anything. */
    mayRetry: (each: Pending) =>
      each.failure !== undefined && !refused(each.file, accept) && files.length + pending.length <= max,
    giveUp: (each: Pending) => {
      each.abort.abort();
      drop(each.key);
    },
  };
}
