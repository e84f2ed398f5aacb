import { chmod, mkdir, open, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isSystemError, systemErrorText } from '@ichor/std/node/system-error';
import { extract, type Header } from 'tar-stream';
import { failureText } from './failure-text.ts';

/**
 * Unpacks a .tar.gz into a folder: files, folders and symbolic links, never over what is there.
 *
 * The node is not trusted with this machine. A name that leads out of the folder ends it; devices, pipes and hard links are
 * left out and told of in the end; nobody is made the owner, and no program gets the rights of its owner. Links come last,
 * so that nothing is written through one.
 *
 * @throws Error when the archive breaks or cannot be written
 */
export async function unpackArchive(archive: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
	const entries = extract();
	const gunzip = createGunzip();
	let begun = false;
	gunzip.once('data', () => {
		begun = true;
	});
	const unpacked = pipeline(Readable.from(archive), gunzip, entries).then(
		() => undefined,
		(error: unknown) =>
			new Error(`${begun ? 'error reading tar header' : 'error initializing gzip'}: ${failureText(error)}`, { cause: error }),
	);
	const unpacking = new Unpacking(folder);
	let failure: unknown;
	try {
		for await (const entry of entries) await unpacking.take(entry);
	} catch (error) {
		failure = error;
	}
	const broken = await unpacked;
	if (failure instanceof UnpackRefusal) throw failure;
	if (broken !== undefined) throw broken;
	if (failure !== undefined) throw failure;
	await unpacking.finish();
}

/** A file of the archive, or what is like one, with its content. */
interface Entry extends AsyncIterable<unknown> {
	readonly header: Header;
	resume(): unknown;
}

/** An entry that cannot be unpacked. */
class UnpackRefusal extends Error {}

class Unpacking {
	readonly #folder: string;
	/** The folders that were made here: only they and the first one are written to, no link that somebody left there. */
	readonly #made = new Set<string>();
	readonly #links: { readonly path: string; readonly target: string }[] = [];
	readonly #leftOut: string[] = [];

	constructor(folder: string) {
		this.#folder = folder;
	}

	async take(entry: Entry): Promise<void> {
		const { name, type, mode, linkname } = entry.header;
		const parts = innerParts(name);
		const path = join(this.#folder, ...parts);
		if (parts.length > 1 && !this.#made.has(parts.slice(0, -1).join('/'))) {
			throw new UnpackRefusal(`refused: ${JSON.stringify(name)} stands in the archive without its folder`);
		}
		if (type === 'directory') {
			await makeFolder(path, (mode & permissions) | 0o700);
			this.#made.add(parts.join('/'));
		} else if (type === 'file' || type === 'contiguous-file') await writeFile(path, mode & permissions, entry);
		else if (type === 'symlink') this.#links.push({ path, target: linkname });
		else this.#leftOut.push(`${JSON.stringify(name)} is a ${type}`);
		entry.resume();
	}

	async finish(): Promise<void> {
		for (const { path, target } of this.#links) {
			await symlink(target, path).catch(refuse(`error creating symlink ${JSON.stringify(path)} -> ${JSON.stringify(target)}`));
		}
		if (this.#leftOut.length > 0) throw new Error(`left out: ${this.#leftOut.join(', ')}`);
	}
}

/** What may be given: neither set-uid nor set-gid nor sticky. */
const permissions = 0o777;

/** The parts of a name below the folder. */
function innerParts(name: string): readonly string[] {
	const parts = name.split('/').filter((part) => part !== '' && part !== '.');
	if (parts.length === 0 && name === '') throw new UnpackRefusal('empty tar header path');
	if (name.startsWith('/') || parts.includes('..') || name.includes('\0')) {
		throw new UnpackRefusal(`refused: ${JSON.stringify(name)} in the archive leads out of the folder`);
	}
	return parts;
}

async function makeFolder(path: string, mode: number): Promise<void> {
	const about = `error creating directory ${JSON.stringify(path)} mode d${modeText(mode)}`;
	await mkdir(path, { mode }).catch(refuse(about));
	await chmod(path, mode).catch(refuse(about));
}

async function writeFile(path: string, mode: number, content: AsyncIterable<unknown>): Promise<void> {
	const about = `error creating file ${JSON.stringify(path)} mode -${modeText(mode)}`;
	const file = await open(path, 'wx', 0o600).catch(refuse(about));
	try {
		for await (const bytes of content) await file.writeFile(bytes as Uint8Array);
		await file.chmod(mode);
	} catch (error) {
		throw new UnpackRefusal(`error copying data to ${JSON.stringify(path)}: ${reasonOf(error)}`, { cause: error });
	} finally {
		await file.close();
	}
}

function refuse(about: string): (error: unknown) => never {
	return (error) => {
		throw new UnpackRefusal(`${about}: ${reasonOf(error)}`, { cause: error });
	};
}

function reasonOf(error: unknown): string {
	return isSystemError(error) ? systemErrorText(error) : failureText(error);
}

function modeText(mode: number): string {
	return [...'rwxrwxrwx'].map((letter, index) => ((mode & (1 << (8 - index))) === 0 ? '-' : letter)).join('');
}
