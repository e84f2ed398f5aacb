import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import { hostParameterRecord, lockDeadline } from './constants.ts';
import { readHostParameters } from './host-parameters.ts';

/**
 * The parameters of the kernel that no namespace gives a container of its own: a node that sets `vm.overcommit_memory` sets
 * the host's. What they were before the first local cluster is recorded, and put back when the last one has ended.
 *
 * The record names the folders of the clusters that hold it, of every checkout. It is in /run, because a boot of the host
 * takes both away, the record and what the parameters were set to.
 */
export class HostParameterRecord {
	readonly #file: string;
	readonly #root: string;

	/** @param root the part of /proc/sys that is recorded */
	constructor(file = hostParameterRecord, root = '/proc/sys') {
		this.#file = file;
		this.#root = root;
	}

	/** Before the first node of a cluster starts. Again for the same cluster changes nothing. */
	async hold(context: Context, cluster: string): Promise<void> {
		await this.#alone(context, async () => {
			const record = (await this.#read()) ?? { clusters: [], values: Object.fromEntries(await readHostParameters(this.#root)) };
			await this.#write({ ...record, clusters: [...new Set([...existing(record.clusters), cluster])] });
		});
	}

	/**
	 * After the last node of a cluster has ended. A cluster whose folder is gone holds nothing, so that one that was removed
	 * by hand does not keep the host's parameters for ever.
	 */
	async release(context: Context, cluster: string): Promise<void> {
		await this.#alone(context, async () => {
			const record = await this.#read();
			if (record === undefined) return;
			const clusters = existing(record.clusters).filter((path) => path !== cluster);
			if (clusters.length > 0) return await this.#write({ ...record, clusters });
			await this.#putBack(context, record.values);
			await rm(this.#file);
		});
	}

	/** The folders of the clusters that this host has, of every checkout. */
	async clusters(): Promise<readonly string[]> {
		return existing((await this.#read())?.clusters ?? []);
	}

	async #putBack(context: Context, values: Readonly<Record<string, string>>): Promise<void> {
		const failures = new Map<string, string>();
		for (const name of await this.#changed(values)) {
			try {
				await writeFile(join(this.#root, name), values[name] ?? '');
			} catch (error) {
				failures.set(name, messageOf(error));
			}
		}
		// one may follow from another: the kernel refuses dirty_bytes 0 and sets it with dirty_ratio (Documentation/admin-guide/sysctl/vm.rst)
		for (const name of await this.#changed(values)) {
			const reason = failures.get(name) ?? 'the kernel took another value';
			context.log('warn', `${join(this.#root, name)} was ${JSON.stringify(values[name])} and cannot be put back: ${reason}`);
		}
	}

	async #changed(values: Readonly<Record<string, string>>): Promise<readonly string[]> {
		const now = await readHostParameters(this.#root);
		return Object.keys(values).filter((name) => now.has(name) && now.get(name) !== values[name]);
	}

	async #read(): Promise<Content | undefined> {
		try {
			return JSON.parse(await readFile(this.#file, 'utf8')) as Content;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
	}

	async #write(record: Content): Promise<void> {
		await writeFileAtomically(this.#file, `${JSON.stringify(record, undefined, '\t')}\n`);
	}

	/** One process at a time: an abstract socket (unix(7)) has one owner, and none as soon as its owner has died. */
	async #alone(context: Context, work: () => Promise<void>): Promise<void> {
		const lock = createServer();
		await waitFor(
			withTimeout(context, lockDeadline),
			() =>
				new Promise<true | undefined>((resolve, reject) => {
					const failed = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error));
					lock.once('error', failed).listen(`\0${this.#file}`, () => {
						lock.off('error', failed);
						resolve(true);
					});
				}),
		);
		try {
			await work();
		} finally {
			await new Promise((resolve) => lock.close(resolve));
		}
	}
}

interface Content {
	/** The folders of the clusters that run, or that may have left nodes that run. */
	readonly clusters: readonly string[];
	/** By the path below the root. */
	readonly values: Readonly<Record<string, string>>;
}

function existing(clusters: readonly string[]): readonly string[] {
	return clusters.filter((path) => existsSync(path));
}
