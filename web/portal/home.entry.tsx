import { hydrate } from 'preact';
import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { showMostAsked } from './home/most-asked.tsx';
import { SearchBox } from './home/search-box.tsx';
import { appRoot, pageData } from './page-data.ts';

const { data } = pageData<{ general: string; popular?: ProcedureCard[] }>();
hydrate(<SearchBox general={data.general} />, appRoot());
const { popular } = data;
if (popular) addEventListener('load', () => void showMostAsked(popular).catch(() => undefined));
