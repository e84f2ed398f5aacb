import { supervise } from './supervisor.ts';

/** usage: supervisor-process HOME CLUSTER */
const [home, name] = process.argv.slice(2);
if (home === undefined || name === undefined) throw new Error('usage: supervisor-process HOME CLUSTER');
await supervise(home, name);
