import { useEffect, useRef, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import type { View } from './view.ts';

type Page = { page: number; url: string; width: number; height: number };

/**
 * One page at its zoom and turn. Sizes are set through the object model, since the content security policy
 * forbids style attributes; the box keeps the page's proportions before the image arrives.
 */
export function PageImage(props: { page: Page; name: string; view: View; onReload(): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  const { page, view } = props;
  useEffect(() => setFailed(false), [page.url]);
  useEffect(() => {
    const box = frame.current;
    const picture = image.current;
    const pane = box?.parentElement;
    if (!box || !pane) return;
    const place = () => {
      const sideways = view.turn % 2 === 1;
      const width = Math.max(120, pane.clientWidth - 24) * view.zoom;
      const ratio = page.height / page.width;
      box.style.width = `${width}px`;
      box.style.height = `${sideways ? width / ratio : width * ratio}px`;
      if (!picture) return;
      picture.style.width = `${sideways ? width / ratio : width}px`;
      picture.style.transform = `translate(-50%, -50%) rotate(${view.turn * 90}deg)`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(pane);
    return () => watcher.disconnect();
  }, [page, view.zoom, view.turn]);
  return (
    <div class="page-frame" ref={frame}>
      {failed ? (
        <div class="page-failed" role="alert">
          <p>{t.imageFailed}</p>
          <button type="button" class="button" onClick={props.onReload}>
            {t.imageAgain}
          </button>
        </div>
      ) : (
        <img
          ref={image}
          src={page.url}
          alt={t.imageAlt(page.page, props.name)}
          decoding="async"
          onError={() => setFailed(true)}
        />
      )}
    </div>
  );
}
