import type { ConfigDocument } from './document.ts';
import type { StructValue } from './schema/zero.ts';

/** Kinds that configure a network link: a link has one of them. */
export const linkKinds: ReadonlySet<string> = new Set([
	'BondConfig',
	'BridgeConfig',
	'DummyLinkConfig',
	'LinkConfig',
	'VethConfig',
	'VLANConfig',
	'VRFConfig',
	'WireguardConfig',
]);

/** The links that a document configures, by name: a veth pair has two ends. */
export function linksOf({ kind, name = '', value }: ConfigDocument): readonly string[] {
	if (!linkKinds.has(kind)) return [];
	if (kind !== 'VethConfig') return [name];
	const peer = ((value as StructValue)['peer'] as StructValue | undefined)?.['name'];
	return [name, typeof peer === 'string' ? peer : ''];
}
