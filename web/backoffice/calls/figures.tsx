import { calls, statistics as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import type { Statistics } from './calls-api.ts';

/** The figures that a head of the desk looks at first. */
export function CallFigures({ total, outbound }: Pick<Statistics, 'total' | 'outbound'>) {
  const timed = (seconds: number | null) => (seconds === null ? t.none : calls.seconds(seconds));
  const figures = [
    {
      name: t.figures.calls,
      value: number(total.calls),
      hint: t.figureHints.calls(total.typed, total.hidden),
    },
    {
      name: t.figures.answeredRate,
      value: total.answeredRate === null ? t.none : percent(total.answeredRate),
      hint: t.figureHints.closed(total.closed),
    },
    { name: t.figures.meanWait, value: timed(total.meanWait), hint: '' },
    { name: t.figures.meanTalk, value: timed(total.meanTalk), hint: '' },
    {
      name: t.figures.abandoned,
      value: number(total.abandoned),
      hint: total.missed ? `${number(total.missed)} ${t.figures.missed.toLowerCase()}` : '',
    },
  ];
  return (
    <>
      <dl class="call-figures">
        {figures.map(({ name, value, hint }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              {hint && <span class="soft">{hint}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {outbound > 0 && <p class="soft">{t.figureHints.outbound(outbound)}</p>}
    </>
  );
}
