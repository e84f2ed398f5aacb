export { LinuxError, type LinuxErrorCode } from '../errors.ts';
export { type Address, type AddressChange, addressFamilies } from './address.ts';
export { type Link, type LinkChange, linkFlags } from './link.ts';
export type { BondData, BridgeData, LinkData, VlanData } from './link-data.ts';
export type { Route } from './route.ts';
export { openRouteNetlink, type RouteNetlink, type WatchKind } from './route-netlink.ts';
export type { Rule } from './rule.ts';
