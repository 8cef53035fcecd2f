import { render } from 'preact';
import { agentProblems } from '../ui/messages/backoffice-problems-fr.ts';
import { ownProblems } from '../ui/messages/own-problems.ts';
import { useTimeZone } from '../ui/messages/zone.ts';
import { App } from './app.tsx';
import { site } from './site.ts';

Object.assign(ownProblems, agentProblems);
useTimeZone(site().timeZone);
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
