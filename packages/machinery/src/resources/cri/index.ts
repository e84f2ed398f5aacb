export * from './image-cache-config.ts';
export * from './registries-config.ts';
export * from './seccomp-profile.ts';
