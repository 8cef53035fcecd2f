import { pageData, wake } from '../page-data.ts';
import { ProfilePage } from './profile-page.tsx';

const { site } = pageData<null>();
wake(<ProfilePage site={site} />);
