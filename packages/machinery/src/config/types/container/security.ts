import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { ContainerSecurity } from './container-config.gen.ts';

export function checkSecurity(security: ContainerSecurity | undefined, problems: Problems): void {
	const profile = security?.profile ?? '';
	if (!['', 'restricted', 'privileged'].includes(profile)) {
		problems.error(['profile'], `unsupported security profile ${quote(profile)}, expected restricted or privileged`);
	}
	const add = security?.capabilities?.add ?? [];
	const drop = security?.capabilities?.drop ?? [];
	for (const [index, capability] of add.entries()) {
		const problem =
			capability === 'ALL'
				? 'capabilities.add does not accept ALL, use profile: privileged instead'
				: capabilityProblem('capabilities.add', capability);
		if (problem !== undefined) problems.error(['capabilities', 'add', index], problem);
	}
	for (const [index, capability] of drop.entries()) {
		const problem = capability === 'ALL' ? undefined : capabilityProblem('capabilities.drop', capability);
		if (problem !== undefined) problems.error(['capabilities', 'drop', index], problem);
	}
	for (const [index, capability] of add.entries()) {
		if (!drop.includes(capability)) continue;
		problems.error(['capabilities', 'add', index], `capability ${quote(capability)} appears in both add and drop`);
	}
}

/** What keeps a text from being the name of a capability as this document writes them: `NET_ADMIN`. */
export function capabilityProblem(field: string, capability: string): string | undefined {
	if (capability === '') return `${field}: capability name must not be empty`;
	const quoted = `${field}: capability ${quote(capability)}`;
	if (capability.startsWith('CAP_')) return `${quoted} must be given without the CAP_ prefix`;
	if (hasLowerCase(capability)) return `${quoted} must be upper case`;
	return /[^A-Z_]/.test(capability) ? `${quoted} may only contain upper case letters and underscores` : undefined;
}

/** Whether a letter has an upper-case form that is a single letter too, as Go's strings.ToUpper sees it. */
function hasLowerCase(text: string): boolean {
	return [...text].some((character) => {
		const upper = character.toUpperCase();
		return upper !== character && [...upper].length === 1;
	});
}
