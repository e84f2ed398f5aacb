import { ResourceDefinitionSpec_Sensitivity as Sensitivity } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { emit } from '@ichor/machinery/yaml';
import type { ResourceKind } from '../resource/resource-kind.ts';
import { resourceOutput } from '../resource/resource-view.ts';

/** All resources of a kind as YAML; without what they hold when that is secret, undefined when there is none. */
export async function resourcesText({ state }: TalosServices, { definition }: ResourceKind): Promise<string | undefined> {
	const secret = definition.sensitivity === Sensitivity.SENSITIVE;
	const documents: string[] = [];
	for await (const { resource } of state.list({ namespace: definition.defaultNamespace, type: definition.resourceType })) {
		if (resource === undefined) continue;
		const { spec: _, ...metadataOnly } = resource;
		const whole = resourceOutput(secret ? metadataOnly : resource);
		documents.push(emit(whole, 'config-1.13') + (secret ? 'spec: <REDACTED>\n' : ''));
	}
	return documents.length === 0 ? undefined : documents.join('---\n');
}
