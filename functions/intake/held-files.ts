/** Files that hold others, or programs within a document: what they carry is not seen from outside. */
const archives =
  /\.(zip|rar|7z|gz|tgz|tar|bz2?|xz|zst|cab|iso|img|ace|arj|lzh|z|docm|dotm|xlsm|xltm|xlsb|pptm|one|onepkg)$/i;
const signatures = ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ', 'MSCF', 'PK\x03\x04', 'PK\x05\x06'];

/** Whether a file whose content is not a known document is an archive. @param isKnown as an office file, which is a zip too */
export const isArchive = (name: string, bytes: Uint8Array, isKnown: boolean): boolean => {
  if (archives.test(name.trim())) return true;
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return !isKnown && (signatures.some((one) => head.startsWith(one)) || isTar(bytes));
};
const isTar = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar';
