export { type BindMounts, bindMounts } from './bind-mounts.ts';
