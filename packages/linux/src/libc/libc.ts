import koffi from 'koffi';
import { systemError } from '../errors.ts';

/**
 * The functions of libc that Node does not have, for the calling thread. Each throws LinuxError when the call fails;
 * `what` says in its message what was tried.
 */
export const libc = {
	socket(domain: number, type: number, protocol: number, what: string): number {
		return checked(native().socket(domain, type | closeOnExec, protocol), what);
	},

	bind(fd: number, address: Buffer, what: string): void {
		checked(native().bind(fd, address, address.length), what);
	},

	setOption(fd: number, level: number, option: number, value: Buffer, what: string): void {
		checked(native().setsockopt(fd, level, option, value, value.length), what);
	},

	send(fd: number, data: Buffer, what: string): void {
		checked(native().send(fd, data, data.length, 0), what);
	},

	sendTo(fd: number, data: Buffer, address: Buffer, what: string): void {
		checked(native().sendto(fd, data, data.length, 0, address, address.length), what);
	},

	/**
	 * Receives one datagram.
	 *
	 * @returns its length, which is more than the buffer's when its end is lost; undefined when there is none and the descriptor does not block
	 */
	receive(fd: number, into: Buffer, what: string): number | undefined {
		const length = native().recv(fd, into, into.length, tellWholeLength);
		return length < 0 && koffi.errno() === wouldBlock ? undefined : checked(length, what);
	},

	close(fd: number): void {
		native().close(fd);
	},

	eventCounter(): number {
		return checked(native().eventfd(0, closeOnExec | nonBlocking), 'make an event descriptor');
	},

	/** An ioctl(2) whose argument is a buffer that the kernel reads and writes. */
	control(fd: number, request: number, argument: Buffer, what: string): void {
		checked(native().ioctl(fd, request, argument), what);
	},

	/** Where a buffer is in memory, for a structure that points to it. The buffer must outlive the call. */
	addressOf(buffer: Buffer): bigint {
		return koffi.address(buffer);
	},

	/** Takes the calling thread out of the namespaces of these flags (CLONE_NEW* of clone(2)), into new ones. */
	unshare(flags: number): void {
		checked(native().unshare(flags), 'enter a new namespace');
	},

	/** Moves the calling thread into a namespace. `fd` is an open file of /proc/PID/ns. */
	enterNamespace(fd: number): void {
		checked(native().setns(fd, 0), 'enter a namespace');
	},

	mount(source: string, target: string, flags: number): void {
		checked(native().mount(source, target, null, flags, null), `mount ${source} on ${target}`);
	},

	unmount(target: string): void {
		checked(native().umount2(target, 0), `unmount ${target}`);
	},

	/** With MNT_DETACH of umount2(2). */
	detach(target: string): void {
		checked(native().umount2(target, 2), `unmount ${target}`);
	},

	/** malloc_trim(3). */
	trimHeap(): void {
		native().malloc_trim(0);
	},

	/** poll(2), in a thread of libuv's pool. `set` must live until the callback; it gets the number of ready descriptors. */
	poll(set: Buffer, count: number, done: (error: Error | null, ready: number) => void): void {
		(native().poll as unknown as { async(...parameters: unknown[]): void }).async(set, count, forever, done);
	},
} as const;

/** Flags of socket(2) and eventfd(2), MSG_TRUNC of recv(2), EAGAIN of errno(3), the endless timeout of poll(2). */
export const nonBlocking = 0o4000;
const closeOnExec = 0o2000000;
const tellWholeLength = 0x20;
const wouldBlock = 11;
const forever = -1;

function checked(result: number, what: string): number {
	if (result < 0) throw systemError(koffi.errno(), what);
	return result;
}

type Call = (...parameters: readonly unknown[]) => number;
type Native = Readonly<Record<(typeof prototypes)[number][0], Call>>;

const prototypes = [
	['socket', 'int socket(int, int, int)'],
	['bind', 'int bind(int, void *, unsigned int)'],
	['setsockopt', 'int setsockopt(int, int, int, void *, unsigned int)'],
	['send', 'long send(int, void *, unsigned long, int)'],
	['sendto', 'long sendto(int, void *, unsigned long, int, void *, unsigned int)'],
	['recv', 'long recv(int, void *, unsigned long, int)'],
	['close', 'int close(int)'],
	['eventfd', 'int eventfd(unsigned int, int)'],
	['ioctl', 'int ioctl(int, unsigned long, void *)'],
	['unshare', 'int unshare(int)'],
	['setns', 'int setns(int, int)'],
	['mount', 'int mount(const char *, const char *, const char *, unsigned long, void *)'],
	['umount2', 'int umount2(const char *, int)'],
	['malloc_trim', 'int malloc_trim(unsigned long)'],
	['poll', 'int poll(void *, unsigned long, int)'],
] as const;

/** Loaded at the first call: a program that calls nothing needs no libc to be there under this name. */
function native(): Native {
	if (loaded === undefined) {
		const library = koffi.load('libc.so.6');
		loaded = Object.fromEntries(prototypes.map(([name, prototype]) => [name, library.func(prototype)])) as unknown as Native;
	}
	return loaded;
}

let loaded: Native | undefined;
