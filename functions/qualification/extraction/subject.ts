/** "Objet : ..." of a letter, else the first sentence that is neither a greeting nor an address. */
export const subjectIn = (text: string): string => {
  const written = text.match(/^\s*objet\s*[:;]\s*(.+)$/imu)?.[1]?.trim();
  if (written) return written.slice(0, 150);
  const greeting = text.search(/^(?:bonjour|madame|monsieur|messieurs|mesdames)\b.*$/imu);
  const body = greeting < 0 ? text : text.slice(greeting).replace(/^.*(?:\r?\n|,)/, '');
  const sentence =
    body
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(?<=[.!?])\s/)[0] ?? '';
  return sentence.length > 120 ? `${sentence.slice(0, 117).replace(/\s+\S*$/, '')}…` : sentence;
};
