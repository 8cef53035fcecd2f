import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { pageData, wake } from './page-data.ts';
import { ProceduresPage } from './procedures/procedures-page.tsx';

const { site, data } = pageData<{ procedures: ProcedureCard[] }>();
wake(<ProceduresPage site={site} built={data.procedures} />);
