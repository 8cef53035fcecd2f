import { ArticleApp } from './help/article-app.tsx';
import type { WholeArticle } from './help/article-page.tsx';
import { pageData, wake } from './page-data.ts';

type Data = { general: string; built?: WholeArticle; department?: string };
const { site, data } = pageData<Data>();
wake(<ArticleApp site={site} {...data} />);
