import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { pack as createPack, type Pack } from 'tar-stream';
import { refusal } from './refusal.ts';
import { walkFiles } from './walk.ts';

/** A tar stream, and what was left out of it. */
export interface Archive {
	readonly stream: Pack;
	/** Once the stream has ended: what could not be packed and why, a line for each. */
	readonly skipped: readonly string[];
}

/**
 * A file, or a folder and all that is in it, without the folder itself: whoever unpacks it has one. What cannot be read is
 * left out and told; a file that the kernel makes up while it is read (`/proc`: its length is 0) is packed when it is short.
 * The stream fails with an RpcError when there is no such root.
 */
export function archiveOf(root: string, signal: AbortSignal): Archive {
	const stream = createPack();
	const skipped: string[] = [];
	void fill(stream, root, skipped, signal).then(
		() => stream.finalize(),
		(error: unknown) => stream.destroy(error as Error),
	);
	return { stream, skipped };
}

async function fill(pack: Pack, root: string, skipped: string[], signal: AbortSignal): Promise<void> {
	for await (const file of walkFiles(root)) {
		signal.throwIfAborted();
		const reason = 'error' in file ? file.error : file.name === '.' ? undefined : await addFile(pack, file.name, file, signal);
		if (reason !== undefined) skipped.push(`skipping ${JSON.stringify(file.path)}: ${reason}`);
	}
}

interface FoundFile {
	readonly path: string;
	readonly stats: Stats;
	readonly link: string;
}

type EntryHeader = Parameters<Pack['entry']>[0];

/** @returns why the file is not in the archive, or not whole */
async function addFile(pack: Pack, name: string, { path, stats, link }: FoundFile, signal: AbortSignal): Promise<string | undefined> {
	const header = { name, mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid, mtime: stats.mtime };
	if (stats.isSymbolicLink()) pack.entry({ ...header, type: 'symlink', linkname: link });
	else if (stats.isDirectory()) pack.entry({ ...header, type: 'directory' });
	else if (stats.isFIFO()) pack.entry({ ...header, type: 'fifo' });
	else if (stats.isFile()) return await addContent(pack, header, path, stats.size, signal);
	else if (stats.isSocket()) return 'archive/tar: sockets not supported';
	else pack.entry({ ...header, type: stats.isBlockDevice() ? 'block-device' : 'character-device', ...deviceNumbers(stats.rdev) });
	return undefined;
}

async function addContent(pack: Pack, header: EntryHeader, path: string, length: number, signal: AbortSignal): Promise<string | undefined> {
	let file: FileHandle;
	try {
		// some files of /proc and /sys have an answer only when something happens: they must not be waited for
		file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	} catch (error) {
		return refusal('open', path, error);
	}
	try {
		if (length > 0) {
			let failure: string | undefined;
			const content = contentOf(file, path, length, (reason) => (failure = reason));
			await pipeline(content, pack.entry({ ...header, type: 'file', size: length }), { signal });
			return failure;
		}
		const { bytesRead, buffer } = await file.read(Buffer.alloc(madeUpLimit), 0, madeUpLimit, null).catch(refusesReads);
		// longer than what is read at once: its length cannot be told
		const content = bytesRead < madeUpLimit ? buffer.subarray(0, bytesRead) : Buffer.alloc(0);
		pack.entry({ ...header, type: 'file', size: content.length }).end(content);
		return undefined;
	} catch (error) {
		signal.throwIfAborted();
		return refusal('read', path, error);
	} finally {
		await file.close();
	}
}

/** Some of the kernel's files can only be written to (`/proc/sys/net/ipv4/route/flush`). */
function refusesReads(error: NodeJS.ErrnoException): { bytesRead: number; buffer: Buffer } {
	if (error.code !== 'EINVAL') throw error;
	return { bytesRead: 0, buffer: Buffer.alloc(0) };
}

/**
 * Exactly as much as the header says: no more should the file grow meanwhile, and zeros for what it loses.
 *
 * @param fail is told why it is not the file's content
 */
async function* contentOf(file: FileHandle, path: string, length: number, fail: (reason: string) => void): AsyncGenerator<Uint8Array> {
	let left = length;
	try {
		while (left > 0) {
			const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(left, readSize)));
			if (bytesRead === 0) throw Object.assign(new Error('the file was cut'), { code: 'unexpected EOF' });
			left -= bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} catch (error) {
		fail(refusal('read', path, error));
		for (; left > 0; left -= readSize) yield Buffer.alloc(Math.min(left, readSize));
	}
}

/** Bytes that are read of a file whose length is 0, as upstream: what the kernel makes up is seldom longer than a page. */
const madeUpLimit = 4096;
/** Bytes that are read at once. */
const readSize = 256 * 1024;

/** makedev(3), for numbers of the usual size. */
function deviceNumbers(rdev: number): { readonly devmajor: number; readonly devminor: number } {
	return { devmajor: (rdev >> 8) & 0xfff, devminor: (rdev & 0xff) | ((rdev >> 12) & 0xfff00) };
}
