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
export { type ContextInfo, contextInfo } from './talosconfig/context-info.ts';
export { type LocationEnvironment, type TalosconfigPath, talosconfigPaths, talosFolder } from './talosconfig/location.ts';
export {
	type ContextRename,
	contextOf,
	emptyTalosconfig,
	type MergedTalosconfig,
	mergeTalosconfigs,
	singleContext,
	type TalosContext,
	type TalosContextAuth,
	type Talosconfig,
	withContext,
} from './talosconfig/talosconfig.ts';
export { openTalosconfig, saveTalosconfig, type TalosconfigFile } from './talosconfig/talosconfig-file.ts';
export { decodeTalosconfig, encodeTalosconfig } from './talosconfig/talosconfig-text.ts';
