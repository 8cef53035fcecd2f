import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { writtenIn } from '../written.ts';
import type { PublicReport, Setting } from './reports-api.ts';

export type Chosen = { commune: string; category: string; state: PublicReport['state'] | '' };
export const noFilter: Chosen = { commune: '', category: '', state: '' };
const states = ['reported', 'taken', 'resolved'] as const;

/** Three choices and a button: nothing changes before it is pressed. */
export function MapFilters(props: {
  site: Site;
  setting: Setting;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) {
  const [typed, setTyped] = useState(props.chosen);
  const set = (more: Partial<Chosen>) => setTyped({ ...typed, ...more });
  return (
    <form
      class="map-filters"
      aria-label={t.list.filters}
      onSubmit={(event) => {
        event.preventDefault();
        props.onChange({ ...typed });
      }}
    >
      <Select
        id="filtre-commune"
        label={t.place.commune}
        empty={t.list.allCommunes}
        options={props.site.communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={typed.commune}
        onChange={(commune) => set({ commune })}
      />
      <Select
        id="filtre-type"
        label={t.list.category}
        optionsLang={writtenIn(props.setting)}
        empty={t.list.allCategories}
        options={props.setting.categories.map(({ code, label }) => ({ value: code, label }))}
        value={typed.category}
        onChange={(category) => set({ category })}
      />
      <Select
        id="filtre-etat"
        label={t.list.state}
        empty={t.list.allStates}
        options={states.map((state) => ({ value: state, label: t.states[state] }))}
        value={typed.state}
        onChange={(state) => set({ state: states.find((one) => one === state) ?? '' })}
      />
      <Button type="submit" look="secondary">
        {t.list.apply}
      </Button>
    </form>
  );
}
