import { kit } from '../../ui/messages/fr.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { addresses } from '../frame.tsx';
import { type Everything, type PageDrawing, plain } from '../pages.tsx';
import { ArticlePage } from './article-page.tsx';

/** A page of each article as built, brought up to date by its script; and one for those written since. */
export function articlePages({ site, articles, general }: Everything): PageDrawing[] {
  const base = addresses.help;
  const departmentOf = (code: string) => site.departments.find((each) => each.code === code)?.name;
  return [
    ...articles.map(
      (article): PageDrawing => ({
        ...plain(`${base}/${article.id}`),
        title: article.title,
        description: article.summary,
        section: base,
        scripts: ['article'],
        data: { general, built: article, department: departmentOf(article.department) },
        content: (
          <ArticlePage
            site={site}
            article={article}
            department={departmentOf(article.department)}
            general={general}
          />
        ),
      }),
    ),
    {
      routes: [`${base}/:id`],
      file: `${base.slice(1)}/_/index.html`,
      title: kit.loading,
      section: base,
      scripts: ['article'],
      data: { general },
      hidden: true,
      content: (
        <Page title={kit.loading} site={site.name}>
          <Skeleton lines={6} />
        </Page>
      ),
    },
  ];
}
