import type { Needed } from '../../../functions/safe/needed-api.ts';
import type { SentFile } from '../../ui/file-upload.tsx';

export type HomeMember = { id: string; name: string; birth: string | null };
export type SafeOffer = Needed['found'][number];
/** What is known of whoever is signed in, as a form needs it; nothing of it is there for anybody else. */
export type Home = {
  /** Where the answer to a question comes from, while it is still that one. */
  origin: (field: string) => string | undefined;
  /** Whom the form may be about; empty when it does not ask. */
  members: readonly HomeMember[];
  member: string | undefined;
  choose: (member: string | undefined) => void;
  /** Documents of the safe that do for a required document. */
  safeFor: (document: string | undefined) => readonly SafeOffer[];
  take: (id: string) => Promise<SentFile>;
  /** Words of the last saving, on the service. */
  saved: string | undefined;
};
