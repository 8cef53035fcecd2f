import { Button } from '../../ui/button.tsx';
import { agendaSettings as t } from '../../ui/messages/backoffice-agenda-fr.ts';
import type { Agenda } from './appointments-api.ts';
import { ClockField } from './clock-field.tsx';

export type Hours = Agenda['places'][number]['hours'];
type Props = {
  id: string;
  label: string;
  hint?: string;
  hours: Hours;
  onChange: (hours: Hours) => void;
};

/** Stretches of a week: some days, from one hour to another. */
export function HoursEditor({ id, label, hint, hours, onChange }: Props) {
  const replace = (at: number, more: Partial<Hours[number]>) =>
    onChange(hours.map((one, index) => (index === at ? { ...one, ...more } : one)));
  return (
    <fieldset class="field agenda-hours">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {hours.map((stretch, at) => (
        <fieldset key={at} class="agenda-stretch">
          <legend>{t.stretch(at + 1)}</legend>
          <div class="agenda-days">
            {t.dayNames.map((name, index) => {
              const own = `${id}-${at}-${index}`;
              const day = index + 1;
              return (
                <span key={name} class="agenda-day-box">
                  <input
                    type="checkbox"
                    id={own}
                    checked={stretch.days.includes(day)}
                    onChange={(event) =>
                      replace(at, {
                        days: event.currentTarget.checked
                          ? [...stretch.days, day].sort()
                          : stretch.days.filter((one) => one !== day),
                      })
                    }
                  />
                  <label for={own}>{name}</label>
                </span>
              );
            })}
          </div>
          <div class="agenda-pair">
            <ClockField
              id={`${id}-${at}-from`}
              label={t.from}
              value={stretch.from}
              onChange={(from) => replace(at, { from })}
            />
            <ClockField
              id={`${id}-${at}-to`}
              label={t.to}
              value={stretch.to}
              onChange={(to) => replace(at, { to })}
            />
          </div>
          <Button
            look="quiet"
            onClick={() => onChange(hours.filter((_, index) => index !== at))}
            about={t.stretch(at + 1)}
          >
            {t.removeHours}
          </Button>
        </fieldset>
      ))}
      <Button
        look="secondary"
        onClick={() => onChange([...hours, { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }])}
        about={label}
      >
        {t.addHours}
      </Button>
    </fieldset>
  );
}
