import { LinkSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import type { RecordOf } from '../spec/field.ts';
import { flag, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';
import { hardwareAddress } from './fields.ts';
import { linkType } from './kernel-words.ts';
import { bondMaster, bridgeMaster, veth, vlan, vrfMaster, wireguard } from './link-kinds.ts';

/** A link that must be there, or be as it says; its id is its name. */
export const linkSpecFields = {
	name: text,
	logical: flag,
	up: flag,
	mtu: whole,
	kind: text,
	type: linkType,
	hardwareAddr: named('hardwareAddress', optional(hardwareAddress)),
	parentName: optional(text),
	bondSlave: optional(record({ masterName: optional(text), slaveIndex: optional(whole) })),
	bridgeSlave: optional(record({ masterName: optional(text) })),
	vrfSlave: optional(record({ masterName: optional(text) })),
	vlan: optional(vlan),
	bondMaster: optional(bondMaster),
	bridgeMaster: optional(bridgeMaster),
	vrfMaster: optional(vrfMaster),
	wireguard: optional(wireguard),
	veth: optional(veth),
	layer: named('configLayer', configLayer),
	multicast: optional(flag),
};

const codec = specCodec(LinkSpecSpecSchema, linkSpecFields);

/** A link as it must be; its id is its name. */
export const LinkSpec = defineResource({
	type: 'LinkSpecs.net.talos.dev',
	namespace: 'network',
	sensitive: true,
	codec: { ...codec, view: (spec) => seen(spec) },
});

export type LinkSpecSpec = SpecOf<typeof LinkSpec>;

/** People see which bond a link is in as if it were said of the link itself. */
function seen(spec: RecordOf<typeof linkSpecFields>): unknown {
	const entries = Object.entries(codec.view(spec) as Readonly<Record<string, unknown>>);
	return Object.fromEntries(entries.flatMap(([key, value]) => (key === 'bondSlave' ? Object.entries(value as object) : [[key, value]])));
}
