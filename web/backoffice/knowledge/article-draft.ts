import { lastNow } from '../../ui/api.ts';
import { editor as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import type { ArticleBody } from './knowledge-api.ts';

export type ArticleDraft = {
  title: string;
  summary: string;
  keywords: string;
  department: string;
  body: string;
};

/** What the form starts from; keywords stand in one line, separated by commas. */
export const startOf = ({ title, summary, keywords = [], department, body }: ArticleBody): ArticleDraft => ({
  ...{ title, summary, keywords: keywords.join(', '), department, body },
});

/** What keeps a draft from being published, by field. */
export function problemsOf({ title, summary, department, body }: ArticleDraft): Partial<ArticleDraft> {
  return {
    ...((title.trim().length < 3 || title.length > 150) && { title: t.problems.title }),
    ...((summary.trim().length < 10 || summary.length > 300) && { summary: t.problems.summary }),
    ...(!department && { department: t.problems.department }),
    ...(body.trim().length < 20 && { body: t.problems.body }),
  };
}

/** An address made of the title, for an article that has none yet. */
export const addressOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'fiche';

/** The next version; what an agent changed in an official article is no longer the source's, so its source goes. */
export function publishable(
  draft: ArticleDraft,
  { source: _, ...before }: ArticleBody,
  today = todayInUtc(),
): ArticleBody {
  const keywords = draft.keywords
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return {
    ...before,
    ...{ title: draft.title.trim(), summary: draft.summary.trim(), department: draft.department, keywords },
    body: draft.body.replace(/\r\n/g, '\n').trim(),
    id: before.id || addressOf(draft.title),
    updatedOn: today,
  };
}

const todayInUtc = (): string => lastNow().slice(0, 10);
