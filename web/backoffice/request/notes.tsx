import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { toast } from '../../ui/status.tsx';
import { agentApi, type RequestFile } from '../data/agent-api.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import type { Reload } from './request-desk.tsx';

/** Between colleagues: another paper, another place, so that nobody writes one for the other. */
export function Notes({ request, onReload }: { request: RequestFile; onReload: Reload }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const key = useRef(newKey());
  const add = useMutation({
    mutationFn: () => agentApi.note(request.reference, text.trim(), key.current),
    onSuccess: async () => {
      key.current = newKey();
      setText('');
      toast(t.noteAdded, undefined, 5);
      await onReload();
    },
    onError: (problem) => setError(sentenceOf(problem)),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    setError(text.trim() ? undefined : t.noteMissing);
    if (text.trim()) add.mutate();
    else document.getElementById('note')?.focus();
  };
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">
        <LockIcon />
        {t.notes}
      </h2>
      <p class="soft">{request.notes.length > 0 ? t.notesHint : `${t.noNotes} ${t.notesHint}`}</p>
      {request.notes.length > 0 && (
        <ol>
          {request.notes.map((note) => (
            <li key={note.id}>
              <p class="message-head">
                <strong>{note.author}</strong>
                <time dateTime={note.at}>{dayAndTime(note.at)}</time>
              </p>
              <p class="lines">{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      {request.may.note && (
        <form onSubmit={submit} noValidate>
          <TextArea id="note" label={t.note} rows={3} value={text} error={error} onChange={setText} />
          <div class="buttons">
            <Button type="submit" look="secondary" busy={add.isPending}>
              {t.addNote}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
