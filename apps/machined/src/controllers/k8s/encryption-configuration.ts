import { documentsOf, type MachineConfig, plainValue, rootOf } from '@ichor/machinery/config';
import { type JsonObject, jsonObject } from './json.ts';

/** How the API server encrypts secrets in etcd: as the document says, or with the keys of the root document, the newer kind first. */
export function encryptionConfiguration(config: MachineConfig): JsonObject {
	const [document] = documentsOf(config, 'KubeEtcdEncryptionConfig');
	if (document !== undefined) {
		return { ...jsonObject(plainValue(document.value.config)), apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration' };
	}
	const { secretboxEncryptionSecret = '', aescbcEncryptionSecret = '' } = rootOf(config)?.cluster ?? {};
	return {
		apiVersion: 'v1',
		kind: 'EncryptionConfig',
		resources: [
			{
				resources: ['secrets'],
				providers: [
					...(secretboxEncryptionSecret === '' ? [] : [{ secretbox: keys('key2', secretboxEncryptionSecret) }]),
					...(aescbcEncryptionSecret === '' ? [] : [{ aescbc: keys('key1', aescbcEncryptionSecret) }]),
					{ identity: {} },
				],
			},
		],
	};
}

function keys(name: string, secret: string): JsonObject {
	return { keys: [{ name, secret }] };
}
