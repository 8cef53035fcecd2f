import type { ComponentChildren } from 'preact';

/** A table of figures that is read at once, or moved within its box where the screen is narrow. `caption` names both. */
export const FiguresTable = (props: {
  caption: string;
  /** Classes of the box, where it is not one that scrolls and nothing else. */
  box?: string;
  columns: readonly string[];
  /** The rows. */
  children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section class={props.box ?? 'scroll-table'} aria-label={props.caption} tabIndex={0}>
    <table class="figures">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </section>
);
