import { LinkStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { flag, list, named, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { hardwareAddress } from './fields.ts';
import { duplex, linkFlagSet, linkType, operationalState, port } from './kernel-words.ts';
import { bondMaster, bridgeMaster, vlan, vrfMaster, wireguard } from './link-kinds.ts';

/** A link that is there; its id is its name. */
export const LinkStatus = defineResource({
	type: 'LinkStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['link', 'links'],
	printColumns: [
		{ name: 'Alias', jsonPath: '{.alias}' },
		{ name: 'Type', jsonPath: '{.type}' },
		{ name: 'Kind', jsonPath: '{.kind}' },
		{ name: 'Hw Addr', jsonPath: '{.hardwareAddr}' },
		{ name: 'Oper State', jsonPath: '{.operationalState}' },
		{ name: 'Link State', jsonPath: '{.linkState}' },
	],
	codec: specCodec(LinkStatusSpecSchema, {
		alias: optional(text),
		altNames: optional(list(text)),
		index: whole,
		type: linkType,
		linkIndex: whole,
		flags: linkFlagSet,
		hardwareAddr: hardwareAddress,
		permanentAddr: hardwareAddress,
		broadcastAddr: hardwareAddress,
		mtu: whole,
		queueDisc: text,
		masterIndex: optional(whole),
		operationalState,
		kind: text,
		slaveKind: text,
		busPath: optional(text),
		pciID: named('pciid', optional(text)),
		driver: optional(text),
		driverVersion: optional(text),
		firmwareVersion: optional(text),
		productID: named('productId', optional(text)),
		vendorID: named('vendorId', optional(text)),
		product: optional(text),
		vendor: optional(text),
		linkState: flag,
		speedMbit: named('speedMegabits', optional(whole)),
		port,
		duplex,
		vlan: optional(vlan),
		bridgeMaster: optional(bridgeMaster),
		bondMaster: optional(bondMaster),
		vrfMaster: optional(vrfMaster),
		wireguard: optional(wireguard),
	}),
});

export type LinkStatusSpec = SpecOf<typeof LinkStatus>;

/** Whether it is hardware, and no construction of the kernel. */
export function isPhysical({ type, kind }: LinkStatusSpec): boolean {
	return type === 'ether' && kind === '';
}
