import { hydrate } from 'preact';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import { FormApp } from './form/form-app.tsx';
import { appRoot, pageData } from './page-data.ts';

const { site, data } = pageData<{ procedure?: Procedure } | null>();
hydrate(<FormApp site={site} known={data?.procedure} />, appRoot());
