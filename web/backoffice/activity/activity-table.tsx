import { activity as t } from '../../ui/messages/backoffice-activity-fr.ts';
import type { Part } from './activity-file.ts';

/** The same figures for each month, channel, department or procedure; a bar beside the volume says which are many. */
export function ActivityTable({ caption, head, rows }: Part) {
  const most = Math.max(1, ...rows.map(({ figures }) => figures.opened));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard scrolls it too.
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table class="figures activity-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t.opened}</th>
            <th scope="col">{t.settled}</th>
            <th scope="col">{t.inTime}</th>
            <th scope="col">{t.meanDays}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <div class="volume">
                  <span>{t.value(figures.opened)}</span>
                  <meter aria-hidden="true" min={0} max={most} value={figures.opened} />
                </div>
              </td>
              <td>{t.share(figures.settledShare)}</td>
              <td>{t.share(figures.inTimeShare)}</td>
              <td>{t.mean(figures.meanDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
