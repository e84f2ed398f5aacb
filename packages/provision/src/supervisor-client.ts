import { request } from 'node:http';
import type { Context } from '@ichor/std';
import type { NodeStatus } from './cluster.ts';
import type { ClusterFolder } from './cluster-folder.ts';
import { ProvisionError } from './errors.ts';

/** Asks the supervisor of a running cluster. */
export class SupervisorClient {
	readonly #socket: string;

	constructor(folder: ClusterFolder) {
		this.#socket = folder.supervisorSocket;
	}

	/** @throws ProvisionError `absent` when no supervisor answers */
	async nodes(context: Context): Promise<readonly NodeStatus[]> {
		return (await this.#ask(context, 'GET', '/nodes')) as readonly NodeStatus[];
	}

	async tell(context: Context, node: string, verb: 'start' | 'stop' | 'crash'): Promise<NodeStatus> {
		return (await this.#ask(context, 'POST', `/nodes/${node}/${verb}`)) as NodeStatus;
	}

	async #ask(context: Context, method: string, path: string): Promise<unknown> {
		return await new Promise((resolve, reject) => {
			const call = request({ socketPath: this.#socket, method, path, signal: context.signal }, (response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (chunk: string) => {
					text += chunk;
				});
				response.on('end', () => {
					const body = JSON.parse(text) as { error?: string };
					if (response.statusCode === 200) resolve(body);
					else reject(new ProvisionError('failed', `the supervisor refused ${method} ${path}: ${body.error ?? 'no reason given'}`));
				});
			});
			call.on('error', (cause) => reject(new ProvisionError('absent', 'no supervisor answers', { cause })));
			call.end();
		});
	}
}
