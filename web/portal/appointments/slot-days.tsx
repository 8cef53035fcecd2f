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

/** Free beginnings as radio buttons, a group a day: read from top to bottom, walked through by the arrows. */
export function SlotDays({ id, days, chosen, onChoose }: Props) {
  return (
    <>
      {days.map(({ day, slots }, at) => (
        <fieldset key={day} class="slot-day">
          <legend>
            {t.dayTitle(day)} <span class="slot-count">{t.dayCount(slots.length)}</span>
          </legend>
          <div class="slot-list">
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
          </div>
        </fieldset>
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
