import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type MachineConfig as Config, ConfigError, loadConfig, rootOf, validateConfig } from '@ichor/machinery/config';
import {
	AcquireConfigStatus,
	acquireConfigStatusId,
	activeConfigId,
	MachineConfig,
	MaintenanceServiceRequest,
	maintenanceServiceRequestId,
	persistentConfigId,
	yamlScalarAnnotation,
} from '@ichor/machinery/resources';
import { versionTag } from '@ichor/machinery/versions';
import { RpcError } from '@ichor/rpc';
import { type State, withSpec } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../paths.ts';
import { unimplementedIn } from './unimplemented.ts';

/** The machine's configuration: on STATE, and as resources. A change holds whole or not at all. */
export class Configuration {
	readonly #state: State;
	readonly #arrived = Promise.withResolvers<void>();
	#active: string | undefined;

	constructor(state: State) {
		this.#state = state;
	}

	/** The text that holds; undefined when there is none. */
	get active(): string | undefined {
		return this.#active;
	}

	/** Whether what holds is enough to run with: it has the root document. Without, the machine is in maintenance. */
	get complete(): boolean {
		return this.#active !== undefined && rootOf(parsed(this.#active)) !== undefined;
	}

	/**
	 * Finds the configuration on STATE or in the environment that the container was given.
	 *
	 * @returns whether it is complete
	 * @throws ConfigError for one that cannot be read
	 */
	async acquire(context: Context): Promise<boolean> {
		if (existsSync(paths.configuration)) {
			const text = await readFile(paths.configuration, 'utf8');
			await this.#publish(persistentConfigId, text);
			await this.#activate(text);
			context.log('info', 'machine config loaded successfully', { sources: ['state'] });
			if (this.complete) return true;
		}
		const given = process.env.USERDATA;
		if (given === undefined || given === '') return false;
		const text = Buffer.from(given, 'base64').toString('utf8');
		checkConfiguration(text, { maintenance: true });
		await this.apply(text);
		context.log('info', 'machine config loaded successfully', { sources: ['container'] });
		return this.complete;
	}

	/** Asks for a configuration, and resolves when a complete one holds and nobody answers the request any more. */
	async untilComplete(context: Context): Promise<void> {
		if (this.complete) return;
		await this.#state.create(MaintenanceServiceRequest.resource(maintenanceServiceRequestId, {}), owned);
		await new Promise<void>((resolve, reject) => {
			context.signal.addEventListener('abort', () => reject(context.signal.reason as Error), { once: true });
			void this.#arrived.promise.then(resolve);
		});
		await this.#state.teardownAndDestroy(MaintenanceServiceRequest.pointer(maintenanceServiceRequestId), owned);
	}

	/** Puts a text on STATE: it holds after the next boot. */
	async store(text: string): Promise<void> {
		await writeFileAtomically(paths.configuration, text);
		await this.#publish(persistentConfigId, text);
	}

	/** Stores a text and lets it hold from now on. */
	async apply(text: string): Promise<void> {
		await this.store(text);
		await this.#activate(text);
	}

	/** Lets a text hold until the next boot, or until another one is applied. */
	async tryOut(text: string): Promise<void> {
		await this.#activate(text);
	}

	async #activate(text: string): Promise<void> {
		await this.#publish(activeConfigId, text);
		const before = this.complete;
		this.#active = text;
		if (before || !this.complete) return;
		await this.#state.create(AcquireConfigStatus.resource(acquireConfigStatusId, {}), owned);
		this.#arrived.resolve();
	}

	async #publish(id: string, text: string): Promise<void> {
		const empty = MachineConfig.resource(id, text, { annotations: yamlScalarAnnotation });
		await this.#state.modify(empty, (current) => withSpec(current, text));
	}
}

/** Whose work this class does: upstream's controller of that name. */
const owned = { owner: 'config.AcquireController' };

/**
 * Judges a configuration that was handed in. In maintenance it may come in parts; after that it must have its root document.
 *
 * @returns what is allowed, but probably not meant
 * @throws RpcError "invalid-argument" with every broken rule
 */
export function checkConfiguration(text: string, { maintenance }: { readonly maintenance: boolean }): readonly string[] {
	try {
		const config = loadConfig(text);
		if (!maintenance && rootOf(config) === undefined) throw new RpcError('invalid-argument', withoutRoot);
		const { warnings, error } = validateConfig(config, { mode: 'container', local: false, strict: false, talosVersion: versionTag });
		if (error !== undefined) throw error;
		const inVain = unimplementedIn(config).map(({ message, places }) => `${message} (${places.join(', ')})`);
		return [...warnings.map(({ message }) => message), ...inVain];
	} catch (error) {
		if (error instanceof ConfigError) throw new RpcError('invalid-argument', error.message, { cause: error });
		throw error;
	}
}

/** Upstream's words. */
const withoutRoot = "the applied machine configuration doesn't contain v1alpha1 config, did you mean to patch the machine config instead?";

/** The configuration in a resource, read once for each text. */
export function parsed(text: string): Config {
	if (last?.text !== text) last = { text, config: loadConfig(text) };
	return last.config;
}

let last: { readonly text: string; readonly config: Config } | undefined;

/** The configuration that holds, undefined in maintenance. For controllers. */
export async function activeConfig(reader: Pick<State, 'find'>): Promise<Config | undefined> {
	const resource = await reader.find(MachineConfig.pointer(activeConfigId));
	return resource === undefined ? undefined : parsed(resource.spec);
}

/** The configuration as an input of controllers. */
export const configInput = { ...MachineConfig.kind, id: activeConfigId, kind: 'weak' } as const;
