import { CheckPage, type CheckProps } from './check-page.tsx';
import { SentPage, type SentProps } from './sent-page.tsx';

export type EndProps = ({ page: 'check' } & CheckProps) | ({ page: 'sent' } & SentProps);

/** The last two pages: nobody sees them first, so they arrive while the questions are answered. */
export const EndPage = (props: EndProps) =>
  props.page === 'check' ? <CheckPage {...props} /> : <SentPage {...props} />;
