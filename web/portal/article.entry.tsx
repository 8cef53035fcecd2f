import { hydrate } from 'preact';
import { ArticleApp } from './help/article-app.tsx';
import { appRoot, pageData } from './page-data.ts';

const { site, data } = pageData<{ general: string }>();
hydrate(<ArticleApp site={site} general={data.general} />, appRoot());
