import { chown, mkdir } from 'node:fs/promises';
import { EtcdCertificates, EtcdRoot, etcdCertificatesId, etcdRootId, PkiStatus, pkiStatusId, plainPem } from '@ichor/machinery/resources';
import { type Controller, formatVersion, reconciling } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';
import { etcdUser } from '../../users.ts';
import { publish } from '../publish.ts';

/** Writes etcd's certificates where it reads them. */
export const etcdPkiController: Controller = reconciling({
	name: 'etcd.PKIController',
	inputs: [
		{ ...EtcdRoot.kind, id: etcdRootId, kind: 'weak' },
		{ ...EtcdCertificates.kind, id: etcdCertificatesId, kind: 'weak' },
	],
	outputs: [{ type: PkiStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const root = await runtime.find(EtcdRoot.pointer(etcdRootId));
		const certificates = await runtime.find(EtcdCertificates.pointer(etcdCertificatesId));
		if (root === undefined || certificates === undefined) return await publish(runtime, PkiStatus, pkiStatusId, undefined);
		const { etcd, etcdPeer, etcdAdmin } = certificates.spec;
		await mkdir(paths.etcdPki, { recursive: true, mode: 0o700 });
		await chown(paths.etcdPki, etcdUser, etcdUser);
		const files = { 'ca.crt': root.spec.etcdCA.crt, ...pair('server', etcd), ...pair('peer', etcdPeer), ...pair('admin', etcdAdmin) };
		for (const [name, content] of Object.entries(files)) {
			await writeFileAtomically(`${paths.etcdPki}/${name}`, plainPem(content), 0o400);
			await chown(`${paths.etcdPki}/${name}`, etcdUser, etcdUser);
		}
		await publish(runtime, PkiStatus, pkiStatusId, { ready: true, version: formatVersion(certificates.metadata.version) });
	},
});

function pair(name: string, { crt, key }: { readonly crt: string; readonly key: string }): Readonly<Record<string, string>> {
	return { [`${name}.crt`]: crt, [`${name}.key`]: key };
}
