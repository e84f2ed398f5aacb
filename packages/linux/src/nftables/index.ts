export { type Expression, type TcpOption } from './expression.ts';
export { type BalancedAddress, loopbackBalancer } from './loopback-balancer.ts';
export { type NfChain, type NfTable, type NfTables, openNfTables } from './nftables.ts';
export type { NfElement, NfSet } from './set.ts';
