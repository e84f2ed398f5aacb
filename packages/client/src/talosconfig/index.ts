/** The talosconfig by itself: for commands that must start fast and talk to nobody. */
export { type ContextInfo, contextInfo } from './context-info.ts';
export { type LocationEnvironment, type TalosconfigPath, talosconfigPaths, talosFolder } from './location.ts';
export { relativeTime } from './relative-time.ts';
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
} from './talosconfig.ts';
export { openTalosconfig, saveTalosconfig, type TalosconfigFile } from './talosconfig-file.ts';
export { decodeTalosconfig, encodeTalosconfig } from './talosconfig-text.ts';
