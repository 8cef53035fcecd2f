import { useState } from 'preact/hooks';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { quarantine as t } from '../../ui/messages/backoffice-mail-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';
import { keepAsideWords } from '../search/words.ts';

export type Sought = { reason?: string; words?: string };
export const quarantineAddress = (reason?: string, after?: string): string => {
  const query = new URLSearchParams();
  if (reason) query.set('motif', reason);
  if (after) query.set('apres', after);
  const text = query.toString();
  return `${base}/quarantaine${text && `?${text}`}`;
};

/** The reason stands in the address; the words, which may name somebody, stay with the tab. */
export function QuarantineSearch({ sought }: { sought: Sought }) {
  const [reason, setReason] = useState(sought.reason ?? '');
  const [words, setWords] = useState(sought.words ?? '');
  return (
    <search>
      <form
        class="aside-search"
        onSubmit={(event) => {
          event.preventDefault();
          keepAsideWords(words.trim());
          navigate(quarantineAddress(reason));
        }}
      >
        <Select
          id="aside-reason"
          label={t.reason}
          empty={t.anyReason}
          value={reason}
          options={Object.entries(t.reasons).map(([value, label]) => ({ value, label }))}
          onChange={setReason}
        />
        <TextField
          id="aside-words"
          label={t.words}
          type="search"
          width="medium"
          value={words}
          onChange={setWords}
        />
        <button type="submit" class="button secondary">
          {t.search}
        </button>
      </form>
    </search>
  );
}
