import { plainDocuments } from '@ichor/machinery/config';
import { ExtraManifestsConfig, type ExtraManifestsConfigSpec, extraManifestsConfigId, Manifest } from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { type Context, messageOf, withTimeout } from '@ichor/std';
import { type JsonObject, jsonObject } from './json.ts';

type ExtraManifest = ExtraManifestsConfigSpec['extraManifests'][number];

/** The objects that the user adds: out of the configuration, and from URLs. One that cannot be had does not keep the others away. */
export const extraManifestController: Controller = reconciling({
	name: 'k8s.ExtraManifestController',
	inputs: [{ ...ExtraManifestsConfig.kind, id: extraManifestsConfigId, kind: 'weak' }],
	outputs: [{ type: Manifest.type, kind: 'shared' }],
	async reconcile(context, runtime) {
		const manifests = (await runtime.find(ExtraManifestsConfig.pointer(extraManifestsConfigId)))?.spec.extraManifests ?? [];
		const problems: string[] = [];
		runtime.startTrackingOutputs();
		for (const manifest of manifests) {
			const id = `${manifest.priority}-${manifest.name}`;
			const stored = await runtime.find(Manifest.pointer(id));
			const objects = await objectsOf(context, manifest).catch((error: unknown) => {
				problems.push(`${manifest.name}: ${messageOf(error)}`);
				// what was fetched once holds until it can be fetched again
				return stored?.spec;
			});
			if (objects !== undefined) await runtime.modify(Manifest.resource(id, objects), (current) => withSpec(current, objects));
		}
		await runtime.cleanupOutputs(Manifest.kind);
		if (problems.length > 0) throw new Error(`extra manifests cannot be had: ${problems.join('; ')}`);
	},
});

/** Milliseconds for a download (upstream: 5 minutes). */
const fetchTime = 5 * 60_000;

async function objectsOf(context: Context, { name, url, extraHeaders, inlineManifest }: ExtraManifest): Promise<readonly JsonObject[]> {
	if (url === '') return plainDocuments(inlineManifest, name).map(jsonObject);
	context.log('info', 'downloading manifest', { url });
	const answer = await fetch(url, { headers: extraHeaders, signal: withTimeout(context, fetchTime).signal });
	if (!answer.ok) throw new Error(`HTTP status ${answer.status}`);
	return plainDocuments(new Uint8Array(await answer.arrayBuffer()), name).map(jsonObject);
}
