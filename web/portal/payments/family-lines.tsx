import type { listLines } from '../../../functions/payments/family-api.ts';
import type { AnswerOf } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { pay } from '../../ui/messages/payments-fr.ts';

const t = pay.families;
type Page = AnswerOf<typeof listLines>;
type Props = { lines: Page['lines']; next: string | null; busy: boolean; onMore: (after: string) => void };

/** Movements of a prepaid account, the newest first, a page at a time. */
export function FamilyLines({ lines, next, busy, onMore }: Props) {
  if (lines.length === 0) return <p class="soft">{t.noLine}</p>;
  return (
    <>
      <h4>{t.lines}</h4>
      <ul class="pay-movements">
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              <span lang={language.content}>{line.label}</span>
              <span class="soft">{day(calendarDay(line.at))}</span>
            </span>
            <span>
              {t.signed(line.cents)}
              <span class="soft">{t.balanceAfter(line.balance)}</span>
            </span>
          </li>
        ))}
      </ul>
      {next && (
        <Button look="quiet" busy={busy} onClick={() => onMore(next)}>
          {t.more}
        </Button>
      )}
    </>
  );
}
