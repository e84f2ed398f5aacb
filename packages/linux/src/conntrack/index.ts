export { type Conntrack, openConntrack, type SocketAddress } from './conntrack.ts';
