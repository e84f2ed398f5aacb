import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { type EtcFileConfig, etcFileConfigSchema } from './etc-file-config.gen.ts';

/** A file below /etc; its name is its path from there. */
export const etcFileConfig: DocumentKind<EtcFileConfig> = {
	kind: 'EtcFileConfig',
	schema: etcFileConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '' }, problems) {
		if (name === '') return problems.error(['name'], 'user etc file name cannot be empty');
		if (!isLocalPath(name)) return problems.error(['name'], `user etc file ${quote(name)} must be a local path`);
		const managed = managedFiles.includes(name) || managedFolders.some((folder) => `${name}/`.startsWith(`${folder}/`));
		if (managed) problems.error(['name'], `user etc file ${quote(name)} is managed by Talos`);
	},
};

const managedFiles = ['resolv.conf', 'hosts', 'machine-id', 'extensions.yaml', 'localtime', 'os-release', 'xattr.conf'];

const managedFolders = [
	'apparmor.d',
	'apparmor',
	'ca-certificates',
	'cni',
	'cri',
	'iscsi',
	'kubernetes',
	'lvm',
	'nvme',
	'pki',
	'selinux',
	'ssl',
];

/** Whether a path stays below the folder that it starts from, and does not start with a dot. */
function isLocalPath(path: string): boolean {
	if (path.startsWith('/') || path.startsWith('.')) return false;
	let depth = 0;
	for (const part of path.split('/')) {
		if (part === '..') depth--;
		else if (part !== '' && part !== '.') depth++;
		if (depth < 0) return false;
	}
	return true;
}
