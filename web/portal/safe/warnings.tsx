import { useEffect, useState } from 'preact/hooks';
import type { readWarnings, Warning } from '../../../functions/safe/needed-api.ts';
import { call, lastNow } from '../../ui/api.ts';
import { Checkbox } from '../../ui/choice-fields.tsx';
import { calendarDay } from '../../ui/messages/dates.ts';
import { safe } from '../../ui/messages/safe-fr.ts';
import { addresses } from '../frame.tsx';
import { kindName } from './document-card.tsx';

const t = safe.warnings;

function sentence({ kind, document, label, on }: Warning): string {
  const what = label || (document ? kindName(document.type) : '');
  if (kind === 'season') return on <= calendarDay(lastNow()) ? t.open(what) : t.season(what, on);
  return kind === 'expired' ? t.expired(what, on) : t.expires(what, on);
}

/** Asked again when `changed` does; undefined until it is known, and as good without. */
export function useWarnings(changed: number): readonly Warning[] | undefined {
  const [warnings, setWarnings] = useState<readonly Warning[]>();
  useEffect(() => {
    // The safe itself works without them.
    call<typeof readWarnings>('GET /api/citizen/safe/warnings', {}).then(
      (answer) => setWarnings(answer.warnings),
      () => setWarnings((before) => before ?? []),
    );
  }, [changed]);
  return warnings;
}

/** What will be missing or out of date when it is needed; nothing at all when there is nothing to say. */
export function Warnings({ warnings }: { warnings: readonly Warning[] | undefined }) {
  if (!warnings || warnings.length === 0) return null;
  return (
    <section class="safe-warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t.title}</h2>
      <ul>
        {warnings.map((one) => (
          <li key={`${one.kind}${one.document?.id}${one.procedure?.id}${one.label}`}>
            {sentence(one)}
            {one.procedure && (
              <>
                {' · '}
                <a href={`${addresses.procedures}/${one.procedure.id}`}>{one.procedure.title}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type MailsProps = { byMail: boolean; onByMail: (byMail: boolean) => void };
/** The same by mail, for who wants it. */
export const WarnByMail = ({ byMail, onByMail }: MailsProps) => (
  <div class="safe-choice">
    <Checkbox {...{ id: 'warn-by-mail', label: t.byMail, checked: byMail, onChange: onByMail }} />
  </div>
);
