export * from './siderolink-config.ts';
export * from './siderolink-status.ts';
export * from './siderolink-tunnel.ts';
