import { calls, statistics as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import type { Line } from './calls-api.ts';

/** The same figures for each hour, day, subject or group. */
export function LinesTable(props: {
  caption: string;
  head: string;
  lines: readonly Line[];
  name(code: string | null): string;
}) {
  const { caption, head, lines, name } = props;
  const timed = (seconds: number | null) => (seconds === null ? t.none : calls.seconds(seconds));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard too
    <section class="scroll-table" aria-label={caption} tabIndex={0}>
      <table class="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t.columns.calls}</th>
            <th scope="col">{t.columns.answered}</th>
            <th scope="col">{t.columns.rate}</th>
            <th scope="col">{t.columns.abandoned}</th>
            <th scope="col">{t.columns.wait}</th>
            <th scope="col">{t.columns.talk}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code ?? '-'}>
              <th scope="row">{name(line.code)}</th>
              <td>{number(line.calls)}</td>
              <td>{number(line.answered)}</td>
              <td>{line.answeredRate === null ? t.none : percent(line.answeredRate)}</td>
              <td>{number(line.abandoned + line.missed)}</td>
              <td>{timed(line.meanWait)}</td>
              <td>{timed(line.meanTalk)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
