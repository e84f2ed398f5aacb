import { byteLength } from '../../byte-length.ts';
import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { type ContainerConfig, type ContainerRunAs, containerConfigSchema } from './container-config.gen.ts';
import { checkDependencies } from './dependencies.ts';
import { parseImageReference } from './image-reference.ts';
import { checkMounts } from './mounts.ts';
import { checkResources } from './resources.ts';
import { checkSecurity } from './security.ts';

/** A container on the machine itself, below Kubernetes. */
export const containerConfig: DocumentKind<ContainerConfig> = {
	kind: 'ContainerConfig',
	schema: containerConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		const name = document.name ?? '';
		checkName(name, problems);
		checkImage(name, document.image ?? '', problems);
		for (const [index, variable] of (document.environment ?? []).entries()) {
			if (variable.includes('=')) continue;
			problems.error(['environment', index], `environment[${index}]: ${quote(variable)} must be in KEY=value form`);
		}
		checkMounts(document.mounts ?? [], within(problems, 'mounts'));
		checkSecurity(document.security, within(problems, 'security'));
		checkNetwork(document.network?.mode ?? '', problems);
		checkResources(document.resources?.limits, within(problems, 'resources', 'limits'));
		checkDependencies(name, document.dependsOn, within(problems, 'dependsOn'));
		checkUser(document.runAs, within(problems, 'runAs'));
	},
};

const longestName = 63;

function checkName(name: string, problems: Problems): void {
	if (name === '') return problems.error(['name'], 'name is required');
	if (byteLength(name) > longestName) return problems.error(['name'], `name ${quote(name)} must be ${longestName} characters or fewer`);
	if (/^[a-z0-9-]+$/.test(name)) return;
	problems.error(['name'], `name ${quote(name)}: name can only contain lowercase ASCII letters, digits and hyphens`);
}

function checkImage(name: string, image: string, problems: Problems): void {
	if (image === '') return problems.error(['image'], 'image is required');
	const reference = parseImageReference(image);
	if (reference === undefined) {
		return problems.error(['image'], `invalid image reference ${quote(image)}: could not parse reference: ${image}`);
	}
	if (reference.pinned) return;
	problems.warning(
		['image'],
		`container ${quote(name)}: image ${quote(image)} is not digest-pinned, the running image may change on restart`,
	);
}

function checkNetwork(mode: string, problems: Problems): void {
	if (['', 'none', 'host'].includes(mode)) return;
	problems.error(['network', 'mode'], `unsupported network mode ${quote(mode)}, expected none or host`);
}

function checkUser(user: ContainerRunAs | undefined, problems: Problems): void {
	for (const field of ['uid', 'gid'] as const) {
		const id = user?.[field];
		if (id !== undefined && id < 0) problems.error([field], `runAs.${field} must be non-negative, got ${id}`);
	}
}
