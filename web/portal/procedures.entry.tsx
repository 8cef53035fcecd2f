import { hydrate } from 'preact';
import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { appRoot, pageData } from './page-data.ts';
import { ProceduresPage } from './procedures/procedures-page.tsx';

const { site, data } = pageData<{ procedures: ProcedureCard[] }>();
hydrate(<ProceduresPage site={site} built={data.procedures} />, appRoot());
