import { LinkButton } from '../../ui/button.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { base } from '../routes.ts';
import { AgentPage } from './agent-page.tsx';

const DeadEnd = ({ title, text }: { title: string; text: string }) => (
  <AgentPage title={title} wide={false}>
    <p class="lead">{text}</p>
    <p>
      <LinkButton href={`${base}/`}>{shell.backToTasks}</LinkButton>
    </p>
  </AgentPage>
);

export const NotFoundPage = () => <DeadEnd title={shell.notFoundTitle} text={shell.notFoundText} />;
export const ForbiddenPage = () => <DeadEnd title={shell.forbiddenTitle} text={shell.forbiddenText} />;
