import type { readArticle } from '../../../functions/knowledge/public-api.ts';
import type { Site } from '../../site.ts';
import type { AnswerOf } from '../../ui/api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { help } from '../../ui/messages/pages-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import { writtenIn } from '../written.ts';
import { NotFoundYet } from './help-page.tsx';

export type WholeArticle = AnswerOf<typeof readArticle>;
type Source = NonNullable<WholeArticle['source']>;

export function ArticlePage(props: {
  site: Site;
  article: WholeArticle;
  department?: string | undefined;
  general: string;
}) {
  const { site, article, department, general } = props;
  const lang = writtenIn(article);
  return (
    <Page
      title={article.title}
      titleLang={lang}
      site={site.name}
      kicker={
        <a href={addresses.help} class="with-icon">
          <BackIcon />
          {help.back}
        </a>
      }
      intro={
        <>
          <p lang={lang}>{article.summary}</p>
          {article.source && <SourceLine source={article.source} />}
        </>
      }
    >
      <div lang={lang}>
        <Markdown text={article.body} />
      </div>
      {article.procedure && (
        <div class="buttons">
          <LinkButton href={`${addresses.procedures}/${article.procedure}`}>{help.procedure}</LinkButton>
        </div>
      )}
      <p class="hint article-foot">
        {[!article.source && help.updated(article.updatedOn), department && help.by(department)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <NotFoundYet general={general} />
    </Page>
  );
}

/** Whose words these are, and of which day: an official text says where it comes from before it says anything. */
const SourceLine = ({ source: { name, url, verifiedOn, licence } }: { source: Source }) => (
  <p class="hint article-source">
    {help.source} <a href={url}>{name}</a>, {help.verified(verifiedOn)} · {licence}
  </p>
);
