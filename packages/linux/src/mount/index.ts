export { type BindMounts, bindMounts } from './bind-mounts.ts';
export { shareMounts } from './shared-mounts.ts';
