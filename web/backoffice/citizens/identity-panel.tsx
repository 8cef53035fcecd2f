import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import type { Person } from './citizens-api.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import type { PersonProps } from './person-desk.tsx';

type Line = Person['identity'][number];

/** E.164 as it is said aloud in France. */
export const spoken = (phone: string): string =>
  phone.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5');

function Value({ field, value }: Pick<Line, 'field' | 'value'>) {
  if (field === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  if (field === 'phone') return <a href={`tel:${value}`}>{spoken(value)}</a>;
  if (field === 'birth') return <span>{value.length === 4 ? value : day(value)}</span>;
  return <span class={field === 'address' ? 'lines' : undefined}>{value}</span>;
}

/** Both names on one line when they were said together: they nearly always were. */
function withWholeName(lines: readonly Line[]): readonly Line[] {
  const [given, family] = (['givenName', 'familyName'] as const).map((field) =>
    lines.find((line) => line.field === field && !line.isSuperseded),
  );
  if (!given || !family || given.source !== family.source || given.at !== family.at) return lines;
  const whole = { ...family, value: `${given.value} ${family.value}` };
  return [whole, ...lines.filter((line) => line !== given && line !== family)];
}

/** Who it is, line by line, and where each line comes from. */
export function IdentityPanel({ person }: PersonProps) {
  const [correcting, setCorrecting] = useState(false);
  return (
    <section class="panel" aria-labelledby="identity-title">
      <div class="panel-head">
        <h2 id="identity-title">{t.identity}</h2>
        {person.may.correct && (
          <Button look="quiet" onClick={() => setCorrecting(true)}>
            {t.correct}
          </Button>
        )}
      </div>
      {person.identity.length === 0 && <p class="soft">{t.nothingKnown}</p>}
      <dl class="identity">
        {withWholeName(person.identity).map((line) => (
          <div key={`${line.field} ${line.value}`} class={line.isSuperseded ? 'superseded' : undefined}>
            <dt>
              {t.fields[line.field]}
              {line.isSuperseded && <span class="soft"> ({t.superseded})</span>}
            </dt>
            <dd>
              <Value {...line} />
              <span class="source">
                {t.origin(t.sources[line.source] ?? line.source, line.at, person.names[line.by])}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <CorrectDialog person={person} open={correcting} onClose={() => setCorrecting(false)} />
    </section>
  );
}
