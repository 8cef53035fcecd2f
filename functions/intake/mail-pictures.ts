import { binaryOf } from './mime/binary.ts';
import { kindOfPicture } from './mime/picture-kind.ts';
import type { MailFile, Reading } from './mime/reading.ts';

/** Below this a picture within the words is a logo or a line, not a piece of evidence. */
const smallestPiece = 8 * 1024;
const largestShown = 150_000;
const largestAll = 600_000;

/**
 * Pictures within the HTML of a mail: the small ones may be shown where they stand; a photograph is a piece like any other, and
 * mere decoration is none.
 */
export function picturesOf({ html, files }: Reading): {
  pictureOf(cid: string): string | undefined;
  files: MailFile[];
} {
  const used = new Set([...html.matchAll(/cid:([^"'\s>)]{1,500})/gi)].map((found) => found[1] ?? ''));
  let shown = 0;
  return {
    files: files.filter(({ cid, type, content }) => {
      const isDecoration = cid !== null && used.has(cid) && type.startsWith('image/');
      return !(isDecoration && content.length < smallestPiece);
    }),
    pictureOf(cid) {
      const file = files.find((one) => one.cid === cid);
      const kind = file && kindOfPicture(file.content);
      if (!kind || file.content.length > largestShown || shown + file.content.length > largestAll)
        return undefined;
      shown += file.content.length;
      return `data:${kind};base64,${btoa(binaryOf(file.content))}`;
    },
  };
}
