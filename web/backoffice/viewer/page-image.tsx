import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import type { View } from './view.ts';

type Page = { page: number; url: string; width: number; height: number };

/**
 * One page at its zoom and turn, drawn as SVG: sizes are then attributes, where the content security policy would refuse
 * styles, and the place of the page is kept before its image arrives.
 */
export function PageImage(props: {
  page: Page;
  name: string;
  view: View;
  onReload(): void;
  /** Lies over the page, in its pixels, and turns with it. */
  children?: ComponentChildren;
}) {
  const [failed, setFailed] = useState('');
  const { page, view } = props;
  useEffect(() => setFailed(''), [page.url]);
  if (failed === page.url)
    return (
      <div class="page-failed" role="alert">
        <p>{t.imageFailed}</p>
        <button type="button" class="button" onClick={props.onReload}>
          {t.imageAgain}
        </button>
      </div>
    );
  const { width, height } = page;
  const [across, down] = view.turn % 2 === 1 ? [height, width] : [width, height];
  return (
    <svg
      class="page-image"
      role="img"
      aria-label={t.imageAlt(page.page, props.name)}
      width={`${view.zoom * 100}%`}
      viewBox={`0 0 ${across} ${down}`}
    >
      <g
        transform={`translate(${across / 2} ${down / 2}) rotate(${view.turn * 90}) translate(${-width / 2} ${-height / 2})`}
      >
        {/* Of each page its own: the picture before would stay, under words that are not on it, until the next came. */}
        <image
          key={page.url}
          href={page.url}
          width={width}
          height={height}
          onError={() => setFailed(page.url)}
        />
        {props.children}
      </g>
    </svg>
  );
}
