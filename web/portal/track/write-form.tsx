import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { lazily } from '../../ui/lazily.tsx';
import { track } from '../../ui/messages/track-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { WriteBoxProps } from './write-box.tsx';

const WriteBox = lazily<WriteBoxProps>(async () => (await import('./write-box.tsx')).WriteBox);

/** A message to the department, below what is read first: its controls come once that stands. */
export function WriteForm({ request, ...box }: WriteBoxProps & { request: TrackedRequest }) {
  return (
    <section id="ecrire" tabIndex={-1} class="no-print">
      {request.mayWrite ? (
        <>
          <h2>{track.write}</h2>
          <WriteBox {...box} />
        </>
      ) : (
        <Notice>
          <p>{track.closedToWriting}</p>
        </Notice>
      )}
    </section>
  );
}
