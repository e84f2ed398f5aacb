import type { Ethtool } from '@ichor/linux/ethtool';
import { type Link, type LinkData, LinuxError, type RouteNetlink } from '@ichor/linux/netlink';
import type { Wireguard } from '@ichor/linux/wireguard';
import {
	bitWords,
	duplexes,
	LinkStatus,
	type LinkStatusSpec,
	linkFlags,
	linkTypes,
	operationalStates,
	ports,
	routingTableName,
	vlanProtocols,
	wordOfNumber,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { bondWords } from './bond-words.ts';
import { following } from './following.ts';
import { given } from './given.ts';
import { wireguardStatus } from './wireguard-link.ts';

/** The kernel's links, with what their cards say of themselves. */
export function linkStatusController(kernel: RouteNetlink, cards: Ethtool, devices: Wireguard): Controller {
	return following(
		(onChange) => {
			const ends = [kernel.watch(['links'], onChange), cards.watch(onChange)];
			return () => ends.forEach((end) => end());
		},
		{
			name: 'network.LinkStatusController',
			inputs: [],
			outputs: [{ type: LinkStatus.type, kind: 'exclusive' }],
			async reconcile(_, runtime) {
				runtime.startTrackingOutputs();
				for (const link of kernel.links())
					await publish(runtime, LinkStatus, link.name, { ...statusOf(link, cards), ...tunnelOf(link, devices) });
				await runtime.cleanupOutputs(LinkStatus.kind);
			},
		},
	);
}

function statusOf(link: Link, cards: Ethtool): LinkStatusSpec {
	const mode = cards.linkMode(link.index);
	const driver = cards.driver(link.name);
	return {
		...given({ alias: link.alias, altNames: link.alternativeNames }),
		index: link.index,
		type: wordOfNumber('LinkType', linkTypes, link.type),
		linkIndex: link.parentIndex,
		flags: bitWords(linkFlags, link.flags),
		hardwareAddr: link.hardwareAddress,
		permanentAddr: link.permanentAddress,
		broadcastAddr: link.broadcastAddress,
		mtu: link.mtu,
		queueDisc: link.queueDiscipline,
		...given({ masterIndex: link.masterIndex }),
		operationalState: wordOfNumber('OperationalState', operationalStates, link.operationalState),
		kind: link.kind,
		slaveKind: link.slaveKind,
		...given({
			busPath: driver?.busInformation,
			driver: driver?.driver,
			driverVersion: driver?.version,
			firmwareVersion: driver?.firmwareVersion,
		}),
		linkState: cards.linkState(link.index) ?? false,
		...given({ speedMbit: mode?.speed }),
		port: wordOfNumber('Port', ports, cards.port(link.index) ?? ports.Other),
		duplex: wordOfNumber('Duplex', duplexes, mode?.duplex ?? duplexes.Unknown),
		...kindOf(link.data),
	};
}

/** A link may go while it is asked about. */
function tunnelOf({ kind, index }: Link, devices: Wireguard): Partial<LinkStatusSpec> {
	if (kind !== 'wireguard') return {};
	try {
		return { wireguard: wireguardStatus(devices.device(index)) };
	} catch (error) {
		if (error instanceof LinuxError) return {};
		throw error;
	}
}

function kindOf({ vlan, bridge, bond, vrf }: LinkData): Partial<LinkStatusSpec> {
	if (vlan !== undefined) return { vlan: { vlanID: vlan.id, vlanProtocol: wordOfNumber('VLANProtocol', vlanProtocols, vlan.protocol) } };
	if (vrf !== undefined) return { vrfMaster: { table: routingTableName(vrf.table) } };
	if (bond !== undefined) return { bondMaster: bondWords(bond) };
	// as upstream: a bridge that has neither is not said to be one
	if (bridge?.stp !== true && bridge?.vlanFiltering !== true) return {};
	return { bridgeMaster: { stp: { enabled: bridge.stp === true }, vlan: { filteringEnabled: bridge.vlanFiltering === true } } };
}
