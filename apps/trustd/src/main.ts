import { SecurityService } from '@ichor/api/security';
import { plainPem, TrustdCertificates, trustdCertificatesId } from '@ichor/machinery/resources';
import { listenTls, openChannel, RemoteState, RpcServer, type TlsListener } from '@ichor/rpc';
import { createRegistry, State } from '@ichor/runtime';
import { followMachined } from '@ichor/std/node';
import { resourceTypes } from './resource-types.ts';
import { securityService } from './security-service.ts';

/** trustd: signs server certificates for machines that know the cluster's token. */

const stateSocket = '/system/run/trustd/runtime.sock';
const port = 50001;

const channel = openChannel(`unix:${stateSocket}`);
const state = new State(new RemoteState(channel, { registry: createRegistry(resourceTypes) }));
const server = new RpcServer().add(SecurityService, securityService(state));
let listener: TlsListener | undefined;

followMachined('trustd', follow);

async function follow(): Promise<void> {
	for await (const event of await state.watch(TrustdCertificates.pointer(trustdCertificatesId))) {
		if (event.type !== 'created' && event.type !== 'updated') continue;
		const { crt, key } = event.resource.spec.server;
		const identity = { certificate: plainPem(crt), key: plainPem(key) };
		if (listener === undefined) listener = await listenTls(server.accept, { port, identity });
		else listener.rotate(identity);
		console.log(`certificate in use, listening on port ${port}`);
	}
}
