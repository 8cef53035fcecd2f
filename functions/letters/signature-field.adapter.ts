import type { Box } from './envelope.ts';
import type { SealPlace } from './letter.ts';
import { type Doc, mm, type Opened } from './tagged-pdf.adapter.ts';

/** What pdfkit keeps of a form, which its types leave out. */
type Inner = {
  page: { annotations: { data: Record<string, unknown> }[] };
  _root: { data: { AcroForm: { data: { Fields: unknown[]; NeedAppearances?: boolean } } } };
};

/**
 * An empty signature field, tagged as part of the form and named aloud, so that sealing it later leaves the structure whole.
 * @param box millimetres; the answer is in points from the bottom left corner
 */
export const addSignatureField = (
  { doc, root }: Opened,
  { name, about, box }: { name: string; about: string; box: Box },
): Omit<SealPlace, 'page'> => {
  const inner = doc as unknown as Inner;
  if (!inner._root.data.AcroForm) doc.font('regular').initForm();
  const form = inner._root.data.AcroForm.data;
  delete form.NeedAppearances;
  const element = doc.struct('Form');
  root.add(element);
  const field = {
    ...{ Subtype: 'Widget', FT: 'Sig', T: new String(name), TU: new String(about), F: 132 },
    ...{ Contents: new String(about), structParent: element },
  };
  const at = { x: mm(box.x), y: mm(box.y), width: mm(box.width), height: mm(box.height) };
  annotate(doc, at, field);
  form.Fields.push(inner.page.annotations.at(-1));
  element.end();
  return { ...at, y: doc.page.height - at.y - at.height };
};

const annotate = (doc: Doc, { x, y, width, height }: Box, options: object) =>
  doc.annotate(x, y, width, height, options as PDFKit.Mixins.AnnotationOption);
