// Generated from model/scalars.yaml by `npm run generate`. Edit the model, not this file.

export const scalarDocs: Readonly<Record<string, string>> = {
	int: 'A whole number of 64 bits; a bigint only beyond 2^53.',
	Duration: 'A span of time as Go writes it: `1h30m`, `500ms`; canonical form `1h30m0s`.',
	ByteSize: 'A number of bytes, with a unit or without: `10GiB`, `2.5TB`, `1048576`. The original spelling is kept.',
	Size: 'A number of bytes like `ByteSize`, or a share of the disk: `80%`. A leading minus counts from the end.',
	CELExpression: 'An expression in the Common Expression Language.',
	Addr: 'An IP address: `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`.',
	AddrPort: 'An IP address and a port: `192.0.2.1:51820`, `[2001:db8::1]:51820`.',
	Prefix: 'An IP network or an address with its prefix length: `192.0.2.0/24`. Host bits are kept.',
	URLText: 'A URL as text.',
	HardwareAddr: 'Bytes in hexadecimal, separated by colons: `02:00:5e:10:00:01`. Any length.',
	PortRange: 'One port or a range of ports: `80`, `1000-2000`.',
	FilePermissions: 'Permission bits; written in octal as `0o644`.',
	DiskSizeText: 'A number of bytes with or without a unit: `100 GB`.',
	DiskSizeMatcher: 'A size to compare a disk with: `4GB`, `>= 1TB`, `< 2TB`.',
	Base64: 'Bytes in base64 of the standard alphabet.',
	ArgValue: 'The value of a command line argument; a list passes the argument once for each item.',
};
