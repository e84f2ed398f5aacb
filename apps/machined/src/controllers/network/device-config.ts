import { DeviceConfigSpec, isPhysical, LinkStatus, type LinkStatusSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';
import { type Device, legacyDevices } from './configured-links/device-links.ts';

type Selector = NonNullable<NonNullable<Device>['deviceSelector']>;

/** The devices of the legacy `machine.network.interfaces`, those that are described by a selector with the names of their links,
 * and bonds with those of their members. */
export const deviceConfigController: Controller = reconciling({
	name: 'network.DeviceConfigController',
	inputs: [configInput, { ...LinkStatus.kind, kind: 'weak' }],
	outputs: [{ type: DeviceConfigSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const links = await runtime.list(LinkStatus.kind);
		runtime.startTrackingOutputs();
		for (const [place, device] of (config === undefined ? [] : legacyDevices(config)).entries()) {
			const { deviceSelector } = device;
			const names =
				deviceSelector === undefined
					? [device.interface ?? '']
					: links.filter(({ spec }) => isSelected(spec, deviceSelector)).map(({ metadata }) => metadata.id);
			const expanded = withMembers(device, links);
			if (expanded === undefined) continue;
			for (const name of names)
				await publish(runtime, DeviceConfigSpec, `${name}/${String(place).padStart(3, '0')}`, { device: { ...expanded, interface: name } });
		}
		await runtime.cleanupOutputs(DeviceConfigSpec.kind);
	},
});

/** A bond with the names of the links that its selectors choose, itself never: it has the address of one. Undefined as long as there are none. */
export function withMembers(
	device: NonNullable<Device>,
	links: readonly { readonly metadata: { readonly id: string }; readonly spec: LinkStatusSpec }[],
): Device | undefined {
	const { deviceSelectors = [], ...bond } = device.bond ?? {};
	if (deviceSelectors.length === 0) return device;
	const interfaces = deviceSelectors.flatMap((selector) =>
		links.filter(({ metadata, spec }) => metadata.id !== device.interface && isSelected(spec, selector)).map(({ metadata }) => metadata.id),
	);
	return interfaces.length === 0 ? undefined : { ...device, bond: { ...bond, interfaces } };
}

/** Whether a link is what a selector describes; an empty selector describes nothing. */
export function isSelected(link: LinkStatusSpec, selector: Selector): boolean {
	const texts: readonly (readonly [string | undefined, string | undefined])[] = [
		[selector.busPath, link.busPath],
		[selector.hardwareAddr, link.hardwareAddr],
		[selector.permanentAddr, link.permanentAddr],
		[selector.pciID, link.pciID],
		[selector.driver, link.driver],
	];
	const wanted = texts.filter(([pattern]) => pattern !== undefined && pattern !== '');
	if (wanted.length === 0 && selector.physical === undefined) return false;
	if (selector.physical !== undefined && selector.physical !== isPhysical(link)) return false;
	return wanted.every(([pattern = '', value = '']) => matches(pattern.toLowerCase(), value.toLowerCase()));
}

/** `*` stands for any text, `?` for any character. */
function matches(pattern: string, value: string): boolean {
	const expression = [...pattern].map((character) => (character === '*' ? '.*' : character === '?' ? '.' : literal(character))).join('');
	return new RegExp(`^${expression}$`).test(value);
}

function literal(character: string): string {
	return /[\w:-]/.test(character) ? character : `\\${character}`;
}
