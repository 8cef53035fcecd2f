import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { showMostAsked } from './home/most-asked.tsx';
import { SearchBox } from './home/search-box.tsx';
import { pageData, wake } from './page-data.ts';

const { data } = pageData<{ general: string; popular?: ProcedureCard[] }>();
wake(<SearchBox general={data.general} />);
const { popular } = data;
if (popular) addEventListener('load', () => void showMostAsked(popular).catch(() => undefined));
