import { type Html, html } from './html.ts';
import { messages } from './messages.ts';

type Cell = string | number | Html | undefined;

/** A table with a caption, or the caption and "nothing yet". */
export function table(caption: string, columns: readonly string[], rows: readonly Cell[][]): Html {
  if (!rows.length) return html`<h3>${caption}</h3><p class="none">${messages.none}</p>`;
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}

/** What happened, one after another: what it is, then when, how and to whom. */
export function events(caption: string, rows: readonly { title: Html | string; facts: Cell[] }[]): Html {
  if (!rows.length) return html`<h3>${caption}</h3><p class="none">${messages.none}</p>`;
  const items = rows.map(({ title, facts }) => {
    const known = facts.filter((fact) => fact !== undefined && fact !== '');
    return html`<li><p>${title}</p><p class="meta">${known.map((fact) => html`<span>${fact}</span> `)}</p></li>`;
  });
  return html`<h3>${caption}</h3><ul class="events">${items}</ul>`;
}

/** A part of the page; `live` parts are replaced when the page is refreshed. */
export function section(id: string, title: string, body: Html, isLive = true): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"${isLive && html` data-live`}>
<h2 id="${id}-title">${title}</h2>
${body}
</section>`;
}
