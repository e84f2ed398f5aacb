import { type Link, type LinkChange, type LinkData, linkFlags, type RouteNetlink } from '@ichor/linux/netlink';
import type { Wireguard } from '@ichor/linux/wireguard';
import { LinkSpec, type LinkSpecSpec, numberOfWord, routingTableNumber, vlanProtocols } from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { applying } from './applying.ts';
import { bondNumbers } from './bond-words.ts';
import { changesOf } from './following.ts';
import { linkNamed } from './link-names.ts';
import { wireguardChange } from './wireguard-link.ts';

/** Makes the kernel's own links (bonds, bridges, VLANs, …) and sets all links as they must be. */
export function linkSpecController(kernel: RouteNetlink, devices: Wireguard): Controller {
	return applying({
		name: 'network.LinkSpecController',
		type: LinkSpec,
		follow: changesOf(kernel, 'links'),
		apply(context, spec) {
			const link = linkNamed(kernel, spec.name) ?? make(spec);
			if (link === undefined) return;
			if (spec.logical && (link.kind !== spec.kind || !holds(link.data, dataOf(spec)) || !isPaired(link, spec.veth?.peerName))) {
				kernel.removeLink(link.index);
				context.log('info', 'removed a link of another kind', { link: spec.name, kind: link.kind });
				return;
			}
			if (spec.wireguard !== undefined) setUp(context, link, spec.wireguard);
			const change = difference(link, spec);
			if (Object.keys(change).length === 0) return;
			// a link that is up takes no new master and, as a bond's, no new name
			if (change.masterIndex !== undefined && (link.flags & linkFlags.up) !== 0) kernel.changeLink(link.index, { up: false });
			kernel.changeLink(link.index, change);
			context.log('info', 'changed link', { link: spec.name, change: Object.keys(change).join(', ') });
		},
		withdraw(context, spec) {
			const link = linkNamed(kernel, spec.name);
			if (link === undefined || !spec.logical) return;
			kernel.removeLink(link.index);
			context.log('info', 'removed link', { link: spec.name });
		},
	});

	/** A link of the kernel's own. Hardware is there or not. */
	function make(spec: LinkSpecSpec): Link | undefined {
		if (!spec.logical) return undefined;
		const parentIndex = spec.parentName === undefined ? undefined : linkNamed(kernel, spec.parentName)?.index;
		if (spec.parentName !== undefined && parentIndex === undefined) return undefined;
		kernel.addLink({
			name: spec.name,
			kind: spec.kind,
			data: dataOf(spec),
			...(parentIndex === undefined ? {} : { parentIndex }),
			...(spec.veth === undefined ? {} : { peerName: spec.veth.peerName }),
			...(spec.hardwareAddr === undefined ? {} : { hardwareAddress: spec.hardwareAddr }),
		});
		return linkNamed(kernel, spec.name);
	}

	function setUp(context: Context, { index, name }: Link, wanted: NonNullable<LinkSpecSpec['wireguard']>): void {
		const change = wireguardChange(devices.device(index), wanted);
		if (change === undefined) return;
		devices.change(index, change);
		context.log('info', 'reconfigured wireguard link', { link: name, peers: wanted.peers.length });
	}

	/** Whether a link of a pair has the other end that it must have. */
	function isPaired(link: Link, peerName: string | undefined): boolean {
		return peerName === undefined || linkNamed(kernel, peerName)?.index === link.parentIndex;
	}

	/** What to change of a link. */
	function difference(link: Link, spec: LinkSpecSpec): LinkChange {
		const masterName = spec.bondSlave?.masterName ?? spec.bridgeSlave?.masterName ?? spec.vrfSlave?.masterName;
		const master = masterName === undefined ? 0 : linkNamed(kernel, masterName)?.index;
		const isUp = (link.flags & linkFlags.up) !== 0;
		const isMulticast = (link.flags & linkFlags.multicast) !== 0;
		return {
			// a master that is not there yet comes with a later event; a master that others gave stays
			...(master !== undefined && masterName !== undefined && link.masterIndex !== master ? { masterIndex: master, up: spec.up } : {}),
			...(isUp === spec.up ? {} : { up: spec.up }),
			...(spec.mtu === 0 || spec.mtu === link.mtu ? {} : { mtu: spec.mtu }),
			...(spec.hardwareAddr === undefined || spec.hardwareAddr === link.hardwareAddress ? {} : { hardwareAddress: spec.hardwareAddr }),
			...(spec.multicast === undefined || spec.multicast === isMulticast ? {} : { multicast: spec.multicast }),
			...primaryOf(link, spec.bondMaster?.primary),
		};
	}

	/** A bond takes a primary, and tells of it, when it is a member. */
	function primaryOf(bond: Link, primary: number | undefined): LinkChange {
		if (primary === undefined || bond.data.bond?.primary === primary) return {};
		const isMember = kernel.links().some(({ index, masterIndex }) => index === primary && masterIndex === bond.index);
		return isMember ? { kind: 'bond', data: { bond: { primary } } } : {};
	}
}

function dataOf({ vlan, bondMaster, bridgeMaster, vrfMaster }: LinkSpecSpec): LinkData {
	if (vlan !== undefined) return { vlan: { id: vlan.vlanID, protocol: numberOfWord(vlanProtocols, vlan.vlanProtocol) } };
	if (bondMaster !== undefined) {
		const { primary: _, ...bond } = bondNumbers(bondMaster);
		return { bond };
	}
	if (vrfMaster !== undefined) return { vrf: { table: routingTableNumber(vrfMaster.table) } };
	if (bridgeMaster === undefined) return {};
	const filtering = bridgeMaster.vlan?.filteringEnabled === true;
	return { bridge: { stp: bridgeMaster.stp?.enabled === true, ...(filtering ? { vlanFiltering: true } : {}) } };
}

/** Whether all that is wanted is there; the kernel says more than anybody wants. */
function holds(there: LinkData, wanted: LinkData): boolean {
	return Object.entries(wanted).every(([kind, settings]) => {
		const actual = there[kind as keyof LinkData] as Readonly<Record<string, unknown>> | undefined;
		return Object.entries(settings as object).every(([name, value]) => equalData(actual?.[name], value));
	});
}
