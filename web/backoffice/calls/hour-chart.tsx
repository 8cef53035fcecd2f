import { statistics as t } from '../../ui/messages/backoffice-calls-fr.ts';
import type { Line } from './calls-api.ts';

const width = 640;
const height = 180;
const foot = 24;
const head = 18;

/** Bars of calls, answered below and unanswered above. The table that follows says the same: it is a picture, hidden from readers. */
export function HourChart(props: { lines: readonly Line[]; name(code: string): string; title: string }) {
  const { lines, name } = props;
  const most = Math.max(1, ...lines.map(({ calls }) => calls));
  const step = width / lines.length;
  const bar = Math.min(56, step * 0.62);
  const tall = (calls: number) => (calls / most) * (height - head - foot);
  return (
    <figure class="hour-chart" aria-hidden="true">
      <figcaption>
        <span class="legend-key answered">{t.legend.answered}</span>
        <span class="legend-key unanswered">{t.legend.unanswered}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="presentation">
        <line x1="0" x2={width} y1={height - foot} y2={height - foot} class="axis" />
        {lines.map(({ code, calls, answered }, at) => {
          const x = at * step + (step - bar) / 2;
          const middle = x + bar / 2;
          const base = height - foot;
          return (
            <g key={code}>
              <rect
                class="unanswered"
                x={x}
                width={bar}
                y={base - tall(calls)}
                height={tall(calls - answered)}
              />
              <rect class="answered" x={x} width={bar} y={base - tall(answered)} height={tall(answered)} />
              <text class="count" x={middle} y={base - tall(calls) - 5}>
                {calls}
              </text>
              <text x={middle} y={height - 6}>
                {name(code ?? '')}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
