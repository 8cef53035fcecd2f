import type { ComponentChildren } from 'preact';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import type { Move, View } from './view.ts';

type Tool = { move: Move; label: string; sign: string; off?: boolean };

/** The signs are drawn characters hidden from assistive technology; the name of each button is a sentence. */
export function ViewerToolbar(props: {
  view: View;
  pages: number;
  original: string | null;
  onMove(move: Move): void;
  children?: ComponentChildren;
}) {
  const { view, pages } = props;
  const turning: Tool[] = [
    { move: 'previous', label: t.previous, sign: '‹', off: view.page <= 1 },
    { move: 'next', label: t.next, sign: '›', off: view.page >= pages },
  ];
  const looking: Tool[] = [
    { move: 'zoom-out', label: t.zoomOut, sign: '−', off: view.zoom <= 0.5 },
    { move: 'zoom-in', label: t.zoomIn, sign: '+', off: view.zoom >= 4 },
    { move: 'fit', label: t.fit, sign: '↔' },
    { move: 'turn', label: t.rotate, sign: '⟳' },
  ];
  const button = (tool: Tool) => (
    <button
      type="button"
      class="tool"
      key={tool.label}
      aria-label={tool.label}
      title={tool.label}
      aria-disabled={tool.off ? 'true' : undefined}
      onClick={() => tool.off || props.onMove(tool.move)}
    >
      <span aria-hidden="true">{tool.sign}</span>
    </button>
  );
  return (
    <div class="viewer-toolbar" role="toolbar" aria-label={t.toolbar}>
      <div class="tools">
        {pages > 1 && turning.map(button)}
        <span class="tool-say" role="status">
          {t.pageOf(view.page, pages)}
        </span>
      </div>
      <div class="tools">
        {looking.map(button)}
        <span class="tool-say">{t.zoom(Math.round(view.zoom * 100))}</span>
      </div>
      {props.children}
      {props.original && (
        <a
          class="tool-link"
          href={props.original}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t.open}
        >
          {t.original}
        </a>
      )}
    </div>
  );
}
