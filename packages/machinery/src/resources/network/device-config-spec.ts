import { defineResource, type ResourceType } from '@ichor/runtime';
import { freeForm, type ShapedCodec } from '../spec/index.ts';

/** A device of the legacy `machine.network.interfaces`, its link found: the document's tree as it stands. Its id is `LINK/PLACE`. */
export interface DeviceConfigSpecSpec {
	readonly device: Readonly<Record<string, unknown>>;
}

// upstream has no message for it: clients see it only as YAML
const codec: ShapedCodec<DeviceConfigSpecSpec> = {
	shape: freeForm.shape,
	encode: () => new Uint8Array(),
	decode: () => ({ device: {} }),
	view: ({ device }) => device,
};

export const DeviceConfigSpec: ResourceType<DeviceConfigSpecSpec> = defineResource({
	type: 'DeviceConfigSpecs.net.talos.dev',
	namespace: 'network',
	// it may hold keys of WireGuard
	sensitive: true,
	codec,
});
