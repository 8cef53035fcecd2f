import type { Procedure } from '../../functions/procedures/procedure.ts';
import { FormApp } from './form/form-app.tsx';
import { pageData, wake } from './page-data.ts';

const { site, data } = pageData<{ procedure?: Procedure } | null>();
wake(<FormApp site={site} known={data?.procedure} />);
