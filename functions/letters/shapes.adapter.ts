import { drawingSVG, qrcode } from 'bwip-js/node';
import type { Box } from './envelope.ts';
import { type Drawing, svgShapes } from './svg-shapes.ts';
import { artifact, type Doc, mm, type Opened, type Struct } from './tagged-pdf.adapter.ts';

/** Draws filled shapes inside a box (millimetres), whole and in proportion. */
const draw = (doc: Doc, { x, y, width, height, shapes }: Drawing, box: Box): void => {
  const scale = Math.min(mm(box.width) / width, mm(box.height) / height);
  doc.save();
  doc.translate(mm(box.x), mm(box.y)).scale(scale).translate(-x, -y);
  for (const shape of shapes) {
    if (shape.shape === 'path') doc.path(shape.d);
    else if (shape.shape === 'ellipse') doc.ellipse(shape.cx, shape.cy, shape.rx, shape.ry);
    else doc.rect(shape.x, shape.y, shape.width, shape.height);
    doc.fill(shape.fill, shape.isEvenOdd ? 'even-odd' : 'non-zero');
  }
  doc.restore();
};

/** A picture with the words that stand for it. */
export const figure = (
  { doc, root }: Opened,
  picture: Drawing,
  { box, alt, into = root }: { box: Box; alt: string; into?: Struct },
): void => {
  const bbox = [mm(box.x), mm(box.y), mm(box.x + box.width), mm(box.y + box.height)];
  const options = { alt, bbox, placement: 'Block' } as { alt: string };
  const { x, y } = doc;
  into.add(doc.struct('Figure', options, [() => draw(doc, picture, box)]));
  doc.x = x;
  doc.y = y;
};

/** A QR code that reads at arm's length; the quiet zone is the caller's. */
export const codePicture = (text: string, eclevel: 'M' | 'Q' = 'M'): Drawing => {
  const drawn = svgShapes(qrcode({ bcid: 'qrcode', text, eclevel, scale: 1 } as never, drawingSVG()));
  if (!drawn) throw new Error('code-not-drawn');
  return drawn;
};

/** One of our own codes: in capitals it takes so much less room that a quarter of it may be stained. */
export const ownCodePicture = (text: string): Drawing => codePicture(text.toUpperCase(), 'Q');

type Point = { x: number; y: number };
/** A dashed line to cut along (millimetres). */
export const cutLine = (doc: Doc, from: Point, to: Point): void => {
  artifact(doc, 'Layout', () => {
    doc.lineWidth(0.7).strokeColor('#6b6b6b').dash(4, { space: 3 });
    doc.moveTo(mm(from.x), mm(from.y)).lineTo(mm(to.x), mm(to.y)).stroke().undash();
  });
};
