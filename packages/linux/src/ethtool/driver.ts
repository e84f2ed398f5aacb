import { LinuxError } from '../errors.ts';
import { libc } from '../libc/libc.ts';
import { textIn } from '../netlink/attributes.ts';

/** What the driver of a link says of itself. */
export interface DriverInformation {
	readonly driver: string;
	readonly version: string;
	readonly firmwareVersion: string;
	/** `0000:00:03.0` of a PCI device. */
	readonly busInformation: string;
}

/** ETHTOOL_GDRVINFO, which has no successor in netlink; undefined for a link without a driver, or none. */
export function driverInformation(link: string): DriverInformation | undefined {
	const information = Buffer.alloc(informationSize);
	information.writeUInt32LE(getDriverInformation, 0);
	const request = Buffer.alloc(requestSize);
	request.write(link, 0, nameSize - 1);
	request.writeBigUInt64LE(libc.addressOf(information), nameSize);
	const fd = libc.socket(internet, datagram, 0, 'open a socket for ethtool');
	try {
		libc.control(fd, ethtoolRequest, request, `ask for the driver of ${link}`);
	} catch (error) {
		if (error instanceof LinuxError) return undefined;
		throw error;
	} finally {
		libc.close(fd);
	}
	const [driver = '', version = '', firmwareVersion = '', busInformation = ''] = [0, 1, 2, 3].map((at) =>
		textIn(information.subarray(4 + at * fieldSize, 4 + (at + 1) * fieldSize)),
	);
	return { driver, version, firmwareVersion, busInformation };
}

/** AF_INET, SOCK_DGRAM, SIOCETHTOOL, ETHTOOL_GDRVINFO; struct ifreq and struct ethtool_drvinfo of linux/ethtool.h. */
const internet = 2;
const datagram = 2;
const ethtoolRequest = 0x8946;
const getDriverInformation = 3;
const nameSize = 16;
const requestSize = 40;
const fieldSize = 32;
const informationSize = 196;
