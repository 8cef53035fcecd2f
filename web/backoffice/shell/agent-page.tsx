import type { ComponentChildren } from 'preact';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Page } from '../../ui/page.tsx';
import { site } from '../site.ts';

/** A page of this application: its title ends with the application and the authority. */
export const AgentPage = (props: {
  title: string;
  kicker?: ComponentChildren;
  intro?: ComponentChildren;
  context?: string;
  inError?: boolean;
  wide?: boolean;
  children?: ComponentChildren;
}) => <Page {...props} site={`${shell.application}, ${site().name}`} wide={props.wide ?? true} />;
