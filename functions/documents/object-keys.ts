const four = (number: number) => String(number).padStart(4, '0');

/** Names of what is made of a file, in the documents bucket. */
export const imageKey = (id: string, page: number) => `pages/${id}/${four(page)}.webp`;
export const readingKey = (id: string, page: number, turned: number) =>
  `pages/${id}/${four(page)}-read${turned ? `-${turned}` : ''}.jpg`;
export const archiveKey = (fileId: string, firstPage: number) =>
  `letters-in/${fileId}/${four(firstPage)}.pdf`;
/** Words of a page with their boxes, lying as the page is shown (reading/words-file.ts). */
export const wordsKey = (id: string, page: number) => `pages/${id}/${four(page)}-words.json`;
/** Reading pictures that one job reads together; not kept. */
export const packKey = (id: string, pack: string) => `packs/${id}/${pack}.pdf`;
