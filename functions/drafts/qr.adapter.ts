import { drawingSVG, qrcode } from 'bwip-js/node';
import { svgShapes } from '../letters/svg-shapes.ts';

/** A text as a QR code: one path in a square of `size`, quiet zone left to the page. */
export function drawCode(text: string): { size: number; path: string } {
  const drawn = svgShapes(qrcode({ bcid: 'qrcode', text, eclevel: 'M', scale: 1 } as never, drawingSVG()));
  const path = drawn?.shapes.flatMap((shape) => (shape.shape === 'path' ? shape.d : [])).join('');
  if (!drawn || !path) throw new Error('code-not-drawn');
  return { size: drawn.width, path };
}
