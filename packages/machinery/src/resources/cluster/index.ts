export * from './affiliate.ts';
export * from './discovery-config.ts';
export * from './identity.ts';
export * from './info.ts';
export * from './member.ts';
