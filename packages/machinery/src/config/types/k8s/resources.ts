import type { ConfigPath } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { FreeForm } from '../scalars.gen.ts';

/** What can be asked for or limited. */
const supportedResources: readonly string[] = ['cpu', 'memory'];

/** The first resource of a pod that Talos does not pass on to Kubernetes: its place below the resources, and the message. */
export function unsupportedResource(
	resources: { readonly requests?: FreeForm; readonly limits?: FreeForm } | undefined,
): { readonly path: ConfigPath; readonly message: string } | undefined {
	for (const list of ['requests', 'limits'] as const) {
		const resource = Object.keys(resources?.[list] ?? {}).find((name) => !supportedResources.includes(name));
		if (resource !== undefined) return { path: [list, resource], message: `unsupported pod resource ${quote(resource)}` };
	}
	return undefined;
}
