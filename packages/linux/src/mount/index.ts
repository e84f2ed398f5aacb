export { type BindMounts, bindMounts } from './bind-mounts.ts';
export { shareMounts } from './shared-mounts.ts';
export { unmountBelow } from './unmount-below.ts';
