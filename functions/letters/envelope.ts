/**
 * Measures of a letter on A4 paper, in millimetres from the top left corner of the sheet, so that the address, and nothing
 * else, shows through the window of either envelope wherever the sheet slid.
 * Address: NF Z 10-011 (six lines of 38 characters, left aligned, nothing to the right nor below). Windows: the usual
 * stationery of French administrations, stated here so that an authority with another measures again.
 */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export const sheet = { width: 210, height: 297 } as const;

/** The window is placed from the top left corner of the envelope, face up as it is posted. */
export type Envelope = {
  readonly name: 'dl' | 'dl-large' | 'c4';
  readonly width: number;
  readonly height: number;
  /** Of the sheet once folded. */
  readonly folded: { readonly width: number; readonly height: number };
  readonly window: Box;
};
export const envelopes: readonly Envelope[] = [
  /** 110 x 220, sheet in three; window 35 x 100 at 20 mm from the right and from the bottom. */
  {
    ...{ name: 'dl', width: 220, height: 110, folded: { width: 210, height: 99 } },
    window: { x: 100, y: 55, width: 100, height: 35 },
  },
  /** The same with the window of 45 x 100. */
  {
    ...{ name: 'dl-large', width: 220, height: 110, folded: { width: 210, height: 99 } },
    window: { x: 100, y: 45, width: 100, height: 45 },
  },
  /** 229 x 324, sheet unfolded; window 50 x 110 at 20 mm from the right and 55 mm from the top. */
  {
    ...{ name: 'c4', width: 229, height: 324, folded: { width: 210, height: 297 } },
    window: { x: 99, y: 55, width: 110, height: 50 },
  },
];

/** Part of the sheet that shows whatever the sheet did inside the envelope. */
export const alwaysSeen = ({ width, height, folded, window }: Envelope): Box => ({
  x: window.x,
  y: window.y,
  width: window.width - (width - folded.width),
  height: window.height - (height - folded.height),
});
/** Part of the sheet that may show: it holds the address and nothing else. */
export const maybeSeen = ({ width, height, folded, window }: Envelope): Box => {
  const slide = { x: width - folded.width, y: height - folded.height };
  return {
    x: window.x - slide.x,
    y: window.y - slide.y,
    width: window.width + slide.x,
    height: window.height + slide.y,
  };
};

/** Where the address stands: inside `alwaysSeen` of every envelope above. */
export const addressPlace = { x: 105, y: 55.35, width: 84, height: 22.5 } as const;
/** Six lines in the height that every window shows. */
export const addressPitch = 3.75;
export const addressSize = { points: 9.8, least: 8.5 } as const;

/** Where the sheet is folded in three. */
export const folds = [99, 198] as const;
export const margins = { top: 28, bottom: 20, left: 20, right: 20 } as const;
/** Left column of the head, outside of the windows; the code of the letter, above them; the text, below. */
export const senderPlace = { x: 20, y: 34, width: 56, height: 70 } as const;
export const logoPlace = { x: 20, y: 11, width: 17, height: 17 } as const;
export const codePlace = { x: 172, y: 6, width: 18, height: 18 } as const;
/** Under the code, above what any window may show. */
export const shortPlace = { x: 130, y: 24.4, width: 60 } as const;
export const textTop = 107;
