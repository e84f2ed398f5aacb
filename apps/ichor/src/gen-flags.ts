import { toggle } from './command/flag-kinds.ts';

/** The flags of everything under `gen`. */
export const genFlags = { force: toggle('force', 'overwrite files that exist', { shorthand: 'f' }) };
