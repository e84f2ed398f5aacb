export * from './address-status.ts';
export * from './hostname-status.ts';
export * from './network-status.ts';
export * from './node-address.ts';
