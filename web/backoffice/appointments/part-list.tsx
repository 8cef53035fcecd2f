import { Button } from '../../ui/button.tsx';
import { agendaSettings as t } from '../../ui/messages/backoffice-agenda-fr.ts';
import type { Agenda } from './appointments-api.ts';
import type { PartName } from './part-form.tsx';

const shortDays = (days: readonly number[]): string[] => days.map((day) => t.dayNames[day - 1] ?? '');
const hoursLine = (hours: Agenda['places'][number]['hours']): string =>
  hours.map(({ days, from, to }) => t.days(shortDays(days), from, to)).join(' ; ');

/** What the list says of each one under its name. */
const lineOf = (agenda: Agenda, part: PartName, at: number): string => {
  if (part === 'places') {
    const place = agenda.places[at];
    return place ? `${place.address}. ${hoursLine(place.hours)}` : '';
  }
  if (part === 'reasons') {
    const reason = agenda.reasons[at];
    return reason ? t.reasonLine(reason.minutes, reason.buffer ?? 0) : '';
  }
  const desk = agenda.desks[at];
  const place = agenda.places.find(({ code }) => code === desk?.place)?.name ?? '';
  const names = desk?.reasons.map((code) => agenda.reasons.find((one) => one.code === code)?.name ?? code);
  return [place, names?.join(', ')].filter(Boolean).join('. ');
};
/** Reasons of other departments are not the agent's to change. */
const isTheirs = (agenda: Agenda, part: PartName, at: number, departments: readonly string[]): boolean => {
  const departmentOf = (code: string) => agenda.reasons.find((one) => one.code === code)?.department ?? '';
  if (part === 'reasons') return departments.includes(agenda.reasons[at]?.department ?? '');
  if (part === 'desks')
    return (agenda.desks[at]?.reasons ?? []).every((code) => departments.includes(departmentOf(code)));
  return true;
};

type Props = {
  part: PartName;
  agenda: Agenda;
  mayEdit: boolean;
  departments: readonly string[];
  onEdit: (at: number | null) => void;
};

export function PartList({ part, agenda, mayEdit, departments, onEdit }: Props) {
  return (
    <section class="agenda-part">
      <h2>{t.parts[part]}</h2>
      {!mayEdit && <p class="hint">{t.only}</p>}
      <ul class="agenda-lines">
        {agenda[part].map(({ code, name }, at) => (
          <li key={code} class="agenda-line">
            <span class="agenda-who">
              <strong>{name}</strong>
              <span class="soft">{lineOf(agenda, part, at)}</span>
            </span>
            <span class="agenda-acts">
              {mayEdit && isTheirs(agenda, part, at, departments) && (
                <Button look="secondary" onClick={() => onEdit(at)} about={name}>
                  {t.edit}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Button look="secondary" onClick={() => onEdit(null)}>
          {t.add[part]}
        </Button>
      )}
    </section>
  );
}
