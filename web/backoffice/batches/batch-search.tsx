import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FieldFrame, TextField } from '../../ui/field.tsx';
import { SearchIcon } from '../../ui/icons.tsx';
import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';

type SearchProps = { day: string; today: string; onSearch(words: string): void };

/** By words, which may name somebody and never stand in the address, or by day, which does. */
export function BatchSearch({ day, today, onSearch }: SearchProps) {
  const [words, setWords] = useState('');
  return (
    <search class="batch-search" aria-label={t.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(words.trim());
        }}
      >
        <TextField
          id="batch-words"
          label={t.searchText}
          hint={t.searchHint}
          type="search"
          value={words}
          onChange={(value) => {
            setWords(value);
            if (value === '') onSearch('');
          }}
        />
        <Button type="submit" look="secondary">
          <SearchIcon />
          {t.searchButton}
        </Button>
      </form>
      <FieldFrame id="batch-day" label={t.searchDay}>
        <input
          id="batch-day"
          type="date"
          class="input"
          max={today}
          value={day}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            navigate(wanted ? `${base}/lots?le=${wanted}` : `${base}/lots`);
          }}
        />
        {day && <a href={`${base}/lots`}>{t.everyDay}</a>}
      </FieldFrame>
    </search>
  );
}
