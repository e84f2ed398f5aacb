import { genericFamily, genericList, genericRequest, openGeneric } from '../netlink/generic.ts';
import { encodeChange, encodeQuestion, readDevice, type WireguardChange, type WireguardDevice } from './device.ts';

/** The WireGuard links of the kernel. Every method throws LinuxError with what the kernel says against it, "not-found" when it has no WireGuard. */
export interface Wireguard {
	device(linkIndex: number): WireguardDevice;
	change(linkIndex: number, change: WireguardChange): void;
}

/** Of the network namespace of the calling thread. The kernel is asked anew each time: its module may come later. */
export const wireguard: Wireguard = {
	device: (linkIndex) =>
		asking(({ socket, family }) => {
			const what = `WireGuard on link #${linkIndex}`;
			return readDevice(genericList(socket, { what, family, command: getDevice, version, attributes: encodeQuestion(linkIndex) }));
		}),
	change(linkIndex, change) {
		asking(({ socket, family }) => {
			const what = `set WireGuard up on link #${linkIndex}`;
			for (const attributes of encodeChange(linkIndex, change))
				genericRequest(socket, { what, family, command: setDevice, version, attributes });
		});
	},
};

function asking<T>(question: (to: { readonly socket: ReturnType<typeof openGeneric>; readonly family: number }) => T): T {
	const socket = openGeneric();
	try {
		return question({ socket, family: genericFamily(socket, 'wireguard').id });
	} finally {
		socket.close();
	}
}

/** WG_CMD_* and WG_GENL_VERSION of linux/wireguard.h. */
const getDevice = 0;
const setDevice = 1;
const version = 1;
