import { pay } from '../../ui/messages/payments-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { PayApp } from './pay-app.tsx';

const drawn = { section: addresses.pay, scripts: ['payments', 'payments-style'] };

/** Pages of this part of the portal, exact addresses before patterns. */
export const paymentsPages = ({ site }: Everything): PageDrawing[] => [
  {
    ...drawn,
    routes: [addresses.pay],
    file: 'payer/index.html',
    title: pay.title,
    description: pay.description,
    content: <PayApp site={site} isBack={false} />,
  },
  {
    ...drawn,
    routes: [`${addresses.pay}/retour`],
    file: 'payer/retour/index.html',
    title: pay.back.title,
    hidden: true,
    content: <PayApp site={site} isBack />,
  },
];
