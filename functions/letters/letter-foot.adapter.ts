import type { LetterGiven, Mention, SealPlace, SignatureBlock } from './letter.ts';
import { signatureField } from './letter.ts';
import { paper, signing } from './messages/paper-fr.ts';
import { grey, keepTogether, write } from './pdf-blocks.adapter.ts';
import { codePicture, figure } from './shapes.adapter.ts';
import { addSignatureField } from './signature-field.adapter.ts';
import { mm, type Opened } from './tagged-pdf.adapter.ts';

const column = { x: 110, width: 80 };
const sealHeight = 18;

/** Everything under the text, in the order it is read: who signs, what is enclosed, the mentions of law. */
export const drawFoot = (opened: Opened, given: LetterGiven): SealPlace | null => {
  const seal = given.signature ? drawSignature(opened, given.signature, given) : null;
  if (given.enclosures.length > 0) write(opened, paper.enclosed(given.enclosures), { size: 9.5, after: 3 });
  for (const mention of given.mentions ?? []) drawMention(opened, mention);
  return seal;
};

/** `Pour le maire et par delegation, quality, [place of the seal], First name NAME` (CRPA L212-1). */
const drawSignature = (opened: Opened, block: SignatureBlock, given: LetterGiven): SealPlace => {
  const { doc } = opened;
  const { signatory, capacity, mode } = block;
  const name = `${signatory.givenName} ${signatory.familyName.toLocaleUpperCase('fr')}`;
  keepTogether(doc, mm(sealHeight + (capacity ? 24 : 18)));
  doc.y += mm(2);
  if (capacity) write(opened, `${capacity},`, { ...column, after: 0 });
  write(opened, signatory.title, { ...column, after: 1 });
  const top = doc.y / mm(1);
  const page = doc.bufferedPageRange().count - 1;
  const box = { x: column.x, y: top, width: column.width, height: sealHeight };
  const seal = addSignatureField(opened, { name: signatureField, about: signing.field(name), box });
  drawProof(opened, given, { mode, top });
  write(opened, name, { ...column, y: top + sealHeight + 1, bold: true, after: 4 });
  return { page, ...seal };
};

const drawProof = (
  opened: Opened,
  { authority, verification }: LetterGiven,
  { mode, top }: { mode: SignatureBlock['mode']; top: number },
): void => {
  const words = mode === 'seal' ? signing.seal(authority.name) : signing[mode];
  const at = { size: 8.5, colour: grey, y: top, after: 0 };
  if (!verification) {
    write(opened, words, { ...at, x: 20, width: 80 });
    return;
  }
  const box = { x: 20, y: top, width: 18, height: 18 };
  figure(opened, codePicture(verification.url), { box, alt: signing.codeAlt });
  write(opened, `${words}\n${signing.verify(verification.url)}`, { ...at, x: 41, width: 62 });
};

const drawMention = (opened: Opened, { title, text }: Mention): void => {
  const { doc } = opened;
  doc.font('regular').fontSize(9);
  keepTogether(doc, doc.heightOfString(text, { width: mm(170) }) + mm(8));
  write(opened, title, { tag: 'H2', bold: true, size: 9.5, after: 0.6 });
  write(opened, text, { size: 9, after: 2.6 });
};
