/** What a logo or a code is drawn from: filled shapes, in the units of `viewBox`. */
export type Shape = { fill: string; isEvenOdd: boolean } & (
  | { shape: 'path'; d: string }
  | { shape: 'ellipse'; cx: number; cy: number; rx: number; ry: number }
  | { shape: 'rect'; x: number; y: number; width: number; height: number }
);
export type Drawing = { x: number; y: number; width: number; height: number; shapes: Shape[] };

const element = /<([a-z]+)\b([^>]*?)\/?>/gi;
const attribute = /([a-zA-Z-]+)\s*=\s*"([^"]*)"/g;
const plain = new Set(['svg', 'path', 'circle', 'ellipse', 'rect', 'polygon', 'title', 'desc', 'g']);
const colour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const path = /^[\sMmLlHhVvCcSsQqTtAaZz0-9.,+eE-]+$/;

/**
 * Reads a simple SVG: paths, circles, ellipses, rectangles and polygons with plain fills. Null for anything it does not
 * understand whole (transforms, gradients, strokes, styles, text): half a logo is no logo.
 */
export const svgShapes = (svg: string): Drawing | null => {
  const elements = [...svg.replace(/<\?[^>]*>|<!--[\s\S]*?-->/g, '').matchAll(element)].map(
    ([, name = '', attributes = '']) => ({
      name: name.toLowerCase(),
      at: Object.fromEntries([...attributes.matchAll(attribute)].map(([, key, value]) => [key, value])) as At,
    }),
  );
  const [root] = elements;
  const box = (root?.at.viewBox ?? '').split(/[\s,]+/).map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = box;
  if (root?.name !== 'svg' || box.length !== 4 || !(width > 0 && height > 0)) return null;
  if (elements.some(({ name, at }) => !plain.has(name) || at.transform || at.style || at.stroke)) return null;
  const groupFill = elements.find(({ name }) => name === 'g')?.at.fill;
  const shapes = elements
    .filter(({ name }) => !['svg', 'g', 'title', 'desc'].includes(name))
    .map(({ name, at }) => shapeOf(name, at, at.fill ?? groupFill ?? root.at.fill ?? '#000000'));
  if (shapes.length === 0 || shapes.some((one) => one === null)) return null;
  return { x, y, width, height, shapes: shapes.filter((one) => one !== null) };
};

type At = Record<string, string | undefined>;
const shapeOf = (name: string, at: At, fill: string): Shape | null => {
  if (!colour.test(fill)) return null;
  const common = { fill, isEvenOdd: at['fill-rule'] === 'evenodd' };
  const value = (key: string) => Number(at[key] ?? 0);
  switch (name) {
    case 'path':
      return at.d && path.test(at.d) ? { ...common, shape: 'path', d: at.d } : null;
    case 'circle':
      return {
        ...common,
        shape: 'ellipse',
        cx: value('cx'),
        cy: value('cy'),
        rx: value('r'),
        ry: value('r'),
      };
    case 'ellipse':
      return {
        ...common,
        shape: 'ellipse',
        cx: value('cx'),
        cy: value('cy'),
        rx: value('rx'),
        ry: value('ry'),
      };
    case 'polygon':
      return at.points && path.test(at.points) ? { ...common, shape: 'path', d: `M${at.points}Z` } : null;
    default:
      return {
        ...{ ...common, shape: 'rect', x: value('x'), y: value('y') },
        ...{ width: value('width'), height: value('height') },
      };
  }
};
