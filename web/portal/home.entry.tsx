import { hydrate } from 'preact';
import { SearchBox } from './home/search-box.tsx';
import { appRoot, pageData } from './page-data.ts';

const { data } = pageData<{ general: string }>();
hydrate(<SearchBox general={data.general} />, appRoot());
