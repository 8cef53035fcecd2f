import { cosign } from '../../ui/messages/cosign-fr.ts';
import { handover } from '../../ui/messages/handover-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { LoadingPage } from './dead-ends.tsx';
import { PhoneApp } from './phone-app.tsx';

export const phonePage = '/telephone';
export const cosignPage = '/cosigner';

/** Pages beside the form: going on with a phone, signing as a second person. */
export const formPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [phonePage],
    file: `${phonePage.slice(1)}/index.html`,
    title: handover.title,
    section: addresses.procedures,
    scripts: ['phone'],
    hidden: true,
    content: <PhoneApp site={site} />,
  },
  {
    routes: [cosignPage],
    file: `${cosignPage.slice(1)}/index.html`,
    title: cosign.title,
    section: addresses.procedures,
    scripts: ['cosign'],
    hidden: true,
    content: <LoadingPage site={site} />,
  },
];
