import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import type { NetworkDevice } from './network-device.gen.ts';
import { checkNetworkDevice } from './network-device.ts';

/** The rules between the interfaces of a machine, then those of each. */
export function checkNetworkDevices(devices: readonly (NetworkDevice | null)[], problems: Problems): void {
	const masters = checkMembership(devices, problems);
	for (const [index, device] of devices.entries()) {
		const atDevice = within(problems, index);
		if (!device) atDevice.error([], `machine.network.interfaces[${index}] is null`);
		else if (!device.ignore) checkNetworkDevice(device, masters.has(device.interface ?? ''), atDevice);
	}
}

/** Only machines of the control plane share addresses. */
export function checkNoVirtualIps(devices: readonly (NetworkDevice | null)[], problems: Problems): void {
	const refuse = (path: readonly (string | number)[]) =>
		problems.error(path, 'virtual (shared) IP is not allowed on non-controlplane nodes');
	for (const [index, device] of devices.entries()) {
		if (device?.vip) refuse([index, 'vip']);
		for (const [position, vlan] of (device?.vlans ?? []).entries()) {
			if (vlan?.vip) refuse([index, 'vlans', position, 'vip']);
		}
	}
}

/** A link is part of one bond or bridge at most. Returns the link that each member is part of. */
function checkMembership(devices: readonly (NetworkDevice | null)[], problems: Problems): ReadonlyMap<string, string> {
	const masters = new Map<string, string>();
	for (const [index, device] of devices.entries()) {
		const { interface: name = '', bond, bridge } = device ?? {};
		if (bond && bridge) {
			problems.error([index], `interface has both bridge and bond sections set ${quote(name)}: config sections are mutually exclusive`);
		}
		if (bond?.interfaces?.length && bond.deviceSelectors?.length) {
			problems.error(
				[index, 'bond'],
				`interface ${quote(name)} has both interfaces and selectors set: config sections are mutually exclusive`,
			);
		}
		for (const member of (bridge ?? bond)?.interfaces ?? []) {
			const other = masters.get(member) ?? name;
			if (other !== name) {
				problems.error([index], `interface ${quote(member)} is declared as part of two separate links: ${quote(other)} and ${quote(name)}`);
			}
			masters.set(member, name);
		}
	}
	return masters;
}
