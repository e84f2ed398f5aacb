import { fileURLToPath } from 'node:url';

/** What there is in a checkout only: the recipes that parts are built by, and sources that Node runs. */
export { buildNodeParts } from './build-node-parts.ts';

/** The folder of this checkout. */
export const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** The command line of the process that a cluster is, but for its arguments. */
export const supervisorCommand: readonly string[] = [process.execPath, fileURLToPath(new URL('supervisor-process.ts', import.meta.url))];
