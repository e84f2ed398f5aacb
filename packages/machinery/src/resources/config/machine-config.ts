import { MachineConfigSpecSchema } from '@ichor/api/resource/config';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** A machine configuration: its whole text, every document and comment as it was handed in. */
export type MachineConfigSpec = string;

/** The configuration that holds. */
export const activeConfigId = 'v1alpha1';
/** The configuration that is on the disk, and will hold after the next boot. */
export const persistentConfigId = 'persistent';

/** Clients take the spec's YAML as a scalar with the text in it where they find this annotation. */
export const yamlScalarAnnotation = { 'talos.dev/yaml-spec': '1' } as const;

export const MachineConfig: ResourceType<MachineConfigSpec> = defineResource({
	type: 'MachineConfigs.config.talos.dev',
	namespace: 'config',
	sensitive: true,
	codec: messageCodec(
		MachineConfigSpecSchema,
		(text) => ({ yamlMarshalled: new TextEncoder().encode(text) }),
		({ yamlMarshalled }) => new TextDecoder().decode(yamlMarshalled),
	),
});
