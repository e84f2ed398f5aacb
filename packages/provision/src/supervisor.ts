import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveDiscovery } from '@ichor/discovery';
import { createRegistry, ImageLayout, joinStores, layoutFolder } from '@ichor/oci';
import { background, type Context, messageOf } from '@ichor/std';
import { ClusterFolder } from './cluster-folder.ts';
import { discoveryPort, registryPort, shutdownGrace } from './constants.ts';
import { ContainerNode } from './container-node.ts';
import { BridgeNetwork } from './network.ts';

/**
 * The process that a local cluster is: it starts the nodes, starts them again, and answers on a unix socket until it is
 * told to end. Runs in a mount namespace of its own, so that the nodes' disks are unmounted when it is gone, however.
 * Returns once the nodes are started.
 */
export async function supervise(home: string, name: string): Promise<void> {
	const folder = new ClusterFolder(home, name);
	const cluster = await folder.read();
	const network = new BridgeNetwork(folder, cluster.network);
	const nodes = new Map(cluster.nodes.map((node) => [node.name, new ContainerNode(folder, cluster, node, network)]));

	const server = createServer((request, response) => void answer(nodes, request, response));
	await rm(folder.supervisorSocket, { force: true });
	await new Promise<void>((resolve) => server.listen(folder.supervisorSocket, resolve));
	await chmod(folder.supervisorSocket, 0o600);
	await writeFile(folder.supervisorPid, `${process.pid}\n`);
	const end = async (grace: number): Promise<void> => {
		context.log('info', 'ending', { grace });
		server.close();
		await Promise.allSettled([...nodes.values()].map((node) => node.stop(context, grace)));
		await rm(folder.supervisorSocket, { force: true });
		await rm(folder.supervisorPid, { force: true });
		process.exit(0);
	};
	process.on('SIGTERM', () => void end(shutdownGrace));
	process.on('SIGINT', () => void end(shutdownGrace));
	// the cluster is to be removed: nobody will read what a shutdown would save
	process.on('SIGQUIT', () => void end(0));
	// the cluster's own images first; behind them whatever this host builds while the cluster runs, for an upgrade
	const layouts = cluster.imageLayouts.map((path) => new ImageLayout(path));
	const further = cluster.imageFolder === undefined ? [] : [layoutFolder(cluster.imageFolder)];
	const registry = createRegistry(joinStores([...layouts, ...further]));
	await new Promise<void>((resolve) => registry.listen(registryPort, cluster.network.gateway, resolve));
	await serveDiscovery(cluster.network.gateway, discoveryPort);
	await Promise.all([...nodes.values()].map((node) => node.start(context)));
	context.log('info', 'nodes started', { nodes: nodes.size });
}

const context: Context = {
	...background,
	log: (level, message, fields) => console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })),
};

type Nodes = ReadonlyMap<string, ContainerNode>;

async function answer(nodes: Nodes, request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		const body = await perform(nodes, request.method ?? 'GET', request.url ?? '/');
		response
			.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
			.end(JSON.stringify(body ?? { error: 'no such thing' }));
	} catch (error) {
		context.log('error', 'request failed', { url: request.url, error: messageOf(error) });
		response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ error: messageOf(error) }));
	}
}

async function perform(nodes: Nodes, method: string, url: string): Promise<object | undefined> {
	const [, collection, nodeName, verb] = url.split('/');
	if (method === 'GET' && collection === 'nodes' && nodeName === undefined)
		return await Promise.all([...nodes.values()].map((node) => node.status()));
	const node = collection === 'nodes' && nodeName !== undefined ? nodes.get(nodeName) : undefined;
	if (method !== 'POST' || node === undefined || (verb !== 'start' && verb !== 'stop' && verb !== 'crash')) return undefined;
	context.log('info', 'node is told', { node: nodeName, verb });
	await node[verb](context);
	return await node.status();
}
