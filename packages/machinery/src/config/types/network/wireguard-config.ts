import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { isNegative } from '../../scalars/duration.ts';
import { checkCommonLink } from './common-link.ts';
import { type WireguardConfig, type WireguardPeer, wireguardConfigSchema } from './wireguard-config.gen.ts';
import { wireguardKeyProblem } from './wireguard-key.ts';

/** An encrypted tunnel to other machines. */
export const wireguardConfig: DocumentKind<WireguardConfig> = {
	kind: 'WireguardConfig',
	schema: wireguardConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(link, problems) {
		if (!link.name) problems.error(['name'], 'name must be specified');

		const keyProblem = link.privateKey ? wireguardKeyProblem(link.privateKey) : undefined;
		if (!link.privateKey) problems.error(['privateKey'], 'wireguard private key must be specified');
		else if (keyProblem) problems.error(['privateKey'], `wireguard private key is invalid: ${keyProblem}`);

		const port = link.listenPort ?? 0;
		if (port < 0 || port > 65535) problems.error(['listenPort'], 'wireguard listen port must be between 0 and 65535');

		for (const [index, peer] of (link.peers ?? []).entries()) checkPeer(peer, index, within(problems, 'peers', index));
		checkCommonLink(link, problems);
	},
};

function checkPeer(peer: WireguardPeer, index: number, problems: Problems): void {
	const place = `(peer index ${index})`;
	const publicKeyProblem = peer.publicKey ? wireguardKeyProblem(peer.publicKey) : undefined;
	if (!peer.publicKey) problems.error(['publicKey'], `wireguard peer public key must be specified ${place}`);
	else if (publicKeyProblem) problems.error(['publicKey'], `wireguard peer public key is invalid ${place}: ${publicKeyProblem}`);

	const presharedKeyProblem = peer.presharedKey ? wireguardKeyProblem(peer.presharedKey) : undefined;
	if (presharedKeyProblem) problems.error(['presharedKey'], `wireguard peer preshared key is invalid ${place}: ${presharedKeyProblem}`);

	if (isNegative(peer.persistentKeepaliveInterval)) {
		problems.error(['persistentKeepaliveInterval'], `wireguard peer persistent keepalive interval cannot be negative ${place}`);
	}
}
