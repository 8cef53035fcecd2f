import { Button } from '../../ui/button.tsx';
import { slots as t } from '../../ui/messages/appointments-fr.ts';
import type { Week } from './use-slots.ts';

type Slot = { from: string; to: string };
type Props = {
  /** Id of the group: the error summary leads to its first button. */
  id: string;
  days: Week['days'];
  chosen: string | null;
  onChoose: (slot: Slot) => void;
};

/**
 * Free beginnings as radio buttons, a group a day. Days fold: the first is open, and the one that was chosen, so that a
 * phone shows the week at a glance.
 */
export function SlotDays({ id, days, chosen, onChoose }: Props) {
  return (
    <>
      {days.map(({ day, slots }, at) => (
        <details key={day} class="slot-day" open={at === 0 || slots.some(({ from }) => from === chosen)}>
          <summary>
            {t.dayTitle(day)} <span class="slot-count">{t.dayCount(slots.length)}</span>
          </summary>
          <fieldset class="slot-list">
            <legend class="visually-hidden">{t.dayTitle(day)}</legend>
            {slots.map((slot, index) => {
              const own = at === 0 && index === 0 ? id : `${id}-${slot.from}`;
              return (
                <span key={slot.from} class="slot">
                  <input
                    type="radio"
                    id={own}
                    name={id}
                    value={slot.from}
                    checked={chosen === slot.from}
                    onChange={() => onChoose(slot)}
                  />
                  <label for={own}>
                    <span class="visually-hidden">{t.dayTitle(day)} </span>
                    {t.slot(slot.from)}
                  </label>
                </span>
              );
            })}
          </fieldset>
        </details>
      ))}
    </>
  );
}

/** The first free slot, in one gesture. */
export function Soonest({ slot, onChoose }: { slot: Slot; onChoose: (slot: Slot) => void }) {
  return (
    <div class="soonest">
      <p>
        <span class="soonest-word">{t.soonest}</span> <strong>{t.soonestSlot(slot.from)}</strong>
      </p>
      <Button look="secondary" onClick={() => onChoose(slot)} about={t.soonestSlot(slot.from)}>
        {t.takeSoonest}
      </Button>
    </div>
  );
}
