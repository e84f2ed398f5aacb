import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { isCIDR, isPlainAddress } from '../../scalars/subnet.ts';
import type { NetworkDevice } from './network-device.gen.ts';
import { checkDeviceBond } from './network-device-bond.ts';
import { checkDeviceRoutes } from './network-device-routes.ts';
import { checkDeviceWireguard } from './network-device-wireguard.ts';

/** The rules of one interface: how it is found, what it is made of, its addresses, its routes. */
export function checkNetworkDevice(device: NetworkDevice, isMember: boolean, problems: Problems): void {
	checkIdentity(device, problems);
	if (device.bond) checkDeviceBond(device.bond, within(problems, 'bond'));
	if (device.wireguard) checkDeviceWireguard(device.wireguard, within(problems, 'wireguard'));
	checkVLANs(device, within(problems, 'vlans'));
	checkAddressing(device, isMember, problems);
	checkDeviceRoutes(device.routes ?? [], within(problems, 'routes'));
}

/** What keeps a text from being an address, with or without the length of its prefix. */
export function addressProblem(text: string): string | undefined {
	if (text.includes('/')) return isCIDR(text) ? undefined : `invalid CIDR address: ${text}`;
	return isPlainAddress(text) ? undefined : `failed to parse IP address ${quote(text)}`;
}

function checkIdentity({ interface: name, deviceSelector }: NetworkDevice, problems: Problems): void {
	const both = '[networking.os.device.interface], [networking.os.device.deviceSelector]';
	if (!name && !deviceSelector) problems.error([], `${both}: required either config section to be set`);
	if (name && deviceSelector) problems.error(['deviceSelector'], `${both}: config sections are mutually exclusive`);
	if (deviceSelector && Object.values(deviceSelector).every((value) => value === undefined || value === '')) {
		problems.error(['deviceSelector'], '[networking.os.device.deviceSelector]: config section should contain at least one field');
	}
}

function checkVLANs({ interface: name = '', vlans = [] }: NetworkDevice, problems: Problems): void {
	for (const [index, vlan] of vlans.entries()) {
		if (!vlan) {
			problems.error([index], `[networking.os.device.vlan] ${name}: vlans[${index}] is null`);
			continue;
		}
		const { vlanId = 0, addresses = [], cidr } = vlan;
		const place = `${name}.${vlanId}`;
		if (addresses.length > 0 && cidr) {
			problems.error([index, 'cidr'], `[networking.os.device.vlan] ${place}: vlan can't have both .cidr and .addresses set`);
		}
		const cidrProblem = cidr ? addressProblem(cidr) : undefined;
		if (cidrProblem !== undefined) problems.error([index, 'cidr'], `[networking.os.device.vlan.CIDR] ${place}: ${cidrProblem}`);
		for (const [position, address] of addresses.entries()) {
			const problem = addressProblem(address);
			if (problem === undefined) continue;
			problems.error([index, 'addresses', position], `[networking.os.device.vlan.addresses] ${place}: ${problem}`);
		}
	}
}

function checkAddressing(device: NetworkDevice, isMember: boolean, problems: Problems): void {
	const { interface: name = '', dhcp, cidr, addresses = [], vip } = device;
	if (isMember && (dhcp || cidr || addresses.length > 0 || vip)) {
		problems.error([], `[networking.os.device] ${quote(name)}: bonded/bridged interface shouldn't have any addressing methods configured`);
	}
	if (addresses.length > 0 && cidr) {
		problems.error(['cidr'], `[networking.os.device] ${quote(name)}: interface can't have both .cidr and .addresses set`);
	}
	if (cidr) {
		const problem = addressProblem(cidr);
		if (problem !== undefined) problems.error(['cidr'], `[networking.os.device.CIDR] ${quote(name)}: ${problem}`);
		problems.warning(
			['cidr'],
			`${quote(name)}: machine.network.interface.cidr is deprecated, please use machine.network.interface.addresses`,
		);
	}
	for (const [index, address] of addresses.entries()) {
		const problem = addressProblem(address);
		if (problem !== undefined) problems.error(['addresses', index], `[networking.os.device.addresses] ${quote(name)}: ${problem}`);
	}
	if (vip && !isPlainAddress(vip.ip ?? '')) {
		problems.error(['vip', 'ip'], `[networking.os.device.vip] failed to parse ${quote(vip.ip ?? '')} as IP address`);
	}
}
