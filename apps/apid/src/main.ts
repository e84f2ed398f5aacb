import {
	ApiCertificates,
	apiCertificatesId,
	currentAddressId,
	HostnameStatus,
	hostnameId,
	MachineType,
	machineTypeId,
	NodeAddress,
	plainAddresses,
	plainPem,
} from '@ichor/machinery/resources';
import { openChannel, plainKey, RemoteState } from '@ichor/rpc';
import { createRegistry, State } from '@ichor/runtime';
import { followMachined } from '@ichor/std/node';
import { Backends } from './backends.ts';
import { apidPort } from './constants.ts';
import type { Place } from './director.ts';
import { ApiServer, type ServerCredentials } from './server.ts';

/** apid: this node's API to the network. What it shows and whom it believes are resources of machined's, followed as they change. */

const machineSocket = '/system/run/machined/machine.sock';
const stateSocket = '/system/run/apid/runtime.sock';

const registry = createRegistry([ApiCertificates, HostnameStatus, MachineType, NodeAddress]);
const channel = openChannel(`unix:${stateSocket}`);
const state = new State(new RemoteState(channel, { registry }));
const backends = new Backends(machineSocket);
let server: ApiServer | undefined;

followMachined('apid', follow);

async function follow(): Promise<void> {
	for await (const event of await state.watch(ApiCertificates.pointer(apiCertificatesId))) {
		if (event.type !== 'created' && event.type !== 'updated') continue;
		const { server: own, client, acceptedCAs, skipVerifyingClientCert: maintenance } = event.resource.spec;
		const ca = acceptedCAs.map(({ crt }) => plainPem(crt)).join('\n');
		const credentials: ServerCredentials = {
			certificate: plainPem(own.crt),
			key: plainKey(plainPem(own.key)),
			...(maintenance ? {} : { ca }),
		};
		backends.use(client === null ? undefined : { ca, certificate: plainPem(client.crt), key: plainKey(plainPem(client.key)) });
		const place = await placeOf(maintenance, client !== null);
		if (server === undefined) {
			server = new ApiServer(credentials, place, backends);
			await server.listen(apidPort, '::');
			console.log(`listening on port ${apidPort}${maintenance ? ', in maintenance mode' : ''}`);
		} else {
			server.replace(credentials, place);
			console.log(`certificates renewed${maintenance ? ', in maintenance mode' : ''}`);
		}
	}
}

async function placeOf(maintenance: boolean, hasClient: boolean): Promise<Place> {
	const type = await state.find(MachineType.pointer(machineTypeId));
	const host = await state.find(HostnameStatus.pointer(hostnameId));
	const node = await state.find(NodeAddress.pointer(currentAddressId));
	const names = new Set([host?.spec.hostname ?? '', ...(node === undefined ? [] : plainAddresses(node.spec))]);
	return { maintenance, forwards: hasClient && type?.spec !== 'worker', isSelf: (target) => names.has(target) };
}
