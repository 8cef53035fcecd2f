import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Root of the repository. */
export const repository = resolve(import.meta.dirname, '../..');
/** Everything made from the sources goes here; nothing in it is precious. */
export const made = resolve(repository, process.env.BUILD_DIR ?? '.build');
export const madeFunctions = resolve(made, 'functions');
/** Names of the native packages a bundle imports, in its folder. */
export const nativeList = 'native.json';
/** The web applications of one authority. */
export const madeWeb = (slug: string): string => resolve(made, 'web', slug);
/** The synthesized assembly of one authority, or of all together. */
export const madeAssembly = (slug: string): string => resolve(made, 'cdk.out', slug);
export const madeClassifier = resolve(made, 'classifier.bin');
/** Version of the product. */
export const version: string = JSON.parse(readFileSync(resolve(repository, 'package.json'), 'utf8')).version;
