import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { language } from '../../ui/messages/language-fr.ts';
import { help } from '../../ui/messages/pages-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import { SearchBox } from '../home/search-box.tsx';
import { writtenIn } from '../written.ts';

export type ArticleCard = {
  id: string;
  title: string;
  summary: string;
  department: string;
  language?: string | undefined;
};

export function HelpPage(props: { site: Site; articles: readonly ArticleCard[]; general: string }) {
  const { site, articles, general } = props;
  const groups = site.departments
    .map((department) => ({
      ...department,
      own: articles.filter((article) => article.department === department.code),
    }))
    .filter(({ own }) => own.length > 0);
  return (
    <Page title={help.title} site={site.name} wide intro={<p>{help.intro}</p>}>
      <div id="app" class="help-search">
        <SearchBox general={general} />
      </div>
      <div class="help-groups">
        {groups.map(({ code, name, own }) => (
          <section key={code}>
            <h2 lang={language.content}>{name}</h2>
            <ul class="plain-links">
              {own.map(({ id, title, summary, ...article }) => (
                <li key={id} lang={writtenIn(article)}>
                  <a href={`${addresses.help}/${id}`}>{title}</a>
                  <p class="hint">{summary}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <NotFoundYet general={general} />
    </Page>
  );
}

export const NotFoundYet = ({ general }: { general: string }) => (
  <section class="ask-box">
    <div>
      <h2>{help.useful}</h2>
      <p>{help.usefulText}</p>
    </div>
    <LinkButton href={general}>{help.ask}</LinkButton>
  </section>
);
