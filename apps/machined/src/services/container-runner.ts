import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Container, type ContainerDescription, type ContainerdConnection } from '@ichor/containerd';
import { background, type Context, withTimeout } from '@ichor/std';
import { paths } from '../paths.ts';
import { lastWords } from './last-words.ts';
import type { Runner } from './service.ts';

/** A container as a service. containerd's shim keeps it when machined dies; the next machined finds it by its id. */
export class ContainerRunner implements Runner {
	readonly #connection: ContainerdConnection;
	readonly #description: ContainerDescription;
	readonly #onlySame: boolean;
	#container: Container | undefined;
	#pid: number | undefined;

	/** @param options onlySame: one that runs, but was made from another specification, is made anew */
	constructor(
		connection: ContainerdConnection,
		description: Omit<ContainerDescription, 'log'>,
		options: { readonly onlySame?: boolean } = {},
	) {
		this.#connection = connection;
		this.#onlySame = options.onlySame ?? false;
		this.#description = { ...description, log: `${paths.logs}/${description.id}.log` };
	}

	async start(context: Context): Promise<string> {
		const { id, log = '', specification } = this.#description;
		await mkdir(dirname(log), { recursive: true });
		const found = await Container.attach(context, this.#connection, id, this.#onlySame ? specification : undefined);
		this.#container = found ?? (await Container.start(context, this.#connection, this.#description));
		this.#pid = await this.#container.pid(context);
		return `${found === undefined ? 'Started' : 'Found'} task ${id} (PID ${this.#pid ?? 0}) for container ${id}`;
	}

	get pid(): number | undefined {
		return this.#pid;
	}

	async ended(): Promise<string> {
		if (this.#container === undefined) return 'it was not started';
		const { status } = await this.#container.wait(background);
		const ended = `task "${this.#description.id}" failed: exit code ${status}`;
		// one that was killed did not know that it would end
		const words = status < killed ? await lastWords(this.#description.log ?? '') : '';
		return words === '' ? ended : `${ended}: ${words}`;
	}

	async stop(context: Context): Promise<void> {
		const container = this.#container;
		if (container === undefined) return;
		await container.kill(context, 15);
		await container.wait(withTimeout(context, patience)).catch(() => undefined);
		await container.remove(context);
	}
}

/** Exit codes from here on are 128 and a signal's number (runc, process.go). */
const killed = 128;
/** Milliseconds between SIGTERM and SIGKILL (upstream: 10 s). */
const patience = 10_000;
