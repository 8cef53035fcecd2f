import { readSettings } from './local/settings.ts';
import { synthesize } from './synth.ts';

/**
 * After an installation: builds and synthesizes what the first `npm start` and `npm test` would begin with. They make what is missing
 * or has changed themselves, so nothing depends on it.
 */
await synthesize({ collectivity: readSettings(process.env).collectivity, nag: false });
