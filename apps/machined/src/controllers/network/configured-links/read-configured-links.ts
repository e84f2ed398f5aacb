import { DeviceConfigSpec, LinkStatus } from '@ichor/machinery/resources';
import type { Reader } from '@ichor/runtime';
import { activeConfig, configInput } from '../../../boot/configuration.ts';
import type { ConfiguredLink } from './configured-link.ts';
import { type Device, deviceLinks } from './device-links.ts';
import { documentLinks } from './document-links.ts';

/** What a controller must have as inputs to read the configured links. */
export const configuredLinkInputs = [
	configInput,
	{ ...DeviceConfigSpec.kind, kind: 'weak' },
	{ ...LinkStatus.kind, kind: 'weak' },
] as const;

/** The links that the configuration speaks of, legacy devices first; none in maintenance. */
export async function readConfiguredLinks(reader: Reader): Promise<readonly ConfiguredLink[]> {
	const config = await activeConfig(reader);
	if (config === undefined) return [];
	const statuses = await reader.list(LinkStatus.kind);
	const resolve = (name: string): string =>
		statuses.find(({ metadata }) => metadata.id === name)?.metadata.id ??
		statuses.find(({ spec }) => spec.alias === name || spec.altNames?.includes(name))?.metadata.id ??
		name;
	const devices = (await reader.list(DeviceConfigSpec.kind)).map(({ spec }) => spec.device as NonNullable<Device>);
	return [
		...deviceLinks(
			devices.map((device) => ({ name: device.interface ?? '', device })),
			resolve,
		),
		...documentLinks(config, resolve),
	];
}
