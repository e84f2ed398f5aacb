import { LinuxError } from '../../errors.ts';
import { encodeChange, type WireguardChange, type WireguardDevice } from '../device.ts';
import type { Wireguard } from '../wireguard.ts';

/** Devices in memory, by the index of their link; what cannot be sent to a kernel is refused here too. */
export class FakeWireguard implements Wireguard {
	readonly #devices = new Map<number, WireguardDevice>();
	/** How often something was changed. */
	changes = 0;

	device(linkIndex: number): WireguardDevice {
		return this.#devices.get(linkIndex) ?? { privateKey: '', publicKey: '', listenPort: 0, firewallMark: 0, peers: [] };
	}

	change(linkIndex: number, change: WireguardChange): void {
		encodeChange(linkIndex, change);
		const before = this.device(linkIndex);
		const { setPeers, removePeers, ...settings } = change;
		const gone = new Set([...removePeers, ...setPeers.map(({ publicKey }) => publicKey)]);
		if (linkIndex < 1) throw new LinuxError('not-found', `no link #${linkIndex}`);
		this.#devices.set(linkIndex, {
			...before,
			...settings,
			peers: [...before.peers.filter(({ publicKey }) => !gone.has(publicKey)), ...setPeers],
		});
		this.changes++;
	}
}
