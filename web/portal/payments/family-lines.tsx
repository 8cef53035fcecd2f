import type { listLines } from '../../../functions/payments/family-api.ts';
import type { AnswerOf } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { euros, pay } from '../../ui/messages/payments-fr.ts';

const t = pay.families;
type Page = AnswerOf<typeof listLines>;
type Props = { lines: Page['lines']; next: string | null; busy: boolean; onMore: (after: string) => void };

/** Movements of a prepaid account, the newest first, a page at a time. */
export function FamilyLines({ lines, next, busy, onMore }: Props) {
  if (lines.length === 0) return <p class="soft">{t.noLine}</p>;
  return (
    <>
      <table class="pay-table">
        <caption>{t.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.date}</th>
            <th scope="col">{t.columns.label}</th>
            <th scope="col">{t.columns.cents}</th>
            <th scope="col">{t.columns.balance}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{day(calendarDay(line.at))}</td>
              <td>{line.label}</td>
              <td>{t.signed(line.cents)}</td>
              <td>{euros(line.balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <Button look="quiet" busy={busy} onClick={() => onMore(next)}>
          {t.more}
        </Button>
      )}
    </>
  );
}
