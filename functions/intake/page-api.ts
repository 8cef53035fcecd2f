import * as z from 'zod';
import { masked } from '../qualification/extraction/nir.ts';
import { late } from '../shared/api.ts';
import type { DocumentPage, ObjectRef } from './contact.ts';

/** A page ready for the viewer: addresses that hold some minutes, and the text that was read. */
export const ViewedPage = late(() =>
  z.object({
    page: z.number(),
    url: z.string(),
    width: z.number(),
    height: z.number(),
    text: z.string(),
    /** Address of its words with their places (documents/reading/words-file.ts), null where there are none. */
    words: z.string().nullable().default(null),
    /** Assumed unreadable: a person reads it. */
    isHandwritten: z.boolean().default(false),
  }),
);
type Viewed = z.infer<ReturnType<typeof ViewedPage>>;

/** A page as the viewer gets it; who may not see it has not come this far. */
export async function viewedPage(
  { page, image, width, height, text, words, isHandwritten = false }: DocumentPage,
  urlOf: (object: ObjectRef) => Promise<string>,
): Promise<Viewed> {
  const [url = '', layer = null] = await Promise.all(
    [image, words].map(async (key) => (key ? await urlOf({ bucket: 'documents', key }) : undefined)),
  );
  return { page, url, width, height, text: masked(text), words: layer, isHandwritten };
}
