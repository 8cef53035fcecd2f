import { addDays } from '../../../functions/deadlines/day.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { PrintIcon } from '../../ui/icons.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { NearDay } from '../people/near-day.tsx';
import { withPlace } from './address.ts';

type Props = {
  page: string;
  places: readonly { code: string; name: string }[];
  place: string;
  day: string;
  today: string;
  /** Days from one to the next. */
  by: 1 | 7;
};

/** Which place and day are shown, and the ways to the next. */
export function PlaceAndDay({ page, places, place, day, today, by }: Props) {
  const go = (to: string) => navigate(withPlace(page, place, to));
  const words = by === 1 ? [t.previousDay, t.nextDay] : [t.previousWeek, t.nextWeek];
  return (
    <div class="agenda-choice no-print">
      <Select
        id="agenda-place"
        label={t.place}
        empty={null}
        value={place}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => navigate(withPlace(page, code, day))}
      />
      <NearDay id="agenda-day" label={t.day} value={day} onChange={(value) => value && go(value)} />
      <div class="agenda-turn">
        <Button look="secondary" onClick={() => go(addDays(day, -by))}>
          {words[0]}
        </Button>
        <Button look="quiet" onClick={() => go(today)}>
          {t.today}
        </Button>
        <Button look="secondary" onClick={() => go(addDays(day, by))}>
          {words[1]}
        </Button>
        <Button look="quiet" onClick={() => print()}>
          <PrintIcon />
          {t.print}
        </Button>
      </div>
    </div>
  );
}
