import { ConfigError, type MachineConfig } from '@ichor/machinery/config';

/**
 * Names the place of a field that a patch wants to delete from the root document, where it is in a document of its own:
 * the same error, with the patch that does what was meant. Any other error is passed back as it is.
 *
 * @param config reads the configuration that the patch was for
 */
export function explainMovedDeletion(error: unknown, config: () => MachineConfig): unknown {
	if (!(error instanceof ConfigError) || error.code !== 'patch') return error;
	const [, path = ''] = /^patch delete: path '(.*)' in document '\/v1alpha1'.*lookup failed$/s.exec(error.message) ?? [];
	const [from, to] = Object.entries(moved).find(([field]) => path.startsWith(`${field}.`)) ?? [];
	if (from === undefined || to === undefined) return error;
	const key = path.slice(from.length + 1);
	const node = config().documents.find(({ kind }) => kind === 'KubeNodeConfig');
	const values: unknown = node === undefined ? undefined : Reflect.get(node.value, to);
	if (typeof values !== 'object' || values === null || !Object.hasOwn(values, key)) return error;
	const patch = `apiVersion: v1alpha1\nkind: KubeNodeConfig\n${to}:\n    ${JSON.stringify(key)}:\n        $patch: delete\n`;
	const hint = `it is in the KubeNodeConfig, from which this patch takes it:\n${patch}`;
	return new ConfigError('patch', error.message, { cause: error, places: error.places.map((place) => ({ ...place, hint })) });
}

/** Maps of the root document whose keys people delete one by one, and their names in KubeNodeConfig. */
const moved: Readonly<Record<string, string>> = {
	'machine.nodeLabels': 'labels',
	'machine.nodeAnnotations': 'annotations',
	'machine.nodeTaints': 'taints',
};
