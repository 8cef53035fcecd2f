import type { ManagedProcedure } from './agent-api.ts';
import { inLanguage } from './in-language.ts';
import { isOpenOn } from './periods.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureCard } from './public-api.ts';
import { type OtherLanguage, otherLanguages, type PageLanguage } from './translation.ts';

/** The procedure of the shared catalogue that a local one was made from. */
export type Origin = { id: string; revision: number };
/** A revision as it is kept: `PROCEDURE#<id>` under `CURRENT` and, for ever, under `REVISION#<number>`. */
export type Kept = {
  procedure: Procedure;
  hash: string;
  by: string;
  at: string;
  catalogue?: Origin;
  /** Of the current one only: no longer offered since then. */
  archived?: { by: string; at: string };
};
/** What somebody is writing: text, because it may be any JSON. `version` tells two writers apart. */
export type Draft = { text: string; version: number; by: string; at: string; catalogue?: Origin };
type DraftMark = { version: number; by: string; at: string };
type Titled = { title: string; department: string; theme: string };

/** One line of the list, under `PROCEDURES`: what the portal shows of it, and what its writers see. */
export type Line = {
  sk: string;
  card?: KeptCard;
  published?: Titled & { revision: number; by: string; at: string; open: Procedure['open'] };
  archived?: boolean;
  draft?: DraftMark & Titled;
  catalogue?: Origin;
};

export const procedureKey = (id: string, sk: string) => ({ pk: `PROCEDURE#${id}`, sk });
export const lineKey = (id: string) => ({ pk: 'PROCEDURES', sk: id });
export const revisionKey = (revision: number) => `REVISION#${String(revision).padStart(6, '0')}`;

/** What a list shows in other languages, kept beside the French. */
export type KeptCard = ProcedureCard & { in?: Partial<Record<OtherLanguage, Headed>> };
type Headed = { title: string; summary: string };

export const cardOf = (procedure: Procedure): KeptCard => {
  const { id, title, summary, theme, keywords, minutes } = procedure;
  const others = otherLanguages.flatMap((language) => {
    const said = inLanguage(procedure, language);
    return said.language ? [[language, { title: said.title, summary: said.summary }] as const] : [];
  });
  const card = { id, title, summary, theme, keywords, minutes };
  return others.length > 0 ? { ...card, in: Object.fromEntries(others) } : card;
};
/** A card as the list of a page in a language shows it. */
export const cardIn = ({ in: others, ...card }: KeptCard, language: PageLanguage): ProcedureCard => {
  const said = language === 'fr' ? undefined : others?.[language];
  return said ? { ...card, ...said, language } : card;
};
export const publishedLine = (
  { title, department, theme, revision, open }: Procedure,
  { by, at }: { by: string; at: string },
): NonNullable<Line['published']> => ({ title, department, theme, revision, by, at, open });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** What the list shows of a document that may hold anything. */
export const titledOf = (document: Record<string, unknown>): Titled => ({
  title: text(document.title),
  department: text(document.department),
  theme: text(document.theme),
});

/**
 * A line as its writers see it on a calendar day.
 * @param newest revision of each procedure of the catalogue by id
 */
export function managedOf(
  { sk, published, archived, draft, catalogue }: Line,
  today: string,
  newest: ReadonlyMap<string, number>,
): ManagedProcedure {
  const { title, department, theme } = published ?? draft ?? titledOf({});
  const incoming = catalogue ? (newest.get(catalogue.id) ?? 0) : 0;
  return {
    id: sk,
    ...{ title, department, theme },
    state: published ? (archived ? 'archived' : 'published') : 'draft',
    revision: published?.revision ?? 0,
    publishedBy: published?.by ?? null,
    publishedAt: published?.at ?? null,
    draft: draft ? { version: draft.version, by: draft.by, at: draft.at } : null,
    open: published !== undefined && !archived && isOpenOn(published, today),
    catalogue: catalogue ?? null,
    newerInCatalogue: catalogue && incoming > catalogue.revision ? incoming : null,
  };
}
