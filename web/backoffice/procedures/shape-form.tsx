import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { named } from './auto-name.ts';
import { Control } from './control.tsx';
import { joined } from './document.ts';
import { saidAt, useDesk } from './editing.tsx';
import type { Shape } from './shapes.ts';

/** The properties of one object of the document; what few people need is behind a disclosure. */
export function ShapeForm({ shapes, path }: { shapes: readonly Shape[]; path: string }) {
  const { problems, change } = useDesk();
  const technical = shapes.filter((shape) => shape.technical);
  const isWrong = technical.some(({ key }) => saidAt(problems, joined(path, key), 'error'));
  return (
    <div
      class="shape-form"
      onFocusOut={(event) => {
        const isWording = /\.(label|title)$/.test((event.target as HTMLElement).id);
        if (isWording && technical.length > 0) change((before) => named(before, path));
      }}
    >
      {shapes
        .filter((shape) => !shape.technical)
        .map((shape) => (
          <Control key={shape.key} shape={shape} path={joined(path, shape.key)} />
        ))}
      {technical.length > 0 && (
        <details class="technical" open={isWrong || undefined}>
          <summary>{t.technical}</summary>
          {technical.map((shape) => (
            <Control key={shape.key} shape={shape} path={joined(path, shape.key)} />
          ))}
        </details>
      )}
    </div>
  );
}
