export { ClientError, type ClientErrorCode } from './errors.ts';
export { type AdminKubeconfigOptions, adminKubeconfig } from './kubeconfig/admin-kubeconfig.ts';
export type { Kubeconfig, KubeconfigEntry } from './kubeconfig/kubeconfig.ts';
export { decodeKubeconfig, encodeKubeconfig } from './kubeconfig/kubeconfig-text.ts';
export {
	type KubeconfigMergeOptions,
	type KubeconfigPart,
	type KubeconfigRename,
	type MergedKubeconfig,
	mergeKubeconfigs,
} from './kubeconfig/merge-kubeconfigs.ts';
export { type AdminTalosconfigOptions, adminTalosconfig } from './talosconfig/admin-talosconfig.ts';
export * from './talosconfig/index.ts';
