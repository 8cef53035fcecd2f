import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { editor as t, sections as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { useDesk } from './editing.tsx';
import { FormPart, StepPart } from './form-parts.tsx';
import type { Section } from './places.ts';
import { QuestionPart } from './question-part.tsx';
import { ShapeForm } from './shape-form.tsx';
import { sections } from './shapes.ts';
import { TranslationsPart } from './translations-part.tsx';
import { WorkflowPart } from './workflow-part.tsx';

/** The part of the procedure that is worked on now. */
export function Part({ path }: { path: string }) {
  const { readOnly } = useDesk();
  return (
    <fieldset class="part" disabled={readOnly}>
      <legend class="visually-hidden">{readOnly ? t.partReadOnly : t.part}</legend>
      <Shown path={path} />
    </fieldset>
  );
}

function Shown({ path }: { path: string }) {
  if (path === 'steps') return <FormPart />;
  if (path === 'workflow') return <WorkflowPart />;
  if (path === 'translations') return <TranslationsPart />;
  if (/^steps\.\d+$/.test(path)) return <StepPart key={path} path={path} />;
  if (path.startsWith('steps.')) return <QuestionPart key={path} path={path} />;
  const section = words[path as Section];
  return (
    <>
      <PartTitle key={path} hint={section?.hint}>
        {section?.title}
      </PartTitle>
      <ShapeForm shapes={sections[path] ?? []} path="" />
    </>
  );
}

/** Takes the focus when the part is chosen, so that the next Tab enters it. */
export function PartTitle({ children, hint }: { children: ComponentChildren; hint?: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current && document.activeElement?.closest('.outline, .part')) title.current?.focus();
    first.current = false;
  }, []);
  return (
    <>
      <h2 ref={title} tabIndex={-1} class="part-title">
        {children}
      </h2>
      {hint && <p class="part-hint">{hint}</p>}
    </>
  );
}
