import { defineResource, type ResourceType } from '@ichor/runtime';

/** A device of the legacy `machine.network.interfaces`, its link found: the document's tree as it stands. Its id is `LINK/PLACE`. */
export interface DeviceConfigSpecSpec {
	readonly device: Readonly<Record<string, unknown>>;
}

export const DeviceConfigSpec: ResourceType<DeviceConfigSpecSpec> = defineResource({
	type: 'DeviceConfigSpecs.net.talos.dev',
	namespace: 'network',
	// it may hold keys of WireGuard
	sensitive: true,
	// upstream has no message for it: clients see it only as YAML
	codec: { encode: () => new Uint8Array(), decode: () => ({ device: {} }), view: ({ device }) => device },
});
