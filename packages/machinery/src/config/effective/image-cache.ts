import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

/** Whether images are served from the local cache, by the document or else by the root document; undefined when neither says anything. */
export function imageCache(config: MachineConfig): { readonly localEnabled: boolean } | undefined {
	const [document] = documentsOf(config, 'ImageCacheConfig');
	if (document !== undefined) return { localEnabled: document.value.local?.enabled ?? false };
	const legacy = rootOf(config)?.machine?.features?.imageCache;
	return legacy === undefined ? undefined : { localEnabled: legacy.localEnabled ?? false };
}
