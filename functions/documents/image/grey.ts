/** A page as light: one byte a pixel, 0 black to 255 white, rows one after the other. */
export type Grey = { width: number; height: number; data: Uint8Array };
