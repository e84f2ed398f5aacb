import { decodeBase64 } from '../../../pki/base64.ts';
import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { base64Problem } from '../../scalars/base64.ts';
import { isAddress, isCIDR } from '../../scalars/subnet.ts';
import type { NetworkDeviceWireguard, NetworkDeviceWireguardPeer } from './network-device.gen.ts';

/** The rules of a WireGuard link of the root document. */
export function checkDeviceWireguard({ privateKey = '', peers = [] }: NetworkDeviceWireguard, problems: Problems): void {
	const problem = keyProblem(privateKey, privateKey && '******');
	if (problem !== undefined) problems.error(['privateKey'], `private key is invalid: ${problem}`);
	for (const [index, peer] of peers.entries()) {
		const atPeer = within(problems, 'peers', index);
		if (peer) checkPeer(peer, atPeer);
		else atPeer.error([], `peer ${index} is null`);
	}
}

function checkPeer({ publicKey = '', endpoint, allowedIPs = [] }: NetworkDeviceWireguardPeer, problems: Problems): void {
	const problem = keyProblem(publicKey, publicKey);
	if (problem !== undefined) problems.error(['publicKey'], `public key invalid: ${problem}`);
	if (endpoint && !hasPort(endpoint)) problems.error(['endpoint'], `peer endpoint ${quote(endpoint)} is invalid`);
	for (const [index, network] of allowedIPs.entries()) {
		if (isCIDR(network)) continue;
		problems.error(['allowedIPs', index], `peer allowed IP ${quote(network)} is invalid: invalid CIDR address: ${network}`);
	}
}

/** A key of Curve25519. */
const keyBytes = 32;

/** `shown` stands for the key in the message: upstream shows private keys too. */
function keyProblem(key: string, shown: string): string | undefined {
	const problem = base64Problem(key);
	if (problem !== undefined) return problem;
	const length = decodeBase64(key)?.length ?? 0;
	return length === keyBytes ? undefined : `wrong key ${quote(shown)} length: ${length}`;
}

/** `host:port` or `[2001:db8::1]:port`; the parts may be empty. */
function hasPort(endpoint: string): boolean {
	const [, bracketed] = /^\[([^[\]]*)\]:[^:[\]]*$/.exec(endpoint) ?? [];
	if (bracketed === undefined) return /^[^:[\]]*:[^:[\]]*$/.test(endpoint);
	return !bracketed.includes(':') || isAddress(bracketed);
}
