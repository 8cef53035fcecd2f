const GSM = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_DOUBLE = new Set('^{}\\[~]|€');

/** How many texts the carrier bills: 160 characters (153 in several) of its own alphabet, else 70 (67) of Unicode. */
export function billedTexts(message: string): number {
  const chars = [...message];
  const isGsm = chars.every((char) => GSM.has(char) || GSM_DOUBLE.has(char));
  const length = isGsm
    ? chars.reduce((sum, char) => sum + (GSM_DOUBLE.has(char) ? 2 : 1), 0)
    : message.length;
  const [alone, joined] = isGsm ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / joined);
}
