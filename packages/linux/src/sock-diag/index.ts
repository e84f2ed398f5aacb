export { LinuxError } from '../errors.ts';
export { endConnections } from './end-connections.ts';
