import { render } from 'preact';
import { useTimeZone } from '../ui/messages/dates.ts';
import { App } from './app.tsx';
import { site } from './site.ts';

useTimeZone(site().timeZone);
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
