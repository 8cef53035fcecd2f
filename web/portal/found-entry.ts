import { answerKind, procedureKind } from '../ui/messages/knowledge-fr.ts';
import { here } from './translated.ts';

/** Where something that was found leads, and what it is. */
export type Entry = { href: string; title: string; kind: string };

/** Procedures lead to their form, all else to an article: letters are not for the public. */
export const entryOf = ({ kind, id, title }: { kind: string; id: string; title: string }): Entry =>
  kind === 'procedure'
    ? { title, href: here(`/demarches/${id}`), kind: procedureKind }
    : { title, href: here(`/aide/${id}`), kind: answerKind };
