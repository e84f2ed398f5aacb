import { readFile } from 'node:fs/promises';

/** The capabilities that this process could give to another: those of its bounding set, as OCI specifications name them. */
export async function boundingCapabilities(): Promise<readonly string[]> {
	const status = await readFile('/proc/self/status', 'utf8');
	const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
	return capabilityNames.filter((_, bit) => ((bounding >> BigInt(bit)) & 1n) === 1n).map((name) => `CAP_${name}`);
}

/** In the order of their bits: linux/capability.h. */
const capabilityNames =
	'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'.split(
		' ',
	);
