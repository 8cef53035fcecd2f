/** The text of a file: UTF-8, else what spreadsheets of Windows write. Null when it is no text. */
export async function readText(file: File): Promise<string | null> {
  const bytes = await file.arrayBuffer();
  try {
    return textOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return textOf(new TextDecoder('windows-1252').decode(bytes));
  }
}
const textOf = (text: string): string | null => (text.trim() === '' || text.includes('\0') ? null : text);
