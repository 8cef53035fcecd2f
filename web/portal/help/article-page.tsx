import type { readArticle } from '../../../functions/knowledge/public-api.ts';
import type { Site } from '../../site.ts';
import type { AnswerOf } from '../../ui/api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { help } from '../../ui/messages/pages-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import { NotFoundYet } from './help-page.tsx';

export type WholeArticle = AnswerOf<typeof readArticle>;

export function ArticlePage(props: {
  site: Site;
  article: WholeArticle;
  department?: string;
  general: string;
}) {
  const { site, article, department, general } = props;
  return (
    <Page
      title={article.title}
      site={site.name}
      kicker={
        <a href={addresses.help} class="with-icon">
          <BackIcon />
          {help.back}
        </a>
      }
      intro={<p>{article.summary}</p>}
    >
      <Markdown text={article.body} />
      {article.procedure && (
        <div class="buttons">
          <LinkButton href={`${addresses.procedures}/${article.procedure}`}>{help.procedure}</LinkButton>
        </div>
      )}
      <p class="hint article-foot">
        {[help.updated(article.updatedOn), department && help.by(department)].filter(Boolean).join(' · ')}
      </p>
      <NotFoundYet general={general} />
    </Page>
  );
}
