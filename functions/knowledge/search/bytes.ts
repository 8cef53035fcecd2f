/** Writes numbers in as few bytes as they need, and texts behind their length. */
export const byteWriter = () => {
  let bytes = new Uint8Array(4096);
  let length = 0;
  const encoder = new TextEncoder();
  const room = (more: number) => {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(bytes.length * 2, length + more));
    wider.set(bytes);
    bytes = wider;
  };
  const number = (value: number) => {
    room(5);
    let rest = value;
    while (rest > 127) {
      bytes[length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  };
  return {
    number,
    text(value: string) {
      const encoded = encoder.encode(value);
      number(encoded.length);
      room(encoded.length);
      bytes.set(encoded, length);
      length += encoded.length;
    },
    done: () => bytes.slice(0, length),
  };
};

/** Reads what `byteWriter` wrote, in the same order. @throws when the bytes end too early */
export const byteReader = (bytes: Uint8Array) => {
  const decoder = new TextDecoder();
  let at = 0;
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('index-truncated');
    return byte;
  };
  const number = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = next();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  };
  return {
    number,
    text() {
      const length = number();
      if (at + length > bytes.length) throw new Error('index-truncated');
      at += length;
      return decoder.decode(bytes.subarray(at - length, at));
    },
  };
};
