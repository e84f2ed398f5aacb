import { DeviceConfigSpec, LinkStatus } from '@ichor/machinery/resources';
import type { Reader } from '@ichor/runtime';
import { activeConfig, configInput } from '../../../boot/configuration.ts';
import type { ConfiguredLink, KnownLinks } from './configured-link.ts';
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
	const find = (name: string) =>
		statuses.find(({ metadata }) => metadata.id === name) ??
		statuses.find(({ spec }) => name !== '' && (spec.alias === name || spec.altNames?.includes(name)));
	const known: KnownLinks = {
		resolve: (name) => find(name)?.metadata.id ?? name,
		indexOf: (name = '') => find(name)?.spec.index,
	};
	const devices = (await reader.list(DeviceConfigSpec.kind)).map(({ spec }) => spec.device as NonNullable<Device>);
	return [
		...deviceLinks(
			devices.map((device) => ({ name: device.interface ?? '', device })),
			known,
		),
		...documentLinks(config, known),
	];
}
