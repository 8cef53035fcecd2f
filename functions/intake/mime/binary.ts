/** A mail is read as a binary string: one character a byte, so that positions are those of the message. */
export type Binary = string;

export function bytesOf(binary: Binary): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

const chunk = 8192;
/** Made in pieces: one character at a time costs ten times as much. */
export function binaryOf(bytes: Uint8Array): Binary {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return parts.join('');
}

export const hasHighBytes = (binary: Binary): boolean => /[\x80-\xff]/.test(binary);

export const untilNul = (content: Binary): Binary => content.replace(/\0[\s\S]*$/, '');
/** Little-endian, as Microsoft's formats write numbers. */
export const uint32 = (bytes: Binary, at: number): number =>
  (bytes.charCodeAt(at) |
    (bytes.charCodeAt(at + 1) << 8) |
    (bytes.charCodeAt(at + 2) << 16) |
    (bytes.charCodeAt(at + 3) << 24)) >>>
  0;
