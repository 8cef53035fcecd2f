import { hydrate } from 'preact';
import { ArticleApp } from './help/article-app.tsx';
import type { WholeArticle } from './help/article-page.tsx';
import { appRoot, pageData } from './page-data.ts';

type Data = { general: string; built?: WholeArticle; department?: string };
const { site, data } = pageData<Data>();
hydrate(<ArticleApp site={site} {...data} />, appRoot());
