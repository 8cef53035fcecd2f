import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Learning } from './learning-api.ts';

type Bin = Learning['reliability'][number];
const side = 300;
const edge = 62;
const end = 26;
const at = (share: number) => edge + share * (side - edge - end);
const up = (share: number) => side - at(share);
const marks = [0, 0.5, 1];

/** What was announced against what proved right: a picture for the eye, the table for everybody. */
export function Reliability({ bins }: { bins: Bin[] }) {
  const filled = bins.filter(({ proposed }) => proposed > 0);
  const most = Math.max(1, ...filled.map(({ proposed }) => proposed));
  const points = filled.map(({ confidence, right, proposed }) => ({
    x: at(confidence ?? 0),
    y: up(right ?? 0),
    radius: 4 + 7 * Math.sqrt(proposed / most),
  }));
  return (
    <section class="panel reliability" aria-labelledby="reliability">
      <h2 id="reliability">{t.curveTitle}</h2>
      <p>{t.curveText}</p>
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
        {marks.map((share) => (
          <g key={share}>
            <line class="grid" x1={at(0)} x2={at(1)} y1={up(share)} y2={up(share)} />
            <line class="grid" x1={at(share)} x2={at(share)} y1={up(0)} y2={up(1)} />
            <text class="across" x={at(share)} y={side - edge + 18}>
              {percent(share)}
            </text>
            <text class="beside" x={edge - 6} y={up(share) + 4}>
              {percent(share)}
            </text>
          </g>
        ))}
        <line class="exact" x1={at(0)} y1={up(0)} x2={at(1)} y2={up(1)} />
        <polyline class="curve" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y, radius }) => (
          <circle key={x} cx={x} cy={y} r={radius} />
        ))}
        <text class="across" x={at(0.5)} y={side - 4}>
          {t.curveSaid}
        </text>
        <text class="across" transform={`rotate(-90 11 ${up(0.5)})`} x="11" y={up(0.5)}>
          {t.curveRight}
        </text>
      </svg>
      <FiguresTable
        caption={t.curveCaption}
        box="curve-table"
        columns={[t.curve.from, t.curve.proposed, t.curve.said, t.curve.right]}
      >
        {filled.map(({ from, proposed, confidence, right }) => (
          <tr key={from}>
            <th scope="row">{t.between(from)}</th>
            <td>{number(proposed)}</td>
            <td>{percent(confidence ?? 0)}</td>
            <td>{percent(right ?? 0)}</td>
          </tr>
        ))}
      </FiguresTable>
      <p class="hint">{t.assumed}</p>
    </section>
  );
}
